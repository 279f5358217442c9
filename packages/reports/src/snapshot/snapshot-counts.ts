import type { Stance } from "@assay/domain";
import { CELL_STATES, STANCES, VERDICT_KINDS, votingGroup } from "@assay/domain";
import type { SnapshotClaim, SnapshotCounts, SnapshotSource, SnapshotTag } from "./report-snapshot.ts";

export function zeroes<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}

/** Counts what the report prints, no more: cells left out by the scope are not in `claims` any longer. */
export function countSnapshot(claims: readonly SnapshotClaim[], sources: readonly SnapshotSource[]): SnapshotCounts {
  const counts: SnapshotCounts = {
    claims: claims.length,
    sources: sources.length,
    independenceGroups: new Set(sources.map(votingGroup)).size,
    cells: 0,
    states: zeroes(CELL_STATES),
    stances: zeroes(STANCES),
    attributed: 0,
    passages: 0,
    verdicts: zeroes(VERDICT_KINDS),
    overrides: 0,
    blind: 0,
    postReveal: 0,
    autoAccepted: 0,
    selfReviewed: 0,
  };
  for (const claim of claims) {
    counts.verdicts[claim.verdict.kind] += 1;
    if (claim.verdict.override !== null) counts.overrides += 1;
    for (const cell of claim.cells) {
      counts.cells += 1;
      counts.states[cell.state] += 1;
      if (cell.blind) counts.blind += 1;
      if (cell.state === "settled" && cell.stance !== null) counts.stances[cell.stance] += 1;
      if (cell.state === "settled" && cell.attributed) counts.attributed += 1;
      for (const tag of tagsOf(cell)) {
        counts.passages += tag.evidence.length;
        if (tag.approval?.own === true) counts.selfReviewed += 1;
        if (tag.approval?.by === "policy") counts.autoAccepted += 1;
        if (tag.postReveal) counts.postReveal += 1;
      }
    }
  }
  return counts;
}

export function tallySettled(claims: readonly SnapshotClaim[]): Map<string, Record<Stance, number>> {
  const tallies = new Map<string, Record<Stance, number>>();
  for (const claim of claims) {
    for (const cell of claim.cells) {
      if (cell.state !== "settled" || cell.stance === null) continue;
      const tally = tallies.get(cell.sourceId) ?? zeroes(STANCES);
      tally[cell.stance] += 1;
      tallies.set(cell.sourceId, tally);
    }
  }
  return tallies;
}

/** Every tag that the report shows of a cell, the one that makes it what it is first. */
export function tagsOf(cell: SnapshotClaim["cells"][number]): SnapshotTag[] {
  return cell.tag === null ? cell.otherTags : [cell.tag, ...cell.otherTags];
}
