import { isBlindCell } from "@assay/domain";
import type { CellView, ClaimView, SourceView } from "@assay/domain";
import type { SnapshotCell } from "./report-snapshot.ts";
import type { CaseIndex } from "./snapshot-tag.ts";
import { snapshotAdjudications, snapshotTag } from "./snapshot-tag.ts";

export function snapshotCell(cell: CellView, claim: ClaimView, source: SourceView, index: CaseIndex): SnapshotCell {
  const { leading } = cell;
  return {
    sourceId: source.id,
    sourceNumber: source.number,
    state: cell.state,
    stance: cell.stance,
    attributed: cell.attributed,
    reviewed: cell.state === "settled",
    reason: cell.reason,
    blind: isBlindCell(index.blindness, { claimId: claim.id, sourceId: source.id }),
    tag: leading === null ? null : snapshotTag(leading, index),
    otherTags: cell.tags.filter((tag) => tag.id !== leading?.id).map((tag) => snapshotTag(tag, index)),
    adjudications: snapshotAdjudications(cell.tags, index),
  };
}
