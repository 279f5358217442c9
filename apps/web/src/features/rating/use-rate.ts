import type { CaseView, RatingView } from "@assay/domain";
import { claimLabel } from "@assay/domain";
import { useCallback } from "react";
import { api, newId } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";

export interface RatingDraft {
  /** Null lifts the rating. */
  entryId: string | null;
  justification: string;
}

/** What was before somebody's eyes when they began: the stored rating's version, lifted ones included, and the wording's. */
export interface SeenRating {
  version: number;
  claimVersion: number | null;
}

/** Null for the piece. */
export function wordingNow({ claims }: Pick<CaseView, "claims">, claimId: string | null): number | null {
  return claims.find(({ id }) => id === claimId)?.version ?? null;
}

/** Rates a claim, or the piece where `claimId` is null. Undo puts back what was said before. */
export function useRate() {
  const { caseId, latest } = useCase();
  const { run } = useCaseMutation();
  return useCallback(
    (claimId: string | null, draft: RatingDraft, { version: base, claimVersion }: SeenRating) => {
      const claim = latest().claims.find(({ id }) => id === claimId);
      const name = claim === undefined ? "the piece" : claimLabel(claim);
      const before = found(latest().ratings, claimId);
      const send = (said: RatingDraft, baseVersion: () => number, read = () => wordingNow(latest(), claimId)) =>
        (mutationId: string) =>
          api.rating.set.mutate({ mutationId, caseId, id: newId(), claimId, claimVersion: read(), baseVersion: baseVersion(), ...said });
      const versionNow = () => found(latest().ratings, claimId)?.version ?? 0;
      const entry = latest().ratingScale.entries.find(({ id }) => id === draft.entryId);
      const done = entry === undefined ? `The rating of ${name} is lifted.` : `${name} is rated “${entry.label}”.`;
      // What is kept on the device names the entry, for the desk may refuse it long after.
      const label = entry === undefined ? `Lift the rating of ${name}` : `Rate ${name} “${entry.label}”`;
      return run(label, send(draft, () => base, () => claimVersion), {
        undo: () =>
          run(
            `Rate ${name} as before`,
            send({ entryId: before?.entryId ?? null, justification: before?.justification ?? "" }, versionNow),
          ),
        redo: () => run(label, send(draft, versionNow)),
        done: capitalised(done),
        quiet: true,
      });
    },
    [caseId, latest, run],
  );
}

function found(ratings: readonly RatingView[], claimId: string | null): RatingView | undefined {
  return ratings.find((rating) => rating.claimId === claimId);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
