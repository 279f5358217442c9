import { lackingForSubmit, sourceName } from "@assay/domain";
import type { CaseChange, CaseView, SourceView, SuggestionOrigin, TagContent, TagView } from "@assay/domain";
import { notify } from "../../../components/toast.tsx";
import { api, newId } from "../../../trpc.ts";
import { refetchCase } from "../../case/case-query.ts";
import type { CaseOutcome } from "../../case/use-case-mutation.ts";
import type { useCaseMutation } from "../../case/use-case-mutation.ts";
import { maySendAgain } from "../model/may-send-again.ts";
import { contentOf } from "../model/tag-edits.ts";

export type Run = ReturnType<typeof useCaseMutation>["run"];
export type Outcome = Promise<CaseOutcome>;

export interface CellKey {
  claimId: string;
  sourceId: string;
}

interface WritesInput {
  caseId: string;
  meId: string;
  run: Run;
  latest: () => CaseView;
}

type ContentEdit = (content: TagContent | null) => TagContent | null;

export interface TagWrites {
  /**
   * `edit` gets my tag's content of now, null where I have none; null back means: leave it. `suggestion` is what the
   * person began from, where the machine proposed it.
   */
  edit: (cell: CellKey, label: string, edit: ContentEdit, suggestion?: SuggestionOrigin) => Outcome;
  submit: (tagId: string) => Outcome;
  submitAll: (tagIds: string[]) => Promise<CaseOutcome<CaseChange & Refused>>;
  withdraw: (tagId: string) => Outcome;
  restore: (tagId: string) => Outcome;
  reaffirm: (tagId: string) => Outcome;
  /** Saves my draft once more as a judgement of the claim's words of now; what it says stays. */
  rejudge: (tagId: string) => Outcome;
}

export interface Refused {
  refused: { tagId: string; reason: string }[];
}

/**
 * Everything that writes tags. Versions are read from the case as it will be when all that is on its way has arrived,
 * so that two quick presses follow each other instead of colliding; the inverse of each is what undo sends.
 */
