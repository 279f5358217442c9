import type { CaseView, ThreadView } from "@assay/domain";
import { claimLabel, sourceName } from "@assay/domain";
import type { SnapshotThread } from "./report-snapshot.ts";
import type { CaseIndex } from "./snapshot-tag.ts";
import { nameOf } from "./snapshot-tag.ts";

interface Chosen {
  claims: ReadonlySet<string>;
  sources: ReadonlySet<string>;
}

/**
 * What was discussed about the case as a whole and about what is in the report, oldest first. Withdrawn comments leave
 * their place and no words.
 */
export function snapshotThreads(view: CaseView, chosen: Chosen, index: CaseIndex): SnapshotThread[] {
  const tags = new Map(view.tags.map((tag) => [tag.id, tag]));
  return view.threads.flatMap((thread) => {
    const tag = thread.tagId === null ? undefined : tags.get(thread.tagId);
    const claimId = thread.claimId ?? tag?.claimId ?? null;
    const sourceId = thread.passage?.sourceId ?? tag?.sourceId ?? null;
    const isOutside = (claimId !== null && !chosen.claims.has(claimId)) || (sourceId !== null && !chosen.sources.has(sourceId));
    return isOutside ? [] : [snapshotThread(view, thread, { claimId, sourceId }, index)];
  });
}

function snapshotThread(
  view: CaseView,
  thread: ThreadView,
  place: { claimId: string | null; sourceId: string | null },
  index: CaseIndex,
): SnapshotThread {
  const { resolved } = thread;
  const claim = view.claims.find(({ id }) => id === place.claimId);
  const source = view.sources.find(({ id }) => id === place.sourceId);
  return {
    id: thread.id,
    claimLabel: claim === undefined ? null : claimLabel(claim),
    sourceName: source === undefined ? null : sourceName(source),
    passage: thread.passage?.exact ?? null,
    resolved:
      resolved === null ? null : { by: nameOf(index, resolved.by), at: resolved.at, reason: resolved.reason },
    comments: thread.comments.map((comment) => ({
      author: nameOf(index, comment.authorId),
      at: comment.createdAt,
      text: comment.text,
      edited: comment.version > 1,
      withdrawn: comment.withdrawn,
    })),
  };
}

/** "C5 in The Courier", "The Courier", "The case". */
export function threadPlace({ claimLabel: claim, sourceName: source }: SnapshotThread): string {
  return [claim, source].filter((part) => part !== null).join(" in ") || "The case";
}
