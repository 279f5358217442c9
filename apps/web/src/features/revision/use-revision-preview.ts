import type { SourceView } from "@assay/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../trpc.ts";
import type { SourceDraft } from "../source/source-draft.ts";
import { contentOf } from "../source/source-draft.ts";
import { stampOf, useSettled } from "../source/use-inspection.ts";

export type RevisionInspection = Awaited<ReturnType<typeof api.source.previewRevision.mutate>>;
export type RevisionPreview = Extract<RevisionInspection, { ok: true }>;

/** What storing the text would change: asked when the typing pauses, and anew when somebody else stored one first. */
export function useRevisionPreview(caseId: string, source: SourceView, draft: SourceDraft) {
  const content = contentOf(draft);
  const { completeness } = draft;
  const stamp = useSettled(content === null ? null : stampOf(draft));
  return useQuery({
    queryKey: ["preview-revision", caseId, source.revision.id, completeness, stamp],
    queryFn: () => {
      if (content === null) throw new Error("Nothing to read");
      return api.source.previewRevision.mutate({ caseId, sourceId: source.id, content, completeness });
    },
    enabled: content !== null && stamp !== null,
    placeholderData: content === null ? undefined : keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
}
