import type { CaseView, DerivedCase, SourceView, VerdictKind } from "@assay/domain";
import { applyChange, claimLabel, deriveCase } from "@assay/domain";

type Verdicts = DerivedCase["verdicts"];

export interface GoesWith {
  tags: number;
  approved: number;
  authors: number;
  assignments: number;
  threads: number;
  verdicts: { claim: string; from: VerdictKind; to: VerdictKind }[];
  signatures: number;
}

/** What the case loses with a source, worked out by taking it out of a copy. `verdicts`: those of the case as it is. */
export function whatGoesWith(view: CaseView, verdicts: Verdicts, source: SourceView): GoesWith {
  const removed = { ...source, version: source.version + 1, removedAt: "", removedBy: "", reason: "" };
  const after = applyChange(view, { lastEvent: view.lastEvent + 1, lastHash: "", removedSources: [removed] });
  const then = deriveCase(after).verdicts;
  const tags = view.tags.filter(({ sourceId, state }) => sourceId === source.id && state !== "withdrawn");
  return {
    tags: tags.length,
    approved: tags.filter(({ state }) => state === "approved").length,
    authors: new Set(tags.map(({ authorId }) => authorId)).size,
    assignments: view.assignments.length - after.assignments.length,
    threads: view.threads.length - after.threads.length,
    verdicts: view.claims.flatMap((claim) => {
      const [from, to] = [shown(verdicts, claim.id), shown(then, claim.id)];
      return from === undefined || to === undefined || from === to || claim.withdrawn ? [] : [{ claim: claimLabel(claim), from, to }];
    }),
    signatures: view.signOffs.length - after.signOffs.length,
  };
}

/** An override stands whatever the cells say (V4). */
function shown(verdicts: Verdicts, claimId: string): VerdictKind | undefined {
  const verdict = verdicts.get(claimId);
  return verdict?.override?.verdict ?? verdict?.kind;
}

/** "46 tags by 3 people (41 approved), 1 assignment and 2 threads"; empty where nothing hangs on it. */
export function goesWithWords({ tags, approved, authors, assignments, threads }: GoesWith): string {
  const people = authors > 1 ? ` by ${authors} people` : "";
  const parts = [
    tags === 0 ? "" : `${counted(tags, "tag")}${people}${approved === 0 ? "" : ` (${approved} approved)`}`,
    assignments === 0 ? "" : counted(assignments, "assignment"),
    threads === 0 ? "" : counted(threads, "thread"),
  ].filter(Boolean);
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
