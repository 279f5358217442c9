import type { CaseChange, SourceView } from "@assay/domain";
import { sourceName } from "@assay/domain";
import { api } from "../../trpc.ts";
import { useCaseOf } from "../case/use-case.ts";
import type { CaseOutcome, MutationOptions } from "../case/use-case-mutation.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";

type Named = Pick<SourceView, "id" | "number" | "publisher" | "title" | "version">;

/** Taking a source out of the case and putting it back (T7): each is the other's undo. */
export function useSourceMoves() {
  const caseId = useCaseOf((one) => one.caseId);
  const latest = useCaseOf((one) => one.latest);
  const { run } = useCaseMutation();
  const versionNow = (sourceId: string): number => {
    const { sources, removedSources } = latest();
    return [...sources, ...removedSources].find(({ id }) => id === sourceId)?.version ?? 0;
  };
  type Options = MutationOptions<CaseChange>;
  const sendRemoval = (source: Named, reason: string, baseVersion: () => number, options: Options) =>
    run(
      `Take out ${sourceName(source)}`,
      (mutationId) => api.source.remove.mutate({ mutationId, caseId, sourceId: source.id, baseVersion: baseVersion(), reason }),
      options,
    );
  const sendReturn = (source: Named, options: Options) =>
    run(
      `Put back ${sourceName(source)}`,
      (mutationId) =>
        api.source.restore.mutate({ mutationId, caseId, sourceId: source.id, baseVersion: versionNow(source.id) }),
      options,
    );
  return {
    /** `source`: as the person saw it when they decided. */
    remove: (source: Named, reason: string): Promise<CaseOutcome> =>
      sendRemoval(source, reason, () => source.version, {
        quiet: true,
        undo: () => sendReturn(source, {}),
        redo: () => sendRemoval(source, reason, () => versionNow(source.id), {}),
        done: `Source ${source.number}, ${sourceName(source)}, is out of the case.`,
      }),
    putBack: (source: Named & { reason: string }): Promise<CaseOutcome> =>
      sendReturn(source, {
        undo: () => sendRemoval(source, source.reason, () => versionNow(source.id), {}),
        redo: () => sendReturn(source, {}),
        done: `Source ${source.number}, ${sourceName(source)}, is back in the case.`,
      }),
  };
}
