import type { QueuePage } from "@assay/domain";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, queryClient } from "../../trpc.ts";
import type { WorkSearch } from "./work-search.ts";
import { filterOf } from "./work-search.ts";
import { todayOf } from "./work-words.ts";

const PAGE = 40;
const EVERY_MS = 30_000;

/** A screenful and a half at once; what is further down comes when it is scrolled or stepped to. */
export function workQuery(workspaceId: string, search: WorkSearch) {
  const today = todayOf(new Date());
  return infiniteQueryOptions({
    queryKey: ["work", workspaceId, today, search],
    queryFn: ({ pageParam }): Promise<QueuePage> =>
      api.queue.mine.query({
        workspaceId,
        filter: filterOf(search),
        sort: search.sort ?? "due",
        today,
        cursor: pageParam,
        limit: PAGE,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // What the loader asked for a moment ago is new enough; anything older is asked for again.
    staleTime: 3_000,
    refetchInterval: EVERY_MS,
    placeholderData: (before) => before,
  });
}

/** Asks ahead of the page. What goes wrong is told by the page, which asks again. */
export function startWork(workspaceId: string, search: WorkSearch): void {
  void queryClient.prefetchInfiniteQuery(workQuery(workspaceId, search));
}

/** The first few, with the counts of all: for the start page and the bar. */
export function workGlance(workspaceId: string) {
  const today = todayOf(new Date());
  return queryOptions({
    queryKey: ["work", workspaceId, today, "glance"],
    queryFn: (): Promise<QueuePage> =>
      api.queue.mine.query({ workspaceId, filter: {}, sort: "due", today, cursor: null, limit: 8 }),
    refetchInterval: EVERY_MS,
  });
}

/** The whole list knows what the glance would ask for: asking twice would load everything twice. */
export function fillGlance(workspaceId: string, page: QueuePage): void {
  queryClient.setQueryData(workGlance(workspaceId).queryKey, { ...page, items: page.items.slice(0, 8) });
}

export function refreshWork(): void {
  void queryClient.invalidateQueries({ queryKey: ["work"] });
}
