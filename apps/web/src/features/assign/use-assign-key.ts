import type { AssignmentKind } from "@assay/domain";
import { useKeys } from "../../components/keys.ts";
import { useCaseOf } from "../case/use-case.ts";
import { openAssign } from "./assign-state.ts";

interface Place {
  kind: AssignmentKind;
  claimId: string | null;
  sourceId: string | null;
}

/** Opens the dialog on what the page is at. The same key on every page of a case. */
export function useAssignKey(page: string, place: Place): void {
  const when = useCaseOf(({ can }) => can("manage_case") || can("tag") || can("review"));
  useKeys(page, [
    {
      key: "shift+a",
      label: "Assign this work",
      when,
      run: () => openAssign(place),
    },
  ]);
}
