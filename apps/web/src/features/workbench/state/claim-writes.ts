import { claimLabel } from "@assay/domain";
import type {
  CaseView,
  ClaimType,
  ClaimView,
  SourceView,
  SuggestionOrigin,
  TagContent,
  VerdictKind,
} from "@assay/domain";
import { api, newId } from "../../../trpc.ts";
import { lapsingWith, staysLapsed } from "../model/what-lapses.ts";
import type { RewordedClaims } from "./reworded-claims.ts";
import type { Outcome, Run, TagWrites } from "./tag-writes.ts";

export interface ClaimFields {
  text: string;
  type: ClaimType;
  claimant: string;
}

export interface FirstTag {
  source: SourceView;
  content: TagContent;
}

export interface ClaimWrites {
  /**
   * `tag` is the passage it was made from; both are one mutation, so neither is there without the other. `suggestion` is
   * where both come from, if the machine proposed them.
   */
  create: (id: string, fields: ClaimFields, tag?: FirstTag, suggestion?: SuggestionOrigin) => Outcome;
  /**
   * `baseVersion` is the version the person was looking at when they began to write (E5). A claim on which nothing
   * rests but one draft of their own is still being made: the draft goes along with the new words.
   */
  edit: (claim: ClaimView, fields: ClaimFields, baseVersion: number) => Outcome;
  withdraw: (claim: ClaimView) => Outcome;
  restore: (claim: ClaimView) => Outcome;
  override: (claimId: string, verdict: VerdictKind, reason: string, seen?: SeenClaim) => Outcome;
  lift: (overrideId: string) => Outcome;
}

interface ClaimWritesInput {
  caseId: string;
  meId: string;
  run: Run;
  latest: () => CaseView;
  tags: TagWrites;
  /** Told of this person's own words, where somebody asks which are others'. */
  reworded?: RewordedClaims;
}

/** What somebody who overrides a verdict has before their eyes: the claim's wording, and the override that stands. */
export interface SeenClaim {
  claimVersion: number;
  replaces: string | null;
}

export function seenOf({ claims, overrides }: CaseView, claimId: string): SeenClaim {
  const claimVersion = claims.find(({ id }) => id === claimId)?.version ?? 1;
  return { claimVersion, replaces: overrides.find((one) => one.claimId === claimId)?.id ?? null };
}

