import type { CaseChange } from "@assay/domain";
import { useCallback } from "react";
import type { RefusalCode, RefusalInfo } from "../../trpc.ts";
import { newId } from "../../trpc.ts";
import { notify } from "../../components/toast.tsx";
import { layOver, refetchCase } from "./case-query.ts";
import { mutationQueue } from "./case-sync.ts";
import { useCase } from "./use-case.ts";
import { pushUndo, undoEntry } from "./undo.ts";

export type CaseOutcome<Change extends CaseChange = CaseChange> =
  | { ok: true; change: Change }
  | { ok: false; refusal: RefusalInfo };

export interface MutationOptions<Change extends CaseChange> {
  /** The inverse, as further `run` calls without an undo of their own. Gets what the server answered. */
  undo?: (change: Change) => Promise<unknown>;
  /** Said in a toast when it is done, with "Undo" beside it where there is an inverse. */
  done?: string;
  /** The caller shows refusals itself, at the place they belong to. */
  quiet?: boolean;
}

/** Both sides have to be shown, so the caller handles them: see ConflictDialog. */
const SHOWN_BY_CALLER: readonly RefusalCode[] = ["CONFLICT", "STALE_REVIEW", "ALREADY_EXISTS"];

/**
 * `run(label, send, options)` sends one mutation and lays the answer over the case. `label` names the change in words
 * ("Verify C5 in The Ellery Courier"). `send` gets a mutation id and may be called again with the same one when no
 * answer came (E4); it is called when its turn comes, so read the newest versions inside it (`latest()` of useCase).
 * Never throws: a refusal comes back as a value, after its sentence was shown.
 */
export function useCaseMutation() {
  const { caseId } = useCase();
  const run = useCallback(
    async <Change extends CaseChange>(
      label: string,
      send: (mutationId: string) => Promise<Change>,
      options: MutationOptions<Change> = {},
    ): Promise<CaseOutcome<Change>> => {
      const mutationId = newId();
      const sent = await mutationQueue.send(async () => {
        const change = await send(mutationId);
        // Before the next in the queue starts, so that it reads the versions this one made.
        layOver(caseId, change);
        return change;
      });
      if (!sent.ok) {
        showRefusal(caseId, sent.refusal, options.quiet === true);
        return sent;
      }
      const change = sent.value;
      const { undo, done } = options;
      const entry = undo === undefined ? null : { caseId, label, run: () => undo(change), notice: done ?? null };
      if (entry !== null) pushUndo(entry);
      if (done !== undefined) {
        notify({
          text: done,
          ...(entry === null ? {} : { action: { label: "Undo", kbd: "u", run: () => undoEntry(entry) } }),
        });
      }
      return { ok: true, change };
    },
    [caseId],
  );
  return { run };
}

function showRefusal(caseId: string, refusal: RefusalInfo, quiet: boolean): void {
  // Whatever was refused, it was decided on something newer than what is on the screen, or may have been.
  void refetchCase(caseId);
  if (quiet || SHOWN_BY_CALLER.includes(refusal.code)) return;
  notify({ text: refusal.message, tone: "refusal" });
}
