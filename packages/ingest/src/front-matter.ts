import type { IngestedMeta } from "./ingested.ts";

const FIELDS: Record<string, keyof IngestedMeta> = {
  title: "title",
  author: "author",
  by: "author",
  date: "publishedAt",
  published: "publishedAt",
  publisher: "publisher",
  url: "url",
  source: "url",
  lang: "language",
  language: "language",
};

/** A document's own head is short; `---` further down is a rule, not the end of one. */
const LONGEST_HEAD = 8_000;

/**
 * Reads `key: value` lines between two `---` lines at the very top; `bodyStart` is where the text proper begins.
 * Anything that is no such line (nested YAML, comments) is left alone, and a block without one readable line is not
 * front matter at all.
 */
export function readFrontMatter(text: string): { meta: Partial<IngestedMeta>; bodyStart: number } {
  const none = { meta: {}, bodyStart: 0 };
  const opening = /^---[ \t]*\n/.exec(text.slice(0, 100));
  if (opening === null) return none;
  const closing = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(opening[0].length - 1, LONGEST_HEAD));
  if (closing === null) return none;
  const head = text.slice(opening[0].length, opening[0].length - 1 + closing.index + 1);
  const meta: Partial<IngestedMeta> = {};
  let readable = false;
  for (const line of head.split("\n")) {
    const pair = /^([A-Za-z][\w-]{0,30})[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    if (pair === null) continue;
    readable = true;
    const field = FIELDS[(pair[1] ?? "").toLowerCase()];
    const value = unquote((pair[2] ?? "").trim());
    if (field === undefined || value === "" || meta[field] !== undefined) continue;
    if (field === "url" && !/^https?:\/\//iu.test(value)) continue;
    if (field === "language" && !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(value)) continue;
    if (field === "publishedAt" && !/^\d{4}-\d{2}-\d{2}(?:[T ]|$)/u.test(value)) continue;
    meta[field] = value;
  }
  return readable ? { meta, bodyStart: opening[0].length - 1 + closing.index + closing[0].length } : none;
}

function unquote(value: string): string {
  const first = value.charAt(0);
  const quoted = value.length >= 2 && (first === '"' || first === "'") && value.endsWith(first);
  return quoted ? value.slice(1, -1).trim() : value;
}
