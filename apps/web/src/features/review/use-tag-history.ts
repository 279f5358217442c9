import type { CaseView, TagView } from "@assay/domain";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, queryClient } from "../../trpc.ts";
import { heldCase, textQuery } from "../case/case-query.ts";
import { useCase } from "../case/use-case.ts";
import type { TagHistory } from "./model/timeline.ts";

function historyQuery({ id: caseId, reviews, adjudications }: CaseView, tag: TagView) {
  const said = reviews.filter((review) => review.tagId === tag.id).length;
  const ruled = adjudications.filter((one) => one.tagId === tag.id).length;
  return queryOptions({
    queryKey: ["tag-history", tag.id, tag.version, tag.updatedAt, said, ruled],
    queryFn: (): Promise<TagHistory> => api.tag.history.query({ caseId, tagId: tag.id }),
    staleTime: Infinity,
  });
}

/** Asked for again whenever the tag, or what was said about it, moved on; the old answer stays until then. */
export function useTagHistory(tag: TagView) {
  const { view } = useCase();
  return useQuery({
    ...historyQuery(view, tag),
    placeholderData: (before, query) => (query?.queryKey[1] === tag.id ? before : undefined),
  });
}

/** So long a tag is read before what stands around the next one is asked for; the work of a decision is done by then. */
const AHEAD_MS = 120;

/** While one tag is read, what the next one shows is fetched, so that a decision leads to a page that is whole. */
export function useNextAtHand(next: TagView | null): void {
  const { caseId, sourceById } = useCase();
  const source = next === null ? undefined : sourceById(next.sourceId);
  useEffect(() => {
    if (next === null || source === undefined) return undefined;
    const timer = setTimeout(() => {
      const view = heldCase(caseId);
      if (view !== undefined) void queryClient.prefetchQuery(historyQuery(view, next));
      void queryClient.prefetchQuery(textQuery(caseId, source));
    }, AHEAD_MS);
    return () => clearTimeout(timer);
  }, [caseId, next, source]);
}
