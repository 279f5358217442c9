import type { CaseView, TagView, VerdictView } from "@assay/domain";
import { deriveCell, deriveVerdict, sourceName, verdictWord, votingGroup } from "@assay/domain";

/** The verdict of the tag's claim as it would be with this tag approved. The case itself is not touched. */
export function verdictIfApproved(view: CaseView, tag: TagView): VerdictView {
  const approved: TagView = { ...tag, state: "approved", stateReason: "" };
  const own = view.tags.filter((one) => one.claimId === tag.claimId);
  const tags = own.map((one) => (one.id === tag.id ? approved : one));
  const cells = view.sources.map((source) => {
    const ofCell = tags.filter((one) => one.sourceId === source.id);
    const ids = new Set(ofCell.map((one) => one.id));
    const adjudications = view.adjudications.filter((one) => ids.has(one.tagId));
    return {
      sourceId: source.id,
      group: votingGroup(source),
      sourceName: sourceName(source),
      cell: deriveCell(ofCell, adjudications),
    };
  });
  return deriveVerdict(cells, view.policy);
}

/** What approving does to the verdict, in a sentence. */
export function approvingSentence(now: VerdictView, then: VerdictView): string {
  if (then.pending > now.pending || (then.kind === now.kind && sameVotes(now, then))) {
    if (then.silent > now.silent) return `Approving records a silence; the verdict stays ${verdictWord(now.kind)}.`;
    return `Approving leaves the verdict ${verdictWord(now.kind)}.`;
  }
  const sides = [
    then.supportedBy.length > 0 ? `verified by ${list(then.supportedBy)}` : "",
    then.refutedBy.length > 0 ? `disputed by ${list(then.refutedBy)}` : "",
  ].filter(Boolean);
  const why = sides.length === 0 ? "" : `: ${sides.join(", ")}`;
  const verb = then.kind === now.kind ? "keeps it" : "makes it";
  return `Approving ${verb} ${verdictWord(then.kind)}${why}.`;
}

function sameVotes(a: VerdictView, b: VerdictView): boolean {
  return a.supports.join() === b.supports.join() && a.refutes.join() === b.refutes.join();
}

function list(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
