import { api } from "../../trpc.ts";
import { useCaseMutation } from "./use-case-mutation.ts";
import { useCaseOf } from "./use-case.ts";

/** Putting a case away and bringing it back: each is the other's undo. */
export function useCaseShelf() {
  const caseId = useCaseOf((one) => one.caseId);
  const { run } = useCaseMutation();
  type Options = Parameters<typeof run>[2];
  const away = (options: Options) => run("Put the case away", (mutationId) => api.case.putAway.mutate({ mutationId, caseId }), options);
  const back = (options: Options) => run("Bring the case back", (mutationId) => api.case.bringBack.mutate({ mutationId, caseId }), options);
  return {
    putAway: () => away({ undo: () => back({}), redo: () => away({}), done: "The case is put away. It can be read, and brought back." }),
    bringBack: () => back({ undo: () => away({}), redo: () => back({}), done: "The case is in its list again." }),
  };
}
