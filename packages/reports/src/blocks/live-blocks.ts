import type { LiveKind } from "@assay/domain";
import { isProse } from "@assay/domain";
import { escapeMarkdown as md } from "../markdown/escape-markdown.ts";
import type { Html } from "../html/html.ts";
import { html } from "../html/html.ts";
import type { SnapshotBlock } from "../snapshot/report-snapshot.ts";
import { agreementTable } from "./agreement-table.ts";
import { annotatedCopyBlock } from "./annotated-copy-block.ts";
import type { BlockContext, LiveBlockFormat } from "./block-context.ts";
import { discussionBlock, figuresBlock, matrixBlock, methodNote, sourceList, standfirstBlock } from "./case-blocks.ts";
import { corroboration, omission } from "./chart-blocks.ts";
import { claimCard, findings } from "./claim-card.ts";
import { correctionsList } from "./corrections-list.ts";
import { evidenceQuotation } from "./evidence-quotation.ts";

const FORMATS: { [Kind in LiveKind]: LiveBlockFormat<Kind> } = {
  standfirst: standfirstBlock,
  figures: figuresBlock,
  findings,
  claim: claimCard,
  evidence: evidenceQuotation,
  matrix: matrixBlock,
  corroboration,
  omission,
  agreement: agreementTable,
  sources: sourceList,
  method: methodNote,
  corrections: correctionsList,
  annotated: annotatedCopyBlock,
  discussion: discussionBlock,
};

/** What stands in for a block whose subject is not in the report, in the snapshot's words or, failing those, these. */
const NOT_HERE = "What stood here is not part of this report.";

function formatOf(block: SnapshotBlock): LiveBlockFormat<never> | null {
  return isProse(block) ? null : (FORMATS[block.type] as unknown as LiveBlockFormat<never>);
}

/** Null for prose, and for a block that has nothing to say yet. */
export function liveHtml(block: SnapshotBlock, context: BlockContext): Html | null {
  if (block.gone !== undefined) return html`<p class="gone">${block.gone}</p>`;
  const drawn = formatOf(block)?.html(block as never, context) ?? null;
  return drawn === null && "claimId" in block ? html`<p class="gone">${NOT_HERE}</p>` : drawn;
}

export function liveMarkdown(block: SnapshotBlock, context: BlockContext): string[] {
  if (block.gone !== undefined) return [`*${md(block.gone)}*`];
  const told = formatOf(block)?.markdown(block as never, context) ?? [];
  return told.length === 0 && "claimId" in block ? [`*${NOT_HERE}*`] : told;
}
