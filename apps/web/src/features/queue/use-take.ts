import type { QueueEntry } from "@assay/domain";
import { useCallback, useRef } from "react";
import { notify } from "../../components/toast.tsx";
import { api, newId } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { refreshWork } from "./work-query.ts";
import { WORK_OF } from "./work-words.ts";

/** Takes a piece of work, or gives it back. A second press while the first is on its way does nothing. */
export function useTake(): (entry: QueueEntry) => void {
  const busy = useRef(new Set<string>());
  return useCallback((entry: QueueEntry) => {
    if (busy.current.has(entry.id)) return;
    busy.current.add(entry.id);
    void takeOrGiveBack(entry).finally(() => {
      busy.current.delete(entry.id);
      refreshWork();
    });
  }, []);
}

async function takeOrGiveBack({ kind, caseId, claimId, sourceId, assignmentId, claim, source }: QueueEntry) {
  const work = WORK_OF[kind];
  const what = `C${claim?.number ?? ""}, ${source?.name ?? ""}`;
  try {
    if (assignmentId !== null) {
      await api.assignment.end.mutate({ mutationId: newId(), caseId, assignmentId, reason: "" });
      notify({ text: `${what} is given back.` });
    } else if (work !== null) {
      await api.assignment.claim.mutate({ mutationId: newId(), caseId, id: newId(), kind: work, claimId, sourceId });
      notify({ text: `${what} is yours. Others see your initials on it.` });
    }
  } catch (error) {
    notify({ text: refusalOf(error).message, tone: "refusal" });
  }
}
