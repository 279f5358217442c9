export const SUGGESTION_LISTS = ["merges", "splits", "differences", "groups", "quotes", "contradictions", "omissions"] as const;
export type SuggestionList = (typeof SUGGESTION_LISTS)[number];
export const SHOWN = ["open", "taken", "dismissed"] as const;
export type Shown = (typeof SHOWN)[number];

/** Suggested claims of a source, or one of the other lists. */
export interface SuggestionsSearch {
  /** Source number. */
  source?: number;
  list?: SuggestionList;
  show?: Shown;
  /** `start-end` of the suggestion to begin at. */
  at?: string;
}

/** What is refused is named as undefined, so that a mistyped address opens the page. */
export function suggestionsSearch(raw: Record<string, unknown>): SuggestionsSearch {
  const source = Number(raw.source);
  return {
    source: Number.isSafeInteger(source) && source > 0 ? source : undefined,
    list: SUGGESTION_LISTS.find((one) => one === raw.list),
    show: SHOWN.find((one) => one === raw.show),
    at: typeof raw.at === "string" && /^\d{1,9}-\d{1,9}$/.test(raw.at) ? raw.at : undefined,
  };
}

export const LIST_NAMES: Record<SuggestionList, string> = {
  merges: "Claims that say the same",
  splits: "Claims that say two things",
  differences: "Differences",
  groups: "Sources that share text",
  quotes: "Quotations",
  contradictions: "Within one source",
  omissions: "What each leaves out",
};
