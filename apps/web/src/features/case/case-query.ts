import type { CaseChange, CaseView, RevisionText, SourceView } from "@assay/domain";
import { queryOptions } from "@tanstack/react-query";
import { api, queryClient, trpc } from "../../trpc.ts";
import { forgetCase, setForesight, shownCase, takeAnswer, takeFromStream, takeIn } from "./held-case.ts";
import { keepIdentity } from "./keep-identity.ts";

const caseQueries = new Map<string, ReturnType<typeof makeCaseQuery>>();

/** The same object for a case: it is asked for at every turn, and its key is made by the client's whole machinery. */
export function caseQuery(caseId: string) {
  const known = caseQueries.get(caseId);
  if (known !== undefined) return known;
  const made = makeCaseQuery(caseId);
  caseQueries.set(caseId, made);
  return made;
}

function makeCaseQuery(caseId: string) {
  return queryOptions({
    queryKey: trpc.case.get.queryKey({ caseId }),
    queryFn: async (): Promise<CaseView> => {
      const loaded = await api.case.get.query({ caseId });
      // Not on the screen before: whatever is held is from another visit, perhaps another person's.
      if (heldCase(caseId) === undefined) forgetCase(caseId);
      return takeIn(loaded);
    },
    // Whatever sets it, what is shown is the newest that is held: an answer may come between a load and its being shown.
    structuralSharing: (held, next) =>
      keepIdentity(held as CaseView | undefined, shownCase(caseId) ?? (next as CaseView)),
    // Kept fresh by the stream and by mutations, not by age.
    staleTime: Infinity,
  });
}

/** A revision never changes, so its text is asked for once. */
export function textQuery(caseId: string, source: Pick<SourceView, "id" | "revision">) {
  return queryOptions({
    ...revisionTextQuery(caseId, source.id, source.revision.id),
  });
}

/** The same of any revision, an older one too. */
export function revisionTextQuery(caseId: string, sourceId: string, revisionId: string) {
  return queryOptions({
    queryKey: ["revision", revisionId],
    queryFn: (): Promise<RevisionText> => api.source.text.query({ caseId, sourceId, revisionId }),
    staleTime: Infinity,
    gcTime: 30 * 60_000,
    structuralSharing: false,
  });
}

/** The case as it is held now, changes of a moment ago included; outside of rendering. */
export function heldCase(caseId: string): CaseView | undefined {
  return queryClient.getQueryData<CaseView>(caseQuery(caseId).queryKey);
}

/** The answer to a change of this page. */
export function layOver(caseId: string, change: CaseChange): void {
  takeAnswer(caseId, change);
  showCase(caseId);
}

/** A change as the stream tells it, whoever made it. */
export function layFromStream(caseId: string, change: CaseChange): void {
  takeFromStream(caseId, change);
  showCase(caseId);
}

/**
 * What has been done here and not been answered yet: `lay` is asked for it again whenever the case below it moves, and
 * must give back the same view where there is nothing to lay. Call it again when there is more or less of it; null ends it.
 */
export function layForeseen(caseId: string, lay: ((view: CaseView) => CaseView) | null): void {
  setForesight(caseId, lay);
  showCase(caseId);
}

function showCase(caseId: string): void {
  queryClient.setQueryData<CaseView>(caseQuery(caseId).queryKey, (view) =>
    view === undefined ? view : shownCase(caseId),
  );
}

export function refetchCase(caseId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: caseQuery(caseId).queryKey });
}
