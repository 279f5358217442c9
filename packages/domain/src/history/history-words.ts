/** Names of what an entry is about, as the reader of the history knows them. */
export interface HistoryNames {
  /** "C5", or null where the claim is not there. */
  claim: (id: string) => string | null;
  source: (id: string) => string | null;
  person: (id: string) => string;
}

/** An entry in words: "Teo Banks" + deed. The reason is shown as it was written. */
export interface HistoryWords {
  /** What the actor did: "approved the tag of C5 in The Courier". */
  deed: string;
  /** "draft → submitted", "disputed → verified", each part in words. */
  moves: { from: string; to: string }[];
  /** Wordings to be compared word by word. */
  texts: { label: string; before: string; after: string }[];
  /** Done by a rule and not by the one whose change set it off. */
  byRule: boolean;
}
