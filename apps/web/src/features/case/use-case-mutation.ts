import type { CaseChange } from "@assay/domain";
import { foreseeChange } from "@assay/domain";
import { useCallback } from "react";
import type { RefusalInfo } from "../../refusal.ts";
import { newId } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { notify } from "../../components/toast.tsx";
import { captureMutation, refusedCall } from "./captured-mutations.ts";
import { heldCase, refetchCase } from "./case-query.ts";
import { mutationQueue } from "./case-sync.ts";
import { useCaseOf } from "./use-case.ts";
import type { UndoEntry } from "./undo.ts";
import { answerUndo, dropUndo, isCarryingOut, pushUndo, undoEntry } from "./undo.ts";
import { noteAnswer, noteMine } from "./undo-marks.ts";

export type CaseOutcome<Change extends CaseChange = CaseChange> =
  | { ok: true; change: Change }
  | { ok: false; refusal: RefusalInfo };

export interface MutationOptions<Change extends CaseChange> {
  /** The inverse, as further `run` calls without an undo of their own. Gets what the server answered, or will. */
  undo?: (change: Change) => Promise<unknown>;
  /** What of the change its inverse leaves as it is, in a sentence for whoever undoes it; empty where that is nothing. */
  stays?: (change: Change) => string;
  /** How it is done once more after an undo. Left out: `send` is called again, and has to read its versions then. */
  redo?: () => Promise<unknown>;
  /** Said in a toast when it is done, with "Undo" beside it where there is an inverse. */
  done?: string;
  /** The caller shows refusals itself, at the place they belong to. */
  quiet?: boolean;
  /** The caller shows a conflict itself, both sides of it (see ConflictDialog); every other refusal is told here. */
  showsConflict?: boolean;
  /** Says nothing of its own: when what it rests on is refused, it goes along without a word. */
  rides?: boolean;
}

/**
 * `run(label, send, options)` makes one mutation: kept on this device, shown at once as far as its outcome can be
 * foreseen, sent when its turn comes. `label` names the change in words ("Verify C5 in The Ellery Courier"). `send`
 * gets a mutation id and calls the API with it, once, with the versions that `latest()` of useCase shows: they count
 * what is on its way. Never throws: a refusal comes back as a value, after its sentence was shown. Without an answer
 * the outcome is the one foreseen; a refusal that comes later is a matter of the list of unsent changes.
 */
export function useCaseMutation() {
  const caseId = useCaseOf((one) => one.caseId);
  const meId = useCaseOf(({ me }) => me.id);
  const latest = useCaseOf((one) => one.latest);
  const run = useCallback(
    async <Change extends CaseChange>(
      label: string,
      send: (mutationId: string) => Promise<Change>,
      options: MutationOptions<Change> = {},
    ): Promise<CaseOutcome<Change>> => {
      const mutationId = newId();
      const { quiet = false, rides = false, showsConflict = isCarryingOut() } = options;
      let entry: UndoEntry | null = null;
      let expected: CaseChange | null = null;
      let tellAnswered = () => {};
      const answered = new Promise<void>((resolve) => {
        tellAnswered = resolve;
      });
      // As soon as it is made, whatever of it can be foreseen: what was done last is undone first.
      const offer = (change: CaseChange | null) => {
        const { undo, redo, done, stays } = options;
        if (undo === undefined) return;
        const again = redo ?? (() => run(label, send, options));
        entry = {
          mutationId,
          personId: meId,
          caseId,
          label,
          change,
          answered,
          undo: undo as UndoEntry["undo"],
          stays: (stays ?? (() => "")) as UndoEntry["stays"],
          redo: again,
          notice: done ?? null,
        };
        pushUndo(entry);
      };
      const take = async (procedure: string, input: unknown): Promise<unknown> => {
        const view = heldCase(caseId) ?? latest();
        const at = new Date().toISOString();
        const foreseen = foreseeChange(procedure, input, { view, actorId: meId, at });
        const { workspaceId, title: caseTitle } = view;
        const sent = mutationQueue.add(
          { id: mutationId, workspaceId, caseId, caseTitle, procedure, input, label, rides },
          foreseen !== null,
        );
        if (foreseen !== null) {
          expected = foreseen;
          noteMine(foreseen);
        }
        offer(foreseen);
        const outcome = await sent;
        if (!outcome.ok) throw refusedCall(outcome.refusal);
        return "kept" in outcome ? foreseen : outcome.answer;
      };
      const callOff = captureMutation(mutationId, take);
      try {
        const change = await send(mutationId);
        noteAnswer(change, expected);
        if (entry === null) offer(change);
        else answerUndo(entry, change);
        tellDone(options.done, entry);
        return { ok: true, change };
      } catch (error) {
        if (entry !== null) dropUndo(entry);
        const refusal = refusalOf(error);
        showRefusal(caseId, refusal, quiet || rides || (showsConflict && refusal.code === "CONFLICT"));
        return { ok: false, refusal };
      } finally {
        callOff();
        tellAnswered();
      }
    },
    [caseId, meId, latest],
  );
  return { run };
}

function tellDone(done: string | undefined, entry: UndoEntry | null): void {
  if (done === undefined) return;
  const action = entry === null ? {} : { action: { label: "Undo", kbd: "u", run: () => undoEntry(entry) } };
  notify({ text: done, ...action });
}

function showRefusal(caseId: string, refusal: RefusalInfo, isShown: boolean): void {
  // Whatever was refused, it was decided on something newer than what is on the screen, or may have been.
  void refetchCase(caseId);
  if (!isShown) notify({ text: refusal.message, tone: "refusal" });
}
