import { parseFragment } from "parse5";
import { elementsBelow } from "../html/element.ts";
import { asLanguage, clipped } from "../html/meta-values.ts";
import type { IngestedMeta } from "../ingested.ts";
import type { Parts } from "./unpack-parts.ts";

const FIELDS = new Map<string, keyof IngestedMeta>([
  ["dc:title", "title"],
  ["dc:creator", "author"],
  ["dc:language", "language"],
]);

/** What a document says of itself. When it was saved is left out: that is not when it was published. */
export function coreProperties(parts: Parts): Partial<IngestedMeta> {
  const xml = Buffer.from(parts.get("docProps/core.xml") ?? []).toString("utf8");
  const meta: Partial<IngestedMeta> = {};
  for (const { tagName, childNodes } of elementsBelow(parseFragment(xml))) {
    const field = FIELDS.get(tagName);
    if (field === undefined) continue;
    const words = childNodes.map((node) => ("value" in node ? node.value : "")).join("");
    const value = field === "language" ? asLanguage(words) : clipped(words);
    if (value !== null) meta[field] = value;
  }
  return meta;
}
