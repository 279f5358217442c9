import type { VerdictKind } from "@assay/domain";
import { VERDICT_KINDS, verdictWord } from "@assay/domain";
import { counted, figure } from "./prose.ts";
import type { ReportSnapshot, SnapshotCounts } from "./snapshot/report-snapshot.ts";
import { verdictTally } from "./report-words.ts";

/** The four figures under the standfirst; the desk's rating of the whole piece comes first where there is one. */
export function figuresOf({ counts, ratings }: ReportSnapshot): { big: string; small: string }[] {
  const lead = leadingVerdict(counts.verdicts);
  const piece = ratings?.piece ?? null;
  return [
    ...(piece === null ? [] : [{ big: piece.label, small: piece.justification || "our rating of the whole piece" }]),
    { big: `${figure(counts.claims)} × ${figure(counts.sources)}`, small: "claims by sources" },
    {
      big: `${figure(counts.verdicts[lead])} ${verdictWord(lead)}`,
      small: verdictTally(counts.verdicts, lead) || "no claim has another verdict",
    },
    {
      big: counts.independenceGroups === 1 ? "1 origin" : `${figure(counts.independenceGroups)} origins`,
      small: counts.independenceGroups < counts.sources ? "sources that share one count once" : "no two sources share one",
    },
    { big: `${figure(counts.states.settled)} of ${figure(counts.cells)}`, small: settledWords(counts) },
  ].slice(0, 4);
}

function settledWords(counts: SnapshotCounts): string {
  const open = counts.cells - counts.states.settled;
  if (open > 0) return `cells settled; ${counted(open, "is", "are")} still open`;
  return counts.selfReviewed === 0 ? "cells settled, each by a second person" : "cells settled";
}

/** What readers ask first is how much is corroborated; failing that, the most frequent verdict. */
function leadingVerdict(verdicts: Record<VerdictKind, number>): VerdictKind {
  if (verdicts.corroborated > 0) return "corroborated";
  return VERDICT_KINDS.reduce((lead, kind) => (verdicts[kind] > verdicts[lead] ? kind : lead), VERDICT_KINDS[0]);
}
