/** What a page's linked data (schema.org) says about the article on it. */
export interface LinkedArticle {
  title?: string;
  author?: string;
  publisher?: string;
  publishedAt?: string;
}

const ARTICLE = /Article$|^BlogPosting$|^Report$/u;

/** Pages hold several: of the site, of its path, of the article. A script that is no JSON is as if it were not there. */
export function linkedArticle(scripts: readonly string[]): LinkedArticle {
  for (const script of scripts) {
    for (const item of itemsOf(parsed(script))) {
      if (![item["@type"]].flat().some((type) => typeof type === "string" && ARTICLE.test(type))) continue;
      return {
        ...text("title", item["headline"]),
        ...text("author", namesOf(item["author"])),
        ...text("publisher", namesOf(item["publisher"])),
        ...text("publishedAt", item["datePublished"]),
      };
    }
  }
  return {};
}

type Item = Record<string, unknown>;

function itemsOf(value: unknown): Item[] {
  const all = Array.isArray(value) ? (value as unknown[]) : [value];
  return all.filter(isItem).flatMap((item) => {
    const graph = item["@graph"];
    return Array.isArray(graph) ? [item, ...graph.filter(isItem)] : [item];
  });
}

function namesOf(value: unknown): string {
  const all: unknown[] = [value].flat();
  return all
    .map((one) => (isItem(one) ? one["name"] : one))
    .filter((name) => typeof name === "string")
    .join(", ");
}

function text<Field extends keyof LinkedArticle>(field: Field, value: unknown): Partial<Record<Field, string>> {
  return typeof value === "string" && value.trim() !== "" ? ({ [field]: value } as Record<Field, string>) : {};
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script) as unknown;
  } catch {
    return null;
  }
}