export function createTagWrites({ caseId, meId, run, latest }: WritesInput): TagWrites {
  const find = (tagId: string): TagView => {
    const tag = latest().tags.find((one) => one.id === tagId);
    if (tag === undefined) throw new Error(`No tag ${tagId} in this case`);
    return tag;
  };
  const mine = ({ claimId, sourceId }: CellKey) =>
    latest().tags.find((tag) => tag.claimId === claimId && tag.sourceId === sourceId && tag.authorId === meId);

  interface Saved {
    id: string;
    content: TagContent;
    before: TagView | undefined;
    suggestion?: SuggestionOrigin | undefined;
  }
  const save = (mutationId: string, cell: CellKey, { id, content, before, suggestion }: Saved) => {
    const view = latest();
    const claim = view.claims.find((one) => one.id === cell.claimId);
    const source = view.sources.find((one) => one.id === cell.sourceId);
    if (claim === undefined || source === undefined) throw new Error("The cell is not in this case");
    return api.tag.save.mutate({
      mutationId,
      caseId,
      id,
      claimId: claim.id,
      sourceId: source.id,
      revisionId: source.revision.id,
      baseVersion: before?.version ?? 0,
      claimVersion: claim.version,
      content,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  };
  const act = (name: "submit" | "withdraw" | "restore", tagId: string) => (mutationId: string) =>
    api.tag[name].mutate({ mutationId, caseId, tagId, baseVersion: find(tagId).version });

  /** Back to what the tag said; where it did not exist, or was withdrawn, a tombstone (T7). */
  const putBack = (label: string, tagId: string, cell: CellKey, content: TagContent | null) =>
    content === null
      ? run(label, act("withdraw", tagId))
      : run(label, (mutationId) => save(mutationId, cell, { id: tagId, content, before: find(tagId) }));

  const named = (tagId: string, verb: string): string => {
    const tag = find(tagId);
    return `${verb} ${cellName(latest(), tag)}`;
  };

  return {
    edit: async (cell, label, edit, suggestion) => {
      // The same content handed back, as when a key is pressed twice, makes no version either.
      const changed = (was: TagContent | null): TagContent | null => {
        const next = edit(was);
        return next === was ? null : next;
      };
      if (changed(standing(mine(cell))) === null) return { ok: true, change: nothing(latest()) };
      const freshId = newId();
      let before: TagView | undefined;
      const send = () =>
        run(
          label,
          (mutationId) => {
            before = mine(cell);
            const content = changed(standing(before));
            if (content === null) return Promise.resolve(nothing(latest()));
            return save(mutationId, cell, { id: before?.id ?? freshId, content, before, suggestion });
          },
          { undo: () => putBack(label, before?.id ?? freshId, cell, standing(before)), showsConflict: true },
        );
      const outcome = await send();
      if (outcome.ok || outcome.refusal.code !== "CONFLICT") return outcome;
      if (!maySendAgain(outcome.refusal)) {
        notify({ text: outcome.refusal.message, tone: "refusal" });
        return outcome;
      }
      // The same tag was changed in another window: the edit is made once more, on what it says now (E5).
      await refetchCase(caseId);
      return send();
    },
    submit: (tagId) =>
      run(named(tagId, "Submit"), act("submit", tagId), {
        // There is no way back from "submitted" but through a tombstone: both steps stand in the log.
        undo: () =>
          run(named(tagId, "Take back"), act("withdraw", tagId)).then((taken) =>
            taken.ok ? run(named(tagId, "Take back"), act("restore", tagId)) : taken,
          ),
      }),
    submitAll: (tagIds) =>
      run(`Submit ${tagIds.length} drafts`, (mutationId) =>
        api.tag.submitMany.mutate({
          mutationId,
          caseId,
          items: tagIds.map((tagId) => ({ tagId, baseVersion: find(tagId).version })),
        }),
      ),
    withdraw: (tagId) =>
      run(named(tagId, "Withdraw"), act("withdraw", tagId), {
        undo: () => run(named(tagId, "Restore"), act("restore", tagId)),
        done: `${cellName(latest(), find(tagId))}: withdrawn. Its history stays.`,
      }),
    restore: (tagId) =>
      run(named(tagId, "Restore"), act("restore", tagId), {
        undo: () => run(named(tagId, "Withdraw"), act("withdraw", tagId)),
      }),
    reaffirm: (tagId) =>
      run(named(tagId, "Reaffirm"), (mutationId) => {
        const { version: baseVersion, revisionId, claimId, claimVersion: judged } = find(tagId);
        const claimVersion = latest().claims.find(({ id }) => id === claimId)?.version ?? judged;
        return api.tag.reaffirm.mutate({ mutationId, caseId, tagId, baseVersion, claimVersion, revisionId });
      }),
    rejudge: (tagId) =>
      run(
        "Keep a draft",
        (mutationId) => {
          const tag = find(tagId);
          return save(mutationId, tag, { id: tagId, content: contentOf(tag), before: tag });
        },
        { rides: true },
      ),
  };
}

/** "C5 in Northwater Wire" */
export function cellName(view: CaseView, { claimId, sourceId }: CellKey): string {
  const claim = view.claims.find((one) => one.id === claimId);
  const source = view.sources.find((one) => one.id === sourceId);
  return `C${claim?.number ?? "?"} in ${source === undefined ? "a source" : sourceName(source)}`;
}

/** What stands between a tag and its submission, as one text for the button; null when nothing does. */
export function lackingOf(content: TagContent, source: SourceView): string | null {
  const lacking = lackingForSubmit(content, {
    completeness: source.revision.completeness,
    revisionSha256: source.revision.sha256,
    textLength: source.revision.length,
  });
  return lacking.length === 0 ? null : lacking.map((one) => one.reason).join(" ");
}

/** What an edit starts from: a withdrawn tag is a tombstone, not a beginning. */
function standing(tag: TagView | undefined): TagContent | null {
  return tag === undefined || tag.state === "withdrawn" ? null : contentOf(tag);
}

function nothing(view: CaseView): CaseChange {
  return { lastEvent: view.lastEvent, lastHash: view.lastHash };
}
