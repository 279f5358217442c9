import type { Vocabulary } from "./vocabulary.ts";

type Thing = Record<string, unknown>;

/** What is wrong with a document by schema.org's own words: unknown types and properties, values outside their range. */
export function checkThing(thing: Thing, vocabulary: Vocabulary, path = "the review"): string[] {
  const type = thing["@type"];
  if (typeof type !== "string" || !vocabulary.hasType(type)) return [`${path}: ${String(type)} is no type`];
  return Object.entries(thing).flatMap(([property, value]) => {
    const here = `${path}.${property}`;
    if (property === "@type") return [];
    if (property === "@id") return isUrl(value) ? [] : [`${here} is no IRI`];
    if (!vocabulary.hasProperty(property)) return [`${here}: there is no such property`];
    if (!vocabulary.permits(type, property)) return [`${here}: ${type} has no such property`];
    return [value].flat().flatMap((one, index) => checkValue(one, property, vocabulary, `${here}[${index}]`));
  });
}

function checkValue(value: unknown, property: string, vocabulary: Vocabulary, path: string): string[] {
  const range = vocabulary.rangeOf(property);
  if (typeof value === "object" && value !== null) {
    const thing = value as Thing;
    const kinds = vocabulary.kindsOf(String(thing["@type"]));
    const fits = [...range].some((one) => kinds.has(one));
    const outside = fits ? [] : [`${path}: a ${String(thing["@type"])} is out of range`];
    return [...outside, ...checkThing(thing, vocabulary, path)];
  }
  const fits = [...range].some((one) => DATA_TYPES[one]?.(value) === true);
  return fits ? [] : [`${path}: ${JSON.stringify(value)} is none of ${[...range].join(", ")}`];
}

const isUrl = (value: unknown): boolean => typeof value === "string" && /^[a-z][a-z0-9+.-]*:\S+$/iu.test(value);

const DATA_TYPES: Record<string, (value: unknown) => boolean> = {
  Text: (value) => typeof value === "string",
  URL: isUrl,
  Number: (value) => typeof value === "number" && Number.isFinite(value),
  Boolean: (value) => typeof value === "boolean",
  Date: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/u.test(value),
  DateTime: (value) =>
    typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/u.test(value),
};

/** What search engines ask of a fact check; the recommended ones where the case knows them. */
export const REQUIRED = ["claimReviewed", "reviewRating.alternateName", "url"];
export const RECOMMENDED = [
  "datePublished",
  "author.name",
  "itemReviewed.author.name",
  "itemReviewed.datePublished",
  "itemReviewed.appearance",
  "reviewRating.ratingValue",
  "reviewRating.bestRating",
  "reviewRating.worstRating",
];

export function hasField(thing: Thing, path: string): boolean {
  let at: unknown = thing;
  for (const step of path.split(".")) at = typeof at === "object" && at !== null ? (at as Thing)[step] : undefined;
  return Array.isArray(at) ? at.length > 0 : at !== undefined && at !== "";
}