export function createClaimWrites({ caseId, meId, run, latest, tags, reworded }: ClaimWritesInput): ClaimWrites {
  /** A claim that was made is made once: undone and done again, it is withdrawn and restored (T7). */
  const madeBack = (id: string): Parameters<Run>[2] => ({
    undo: () => run("Withdraw the new claim", withdraw(id)),
    redo: () => run("New claim", restore(id), madeBack(id)),
  });
  const versionOf = (claimId: string): number => latest().claims.find((one) => one.id === claimId)?.version ?? 0;

  const withdraw = (claimId: string) => (mutationId: string) =>
    api.claim.withdraw.mutate({ mutationId, caseId, claimId, baseVersion: versionOf(claimId) });
  const restore = (claimId: string) => (mutationId: string) =>
    api.claim.restore.mutate({ mutationId, caseId, claimId, baseVersion: versionOf(claimId) });
  const edit = (claimId: string, fields: ClaimFields, baseVersion: () => number) => (mutationId: string) => {
    reworded?.wrote(claimId, fields.text);
    return api.claim.edit.mutate({ mutationId, caseId, claimId, baseVersion: baseVersion(), ...fields });
  };
  const override = (claimId: string, verdict: VerdictKind, reason: string, seen = seenOf(latest(), claimId)) => {
    const id = newId();
    return (mutationId: string) =>
      api.verdict.override.mutate({ mutationId, caseId, id, claimId, ...seen, verdict, reason });
  };
  const lift = (overrideId: string) => (mutationId: string) =>
    api.verdict.lift.mutate({ mutationId, caseId, overrideId });

  return {
    create: (id, fields, tag, suggestion) => {
      const tagId = newId();
      return run(
        "New claim",
        (mutationId) =>
          api.claim.create.mutate({
            mutationId,
            caseId,
            id,
            ...fields,
            ...(suggestion === undefined ? {} : { suggestion }),
            ...(tag === undefined
              ? {}
              : {
                  tag: {
                    id: tagId,
                    sourceId: tag.source.id,
                    revisionId: tag.source.revision.id,
                    content: tag.content,
                    ...(suggestion === undefined ? {} : { suggestion }),
                  },
                }),
          }),
        madeBack(id),
      );
    },
    edit: (claim, fields, baseVersion) => {
      const before = { text: claim.text, type: claim.type, claimant: claim.claimant };
      const label = `Edit ${claimLabel(claim)}`;
      const lapsing = lapsingWith(latest(), claim.id);
      /** Both are queued at once, so that a submission pressed next comes after them. */
      const withDraft = (fieldsNow: ClaimFields, base: () => number, options?: Parameters<Run>[2]): Outcome => {
        const draft = onlyDraft(latest(), claim.id, meId);
        const edited = run(label, edit(claim.id, fieldsNow, base), options);
        if (draft !== null) void tags.rejudge(draft);
        return edited;
      };
      const inverse: Parameters<Run>[2] = {
        undo: (change) => {
          const made = change.claims?.find((one) => one.id === claim.id)?.version ?? baseVersion;
          // Over later changes of one's own, which were undone before; never over somebody else's (E5).
          const undoneFrom = () => (says(latest(), claim.id, fields) ? versionOf(claim.id) : made);
          return withDraft(before, undoneFrom);
        },
        redo: () => withDraft(fields, () => versionOf(claim.id), inverse),
        stays: (change) => staysLapsed(change, lapsing),
      };
      return withDraft(fields, () => baseVersion, { ...inverse, showsConflict: true });
    },
    withdraw: (claim) =>
      run(`Withdraw ${claimLabel(claim)}`, withdraw(claim.id), {
        undo: () => run(`Restore ${claimLabel(claim)}`, restore(claim.id)),
        done: `${claimLabel(claim)} is withdrawn. Its tags and its history stay in the log.`,
      }),
    restore: (claim) =>
      run(`Restore ${claimLabel(claim)}`, restore(claim.id), {
        undo: () => run(`Withdraw ${claimLabel(claim)}`, withdraw(claim.id)),
      }),
    override: (claimId, verdict, reason, seen) => {
      const inverse: Parameters<Run>[2] = {
        undo: (change) => {
          const made = change.overrides?.find((one) => one.claimId === claimId);
          return made === undefined ? Promise.resolve() : run("Lift the override", lift(made.id));
        },
        redo: () => run("Override the verdict", override(claimId, verdict, reason), inverse),
      };
      // The dialog shows what was refused.
      return run("Override the verdict", override(claimId, verdict, reason, seen), { ...inverse, quiet: true });
    },
    lift: (overrideId) => {
      const before = latest().overrides.find((one) => one.id === overrideId);
      if (before === undefined) return run("Lift the override", lift(overrideId));
      const { claimId, verdict, reason } = before;
      const inverse: Parameters<Run>[2] = {
        undo: () => run("Override the verdict", override(claimId, verdict, reason)),
        // The undo has made another one in its place.
        redo: () => {
          const now = latest().overrides.find((one) => one.claimId === claimId);
          return now === undefined ? Promise.resolve() : run("Lift the override", lift(now.id), inverse);
        },
      };
      return run("Lift the override", lift(overrideId), inverse);
    },
  };
}

function says(view: CaseView, claimId: string, { text, type, claimant }: ClaimFields): boolean {
  const now = view.claims.find((one) => one.id === claimId);
  return now?.text === text && now.type === type && now.claimant === claimant;
}

function onlyDraft(view: CaseView, claimId: string, meId: string): string | null {
  const standing = view.tags.filter((tag) => tag.claimId === claimId && tag.state !== "withdrawn");
  const [tag] = standing;
  return standing.length === 1 && tag?.state === "draft" && tag.authorId === meId ? tag.id : null;
}
