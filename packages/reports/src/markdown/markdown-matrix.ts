import { STANCE_GLYPH, verdictWord } from "@assay/domain";
import type { ReportSnapshot, SnapshotCell } from "../snapshot/report-snapshot.ts";
import { escapeMarkdown as md } from "./escape-markdown.ts";

/** Claims down, sources across, with what the marks mean. */
export function markdownMatrix(snapshot: ReportSnapshot): string {
  if (snapshot.claims.length === 0 || snapshot.sources.length === 0) return "Nothing to show.";
  const rows = [
    ["", "Claim", ...snapshot.sources.map((source) => md(source.name)), "Verdict"],
    ["---", "---", ...snapshot.sources.map(() => ":-:"), "---"],
    ...snapshot.claims.map((claim) => {
      const byId = new Map(claim.cells.map((cell) => [cell.sourceId, cell]));
      const cells = snapshot.sources.map((source) => glyphOf(byId.get(source.id)));
      return [claim.label, md(claim.text), ...cells, verdictWord(claim.verdict.kind)];
    }),
  ];
  const legend = "✓ says so, ≠ says otherwise, ∅ read in full and silent, (…) not settled, · not tagged or left out.";
  return `${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}\n\n${legend}`;
}

function glyphOf(cell: SnapshotCell | undefined): string {
  if (cell === undefined || cell.state === "empty") return "·";
  const glyph = cell.stance === null ? "?" : STANCE_GLYPH[cell.stance];
  return cell.state === "settled" ? glyph : `(${glyph})`;
}
