import type { CaseChange, CaseView, RevisionText, SourceView } from "@assay/domain";
import { applyChange } from "@assay/domain";
import { queryOptions } from "@tanstack/react-query";
import { api, queryClient, trpc } from "../../trpc.ts";
import { keepIdentity } from "./keep-identity.ts";

export function caseQuery(caseId: string) {
  return queryOptions({
    queryKey: trpc.case.get.queryKey({ caseId }),
    queryFn: (): Promise<CaseView> => api.case.get.query({ caseId }),
    structuralSharing: (held, next) => keepIdentity(held as CaseView | undefined, next as CaseView),
    // Kept fresh by the head poll and by mutations, not by age.
    staleTime: Infinity,
  });
}

/** A revision never changes, so its text is asked for once. */
export function textQuery(caseId: string, source: Pick<SourceView, "id" | "revision">) {
  return queryOptions({
    queryKey: ["revision", source.revision.id],
    queryFn: (): Promise<RevisionText> => api.source.text.query({ caseId, sourceId: source.id }),
    staleTime: Infinity,
    gcTime: 30 * 60_000,
    structuralSharing: false,
  });
}

/** The case as it is held now, changes of a moment ago included; outside of rendering. */
export function heldCase(caseId: string): CaseView | undefined {
  return queryClient.getQueryData<CaseView>(caseQuery(caseId).queryKey);
}

export function layOver(caseId: string, change: CaseChange): void {
  queryClient.setQueryData<CaseView>(caseQuery(caseId).queryKey, (view) =>
    view === undefined ? view : applyChange(view, change),
  );
}

export function refetchCase(caseId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: caseQuery(caseId).queryKey });
}
