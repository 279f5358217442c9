export const THREAD_FILTERS = ["open", "mine", "all"] as const;
export type ThreadFilter = (typeof THREAD_FILTERS)[number];

export interface ThreadsSearch {
  /** Id of the thread to go to. */
  thread?: string;
  show?: ThreadFilter;
}

/** What is refused is named as undefined, so that a mistyped address opens the page. */
export function threadsSearch(raw: Record<string, unknown>): ThreadsSearch {
  return {
    thread: typeof raw.thread === "string" && raw.thread !== "" ? raw.thread : undefined,
    show: THREAD_FILTERS.find((one) => one === raw.show),
  };
}
