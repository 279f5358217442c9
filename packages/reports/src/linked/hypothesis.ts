import { stanceWord } from "@assay/domain";
import { escapeMarkdown, markdownLines } from "../markdown/escape-markdown.ts";
import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";
import { annotationsOf } from "./annotations-of.ts";
import type { LinkedAnnotation } from "./linked-annotation.ts";

/**
 * The form in which Hypothesis' API answers a search, for tools that read that: `total` and `rows`. Its client counts
 * a text's positions in UTF-16 code units, and so does this. What has no passage is a page note.
 */
export function renderHypothesis(snapshot: ReportSnapshot): string {
  const rows = annotationsOf(snapshot).map((annotation) => row(annotation, snapshot.case.workspace));
  return `${JSON.stringify({ total: rows.length, rows }, null, 2)}\n`;
}

function row(annotation: LinkedAnnotation, desk: string) {
  const { id, author, modified, source, claim, passage } = annotation;
  const uri = source.url ?? source.id;
  return {
    id,
    created: modified,
    updated: modified,
    user_info: { display_name: author },
    uri,
    text: noteText(annotation),
    tags: tagsOf(annotation),
    group: desk,
    document: { title: [source.name] },
    target: [{ source: uri, ...(passage === null ? {} : { selector: selectors(passage) }) }],
    links: { claim: claim.id },
  };
}

function selectors({ exact, prefix, suffix, position }: NonNullable<LinkedAnnotation["passage"]>) {
  const quote = { type: "TextQuoteSelector", exact, prefix, suffix };
  return position === null ? [quote] : [{ type: "TextPositionSelector", ...position.utf16 }, quote];
}

/** Notes are read as Markdown there. */
function noteText({ claim, stance, rationale, attestation }: LinkedAnnotation): string {
  const lines = [`${claim.label}: ${escapeMarkdown(claim.text)}`, `This source: ${stanceWord(stance)}.`];
  if (attestation !== null) lines.push(`Searched for: ${attestation.searchTerms.map(escapeMarkdown).join(", ")}.`);
  if (rationale !== "") lines.push(markdownLines(rationale));
  return lines.join("\n\n");
}

function tagsOf({ claim, stance, state, attributed, passage, confidence }: LinkedAnnotation): string[] {
  return [
    claim.label,
    stance,
    ...(attributed ? ["attributed"] : []),
    state.replaceAll("_", " "),
    ...(passage === null ? [] : [passage.role]),
    ...(confidence === null ? [] : [`${confidence} confidence`]),
  ];
}
