import type { CaseChange, ClaimView } from "../case-view.ts";
import { NO_RATING, ratingOf } from "../rating-scale.ts";
import { nextState } from "../transition.ts";
import { contentAsStored, editedOrigin, moveTag, newTag } from "./foresee-tag.ts";
import type { ForeseenInputs } from "./foreseen-input.ts";
import type { Foresight } from "./foresight.ts";
import { after, asPhrase, foreseen } from "./foresight.ts";

/** The number is a guess: somebody else's claim may arrive first. */
export function foreseeCreateClaim(sight: Foresight, input: ForeseenInputs["claim.create"]): CaseChange | null {
  const { id, parentId = null, tag, suggestion } = input;
  const { view, actorId } = sight;
  if (view.claims.some((claim) => claim.id === id)) return null;
  const at = after(sight);
  const claim: ClaimView = {
    id,
    number: Math.max(0, ...view.claims.map(({ number }) => number)) + 1,
    version: 1,
    text: asPhrase(input.text),
    type: input.type,
    claimant: asPhrase(input.claimant),
    parentId,
    withdrawn: false,
    ...(suggestion && { suggestion }),
    createdBy: actorId,
    createdAt: at,
    updatedAt: at,
  };
  if (tag === undefined) return foreseen(sight, { claims: [claim] });
  const content = contentAsStored(tag.content);
  return foreseen(sight, { claims: [claim], tags: [newTag(sight, { ...tag, claimId: id, claimVersion: 1, content })] });
}

/** A new wording makes decided and submitted tags stale, and lifts what else was decided about the old one (T6). */
export function foreseeEditClaim(sight: Foresight, input: ForeseenInputs["claim.edit"]): CaseChange | null {
  const claim = known(sight, input.claimId, input.baseVersion);
  if (claim === null || claim.withdrawn) return null;
  const wording = { text: asPhrase(input.text), type: input.type, claimant: asPhrase(input.claimant) };
  const isReworded = claim.text !== wording.text;
  if (!isReworded && claim.type === wording.type && claim.claimant === wording.claimant) {
    return foreseen(sight, { claims: [claim] });
  }
  const claims = [{ ...claim, ...wording, ...editedOrigin(claim), version: claim.version + 1, updatedAt: after(sight, claim.updatedAt) }];
  if (!isReworded) return foreseen(sight, { claims });
  const tags = sight.view.tags.flatMap((tag) => {
    const to = tag.claimId === claim.id ? nextState(tag.state, "invalidate") : null;
    return to === null ? [] : [moveTag(sight, tag, to, "The claim was reworded after this tag judged it.")];
  });
  return foreseen(sight, { claims, ...(tags.length === 0 ? {} : { tags }), ...liftedDecisions(sight, claim.id) });
}

function liftedDecisions(sight: Foresight, claimId: string): Pick<CaseChange, "removedOverrides" | "ratings"> {
  const { view, actorId } = sight;
  const removedOverrides = view.overrides.filter((one) => one.claimId === claimId).map(({ id }) => id);
  const rating = ratingOf(view.ratings, claimId);
  const lifted = { ...NO_RATING, version: (rating?.version ?? 0) + 1, authorId: actorId };
  return {
    ...(removedOverrides.length === 0 ? {} : { removedOverrides }),
    ...(rating === null ? {} : { ratings: [{ ...rating, ...lifted, updatedAt: after(sight, rating.updatedAt) }] }),
  };
}

export function foreseeWithdrawClaim(sight: Foresight, input: ForeseenInputs["claim.withdraw"]): CaseChange | null {
  return moveClaim(sight, input, true);
}

export function foreseeRestoreClaim(sight: Foresight, input: ForeseenInputs["claim.restore"]): CaseChange | null {
  return moveClaim(sight, input, false);
}

function moveClaim(
  sight: Foresight,
  { claimId, baseVersion }: ForeseenInputs["claim.withdraw"],
  withdrawn: boolean,
): CaseChange | null {
  const claim = known(sight, claimId, baseVersion);
  if (claim === null || claim.withdrawn === withdrawn) return null;
  return foreseen(sight, { claims: [{ ...claim, withdrawn, updatedAt: after(sight, claim.updatedAt) }] });
}

function known({ view }: Foresight, claimId: string, baseVersion: number): ClaimView | null {
  return view.claims.find(({ id, version }) => id === claimId && version === baseVersion) ?? null;
}
