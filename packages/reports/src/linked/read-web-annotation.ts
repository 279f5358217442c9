import { CONFIDENCES, EVIDENCE_ROLES, STANCES, TAG_STATES } from "@assay/domain";
import { codePointIndex } from "./code-point-index.ts";
import type { CodePointIndex } from "./code-point-index.ts";
import type { LinkedAnnotation, LinkedPassage, LinkedSource } from "./linked-annotation.ts";
import type { AnnotationFile } from "./web-annotation.ts";

export type ReadAnnotations =
  | { ok: true; file: AnnotationFile; annotations: LinkedAnnotation[] }
  | { ok: false; reason: string };

/** The text that a source's annotations count in; null when there is none at hand. */
export type TextOf = (source: LinkedSource) => string | null;

/**
 * Reads back what `writeWebAnnotations` wrote: code points become UTF-16 offsets into the text (X1), and a place at
 * which other words stand is refused, never moved.
 */
export function readWebAnnotations(json: string, textOf: TextOf): ReadAnnotations {
  try {
    const collection = object(JSON.parse(json), "the file");
    if (collection["type"] !== "AnnotationCollection") return refused("it is no AnnotationCollection");
    const first = collection["first"] === undefined ? {} : object(collection["first"], "its first page");
    const items = first["items"] === undefined ? [] : list(first["items"], "items");
    const texts = indexedTexts(textOf);
    return {
      ok: true,
      file: {
        id: string(collection["id"]),
        label: string(collection["label"]),
        generatedAt: string(collection["created"]),
        generator: string(object(collection["generator"], "generator")["name"]),
      },
      annotations: items.map((item) => annotation(object(item, "items"), texts)),
    };
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.message);
    if (error instanceof SyntaxError) return refused("it is not JSON");
    throw error;
  }
}

class Unreadable extends Error {}

function refused(what: string): ReadAnnotations {
  return { ok: false, reason: `These annotations cannot be read: ${what}.` };
}

type Fields = Record<string, unknown>;

function object(value: unknown, what: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Unreadable(`${what} is no object`);
  return value as Fields;
}

function list(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw new Unreadable(`${what} is no list`);
  return value;
}

function string(value: unknown): string {
  if (typeof value !== "string") throw new Unreadable(`${shown(value)} stands where words should`);
  return value;
}

function optional(value: unknown): string | null {
  return value === undefined ? null : string(value);
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new Unreadable(`${shown(value)} is none of ${values.join(", ")}`);
  return found;
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 80);
}

interface IndexedText {
  text: string;
  points: CodePointIndex;
}

/** Each text is indexed once. */
function indexedTexts(textOf: TextOf): (source: LinkedSource) => IndexedText | null {
  const known = new Map<string, IndexedText | null>();
  return (source) => {
    const key = `${source.id} ${source.textSha256 ?? ""}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const text = textOf(source);
    const indexed = text === null ? null : { text, points: codePointIndex(text) };
    known.set(key, indexed);
    return indexed;
  };
}

function annotation(item: Fields, texts: (source: LinkedSource) => IndexedText | null): LinkedAnnotation {
  const bodies = list(item["body"], "body").map((body) => object(body, "a body"));
  const parts = (part: string): Fields[] => bodies.filter((body) => body["assay:part"] === part);
  const one = (part: string): Fields => {
    const [found] = parts(part);
    if (found === undefined) throw new Unreadable(`an annotation has no ${part}`);
    return found;
  };
  const value = (part: string): unknown => parts(part)[0]?.["value"];
  const target = object(item["target"], "target");
  const isPassage = target["type"] === "SpecificResource";
  const source = linkedSource(object(isPassage ? target["source"] : target, "source"));
  const version = item["assay:tagVersion"];
  if (!Number.isInteger(version)) throw new Unreadable("an annotation has no version");
  const claim = one("claim");
  return {
    id: string(item["id"]),
    tagVersion: version as number,
    author: string(object(item["creator"], "creator")["name"]),
    modified: string(item["modified"]),
    claim: { id: string(claim["assay:claim"]), label: string(claim["assay:label"]), text: string(claim["value"]) },
    source,
    stance: oneOf(STANCES, value("stance")),
    attributed: parts("attributed").length > 0,
    state: oneOf(TAG_STATES, value("state")),
    confidence: value("confidence") === undefined ? null : oneOf(CONFIDENCES, value("confidence")),
    rationale: optional(value("rationale")) ?? "",
    passage: isPassage ? passage(target, oneOf(EVIDENCE_ROLES, value("role")), texts(source)) : null,
    attestation: isPassage
      ? null
      : {
          readInFull: parts("readInFull").length > 0,
          searchTerms: parts("searchTerm").map((body) => string(body["value"])),
        },
  };
}

function linkedSource(source: Fields): LinkedSource {
  return {
    id: string(source["id"]),
    name: string(source["assay:name"]),
    url: optional(source["via"]),
    language: optional(source["language"]),
    textSha256: optional(source["assay:sha256"]),
  };
}

function passage(target: Fields, role: LinkedPassage["role"], indexed: IndexedText | null): LinkedPassage {
  const selectors = list(target["selector"], "selector").map((selector) => object(selector, "a selector"));
  const quote = selectors.find((selector) => selector["type"] === "TextQuoteSelector");
  if (quote === undefined) throw new Unreadable("a passage is not quoted");
  const exact = string(quote["exact"]);
  const words = { role, exact, prefix: string(quote["prefix"]), suffix: string(quote["suffix"]) };
  const place = selectors.find((selector) => selector["type"] === "TextPositionSelector");
  if (place === undefined || indexed === null) return { ...words, position: null };
  const codePoints = { start: offset(place["start"], indexed), end: offset(place["end"], indexed) };
  const utf16 = {
    start: indexed.points.toUtf16(codePoints.start),
    end: indexed.points.toUtf16(codePoints.end),
  };
  if (indexed.text.slice(utf16.start, utf16.end) !== exact) {
    throw new Unreadable(`“${exact}” does not stand at ${codePoints.start}–${codePoints.end} of its text`);
  }
  return { ...words, position: { utf16, codePoints } };
}

function offset(value: unknown, { points }: IndexedText): number {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > points.length) {
    throw new Unreadable(`${String(value)} is no place in a text of ${points.length} characters`);
  }
  return value as number;
}
