import type { SourceMeta } from "@assay/domain";

const LABELS: readonly [keyof SourceMeta, string][] = [
  ["title", "Title"],
  ["publisher", "Publisher"],
  ["author", "Author"],
  ["url", "Web address"],
  ["publishedAt", "Published"],
  ["retrievedAt", "Retrieved"],
  ["kind", "Kind"],
  ["language", "Language"],
  ["independenceGroup", "Independence group"],
];

/** A source's description as lines of text, to lay two of them side by side. */
export function describeMeta(meta: SourceMeta): string {
  return LABELS.map(([field, label]) => `${label}: ${meta[field] || "–"}`).join("\n");
}

/** Only what a person enters, out of a whole source. */
export function metaOf(source: SourceMeta): SourceMeta {
  const { title, publisher, author, url, publishedAt, retrievedAt, kind, language, independenceGroup } = source;
  return { title, publisher, author, url, publishedAt, retrievedAt, kind, language, independenceGroup };
}
