import { DomainError, isBlank, refuse } from "@assay/domain";
import type { CaseChange, RatingScale } from "@assay/domain";
import type { Tx } from "@assay/db";
import type { CaseContext } from "../context.ts";
import { refusalError } from "../policies/refuse.ts";
import { expectRead, findClaim } from "./find-claim.ts";
import { refuseWithdrawnClaim } from "./find-tag.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import { loadCurrent } from "./load-change.ts";

export interface SetRating {
  mutationId: string;
  /** Of a new rating; the stored one's keeps its own. */
  id: string;
  /** Null: the whole piece. */
  claimId: string | null;
  /** The wording that was read; null for the whole piece. */
  claimVersion: number | null;
  baseVersion: number;
  /** Null lifts the rating. */
  entryId: string | null;
  justification: string;
}

const MOVED_ON = "Somebody else rated this in the meantime. Look at their rating, then save yours.";

/** The desk's own word for publication. It never touches the verdict, and each change of it is another version. */
export function setRating(ctx: CaseContext, input: SetRating): Promise<CaseChange> {
  const { mutationId, claimId, baseVersion, entryId, justification } = input;
  return inCaseMutation(ctx, { procedure: "rating.set", mutationId }, async ({ tx, at }) => {
    const { workspaceId, userId: authorId } = ctx.scope;
    if (claimId !== null) {
      const claim = await findClaim(tx, ctx.caseId, claimId);
      refuseWithdrawnClaim({ number: claim.number, withdrawn: claim.withdrawnAt !== null });
      await expectRead(tx, claim, input.claimVersion ?? 0);
    }
    const known = await tx.rating.findFirst({ where: { caseId: ctx.caseId, claimId } });
    if ((known?.version ?? 0) !== baseVersion) {
      const { ratings } = known === null ? {} : await loadCurrent(tx, ctx.caseId, { ratings: [known.id] });
      throw new DomainError("CONFLICT", MOVED_ON, { current: ratings?.[0] ?? null, yours: input, rule: "E5" });
    }
    const entry = await entryFor(tx, ctx, entryId);
    if (entry !== null && isBlank(justification)) {
      throw refusalError(refuse("rating", "Say why it is rated so. The report prints your reason."));
    }
    const said = { entryId, label: entry?.label ?? "", colour: entry?.colour ?? "", justification };
    const id = known?.id ?? input.id;
    const version = baseVersion + 1;
    if (known === null) {
      const place = { id, workspaceId, caseId: ctx.caseId, claimId };
      await tx.rating.create({ data: { ...place, ...said, version, authorId, createdAt: at, updatedAt: at } });
    } else {
      await tx.rating.update({ where: { id }, data: { ...said, version, authorId, updatedAt: at } });
    }
    await tx.ratingVersion.create({
      data: { ratingId: id, version, workspaceId, ...said, authorId, createdAt: at },
    });
    const kind = entryId === null ? "rating.lifted" : "rating.set";
    const payload = { ratingId: id, version, claimId, ...said };
    return { events: [{ kind, subject: claimId ?? ctx.caseId, payload }], touched: { ratings: [id] } };
  });
}

async function entryFor(tx: Tx, ctx: CaseContext, entryId: string | null) {
  if (entryId === null) return null;
  const { ratingScale } = await loadCurrent(tx, ctx.caseId, { ratingScale: true });
  const entry = (ratingScale as RatingScale).entries.find(({ id }) => id === entryId);
  if (entry !== undefined) return entry;
  throw refusalError(refuse("rating", "The scale has no such entry any more. Choose one of those it has."));
}
