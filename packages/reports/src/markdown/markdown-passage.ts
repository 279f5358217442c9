import type { SnapshotEvidence } from "../snapshot/report-snapshot.ts";
import { escapeMarkdown as md } from "./escape-markdown.ts";

/** A passage in bold within its sentence, as a quotation that says where it stands. */
export function markdownPassage(evidence: SnapshotEvidence): string {
  const before = `${evidence.clippedBefore ? "… " : ""}${md(evidence.before)}`;
  const after = `${md(evidence.after)}${evidence.clippedAfter ? " …" : ""}`;
  const place = evidence.block === null ? "" : `¶ ${evidence.block}, `;
  const warning = evidence.matchesText === false ? ", not found at these offsets" : "";
  const where = `${evidence.role}; ${place}${evidence.start}–${evidence.end}${warning}`;
  return `> ${before}**${md(evidence.exact)}**${after} (${where})`;
}
