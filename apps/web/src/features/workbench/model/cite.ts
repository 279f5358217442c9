import { sourceName } from "@assay/domain";
import type { SourceView } from "@assay/domain";
import type { Span } from "./place.ts";

/** A quotation as it goes into a message: the words, whose they are, when, and where exactly they stand. */
export function citation(source: SourceView, words: string, span: Span, link: string): string {
  const about = [
    sourceName(source),
    source.title !== "" && source.title !== sourceName(source) ? `“${source.title}”` : "",
    source.publishedAt ?? "",
    `r${source.revision.number}, ${span.start}–${span.end}`,
  ].filter((part) => part !== "");
  return `“${words}”\n${about.join(", ")}\n${link}`;
}
