import type { CaseView } from "./case-view.ts";

type Hanging = "tags" | "reviews" | "adjudications" | "assignments" | "threads";

/**
 * Leaves out what hangs on sources that were taken out of the case (T7). Which cells have opened stays known: they are
 * open for good (B2). Lists of which nothing goes stay the same objects.
 */
export function withoutRemoved<View extends Pick<CaseView, Hanging | "removedSources">>(view: View): View {
  if (view.removedSources.length === 0) return view;
  const removed = new Set(view.removedSources.map(({ id }) => id));
  const isOut = ({ sourceId }: { sourceId: string | null }) => sourceId !== null && removed.has(sourceId);
  const gone = new Set(view.tags.filter(isOut).map(({ id }) => id));
  const isOfGone = ({ tagId }: { tagId: string | null }) => tagId !== null && gone.has(tagId);
  return {
    ...view,
    tags: drop(view.tags, isOut),
    reviews: drop(view.reviews, isOfGone),
    adjudications: drop(view.adjudications, isOfGone),
    assignments: drop(view.assignments, isOut),
    threads: drop(view.threads, (thread) => isOfGone(thread) || (thread.passage !== null && isOut(thread.passage))),
  };
}

function drop<T>(list: T[], goes: (one: T) => boolean): T[] {
  return list.some(goes) ? list.filter((one) => !goes(one)) : list;
}
