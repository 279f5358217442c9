import { useMemo } from "react";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { useCaseOf } from "../case/use-case.ts";
import { createClaimWrites } from "../workbench/state/claim-writes.ts";
import { createTagWrites } from "../workbench/state/tag-writes.ts";
import type { AssistWrites } from "./assist-writes.ts";
import { createAssistWrites } from "./assist-writes.ts";

/** What a person does with suggestions, through the same queue and undo as everything else. */
export function useAssistWrites(): AssistWrites {
  const caseId = useCaseOf((one) => one.caseId);
  const meId = useCaseOf(({ me }) => me.id);
  const latest = useCaseOf((one) => one.latest);
  const { run } = useCaseMutation();
  return useMemo(() => {
    const of = { caseId, meId, run, latest };
    const tags = createTagWrites(of);
    return createAssistWrites({ ...of, tags, claims: createClaimWrites({ ...of, tags }) });
  }, [caseId, meId, run, latest]);
}
