import type { TagView } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import type { TagHistory } from "./model/timeline.ts";

/** Asked for again whenever the tag, or what was said about it, moved on; the old answer stays until then. */
export function useTagHistory(tag: TagView) {
  const { caseId, view } = useCase();
  const said = view.reviews.filter((review) => review.tagId === tag.id).length;
  const ruled = view.adjudications.filter((one) => one.tagId === tag.id).length;
  return useQuery({
    queryKey: ["tag-history", tag.id, tag.version, tag.updatedAt, said, ruled],
    queryFn: (): Promise<TagHistory> => api.tag.history.query({ caseId, tagId: tag.id }),
    placeholderData: (before, query) => (query?.queryKey[1] === tag.id ? before : undefined),
    staleTime: Infinity,
  });
}
