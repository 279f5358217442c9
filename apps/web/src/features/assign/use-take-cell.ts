import type { AssignmentKind, CellRef } from "@assay/domain";
import { useCallback, useRef } from "react";
import { api, newId } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";

/** Takes the work on a cell, or gives back what one has of it. A second press while the first is on its way is none. */
export function useTakeCell(): (kind: AssignmentKind, cell: CellRef, name: string) => void {
  const { caseId, me, latest } = useCase();
  const { run } = useCaseMutation();
  const busy = useRef(false);
  return useCallback(
    (kind, { claimId, sourceId }, name) => {
      if (busy.current) return;
      busy.current = true;
      const mine = latest().assignments.find(
        (one) =>
          one.kind === kind && one.assigneeId === me.id && one.claimId === claimId && one.sourceId === sourceId,
      );
      const sent =
        mine === undefined
          ? run(
              `Take ${name}`,
              (mutationId) => api.assignment.claim.mutate({ mutationId, caseId, id: newId(), kind, claimId, sourceId }),
              { done: `${name} is yours.` },
            )
          : run(
              `Give ${name} back`,
              (mutationId) => api.assignment.end.mutate({ mutationId, caseId, assignmentId: mine.id, reason: "" }),
              { done: `${name} is given back.` },
            );
      void sent.finally(() => {
        busy.current = false;
      });
    },
    [caseId, me.id, latest, run],
  );
}
