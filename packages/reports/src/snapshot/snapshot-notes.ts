import type { ReportSnapshot } from "./report-snapshot.ts";
import { tagsOf } from "./snapshot-counts.ts";
import { capitalised, counted, inWords, listed } from "../prose.ts";

type Noted = Pick<ReportSnapshot, "counts" | "scope" | "policy" | "sources" | "claims">;

/** What a reader must know before trusting the report, most important first; empty when nothing qualifies it. */
export function snapshotNotes(report: Noted): string[] {
  return [
    unsettledNote(report),
    blindNote(report),
    selfReviewNote(report),
    revealNote(report),
    ...scopeNotes(report),
    partialNote(report),
    brokenNote(report),
  ].filter((note) => note !== "");
}

function unsettledNote({ counts }: Noted): string {
  const open = counts.cells - counts.states.settled;
  if (open === 0) return "";
  const { empty, contested, stale } = counts.states;
  const parts = [
    empty > 0 ? `${inWords(empty)} not tagged` : "",
    contested > 0 ? `${inWords(contested)} contested` : "",
    stale > 0 ? `${inWords(stale)} stale` : "",
  ].filter((part) => part !== "");
  const among = parts.length === 0 ? "" : `, among them ${listed(parts)}`;
  return capitalised(`${counted(open, "cell is", "cells are")} not settled${among}. Each is marked where it stands.`);
}

/** B1: whoever exports sees no more of a blind cell in the report than on the page. */
function blindNote({ counts }: Noted): string {
  if (counts.blind === 0) return "";
  const still = counted(counts.blind, "cell is still blind", "cells are still blind");
  return capitalised(`${still}: what others have tagged there is not in this report.`);
}

/** B3, and whose word the approval of equal blind tags is (B2, T4). */
function revealNote({ counts }: Noted): string {
  const parts = [
    counts.autoAccepted > 0
      ? `${counted(counts.autoAccepted, "tag was", "tags were")} approved by the desk’s policy, not by a person, ` +
        "because independent tags agreed"
      : "",
    counts.postReveal > 0
      ? `${counted(counts.postReveal, "tag was", "tags were")} written or changed after the others’ were shown`
      : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${capitalised(parts.join("; "))}.`;
}

/** T4: a policy that lets people review themselves is never silent. */
function selfReviewNote({ policy, counts }: Noted): string {
  if (!policy.selfReview && counts.selfReviewed === 0) return "";
  const done =
    counts.selfReviewed === 0
      ? "no tag in this report was approved by its author"
      : `${counted(counts.selfReviewed, "tag in this report was", "tags in this report were")} approved by the author`;
  const rule = policy.selfReview ? "allows" : "allowed";
  return `The desk’s policy ${rule} people to review their own tags; ${done}.`;
}

function scopeNotes({ scope, counts }: Noted): string[] {
  const notes: string[] = [];
  if (counts.sources < scope.sourcesInCase) {
    notes.push(
      `This report covers ${counts.sources} of the case’s ${scope.sourcesInCase} sources. ` +
        "Verdicts rest on all of them, also on those left out.",
    );
  }
  const claims = counts.claims + scope.claimsLeftOut;
  if (claims < scope.claimsInCase) notes.push(`It covers ${claims} of the case’s ${scope.claimsInCase} claims.`);
  if (scope.settledOnly && scope.cellsLeftOut > 0) {
    const whole = scope.claimsLeftOut === 0 ? "" : `, and with them ${counted(scope.claimsLeftOut, "claim", "claims")}`;
    const cells = counted(scope.cellsLeftOut, "cell that is not settled was", "cells that are not settled were");
    notes.push(`${capitalised(cells)} left out${whole}.`);
  }
  return notes;
}

function partialNote({ sources }: Noted): string {
  const partial = sources.filter((source) => source.revision.completeness === "partial").map((source) => source.name);
  if (partial.length === 0) return "";
  const were = partial.length === 1 ? "was" : "were";
  return `${listed(partial)} ${were} at hand in part only: what is not in the part is not called missing.`;
}

function brokenNote({ claims }: Noted): string {
  const labels = claims
    .filter((claim) => claim.cells.flatMap(tagsOf).some((tag) => tag.evidence.some((passage) => passage.matchesText === false)))
    .map((claim) => claim.label);
  if (labels.length === 0) return "";
  return `In ${listed(labels)} a passage does not stand at its offsets in the stored text.`;
}
