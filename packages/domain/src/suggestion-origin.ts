/** What can be dismissed, and brought back: each proposal of the machine is of one of these kinds. */
export const SUGGESTION_KINDS = [
  "claim",
  "cell",
  "difference",
  "quote",
  "merge",
  "split",
  "independence",
  "contradiction",
] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/**
 * Where a claim or a tag came from that a person made of a suggestion. It is stored with the version in which they
 * accepted it, and with every later one: who edits a suggestion has still begun from it.
 */
export interface SuggestionOrigin {
  /** "built-in", or the model's name. */
  provider: string;
  version: string;
  /** sha256 of what a model was asked. */
  promptHash?: string;
  /** The suggestion's own key. */
  key: string;
  /** 0 to 1, as it was shown. */
  score: number;
  /** A person changed it since they accepted it. Set by the server. */
  edited?: true;
}

/** A suggestion that the desk does not want to see again in this case. */
export interface DismissalView {
  kind: SuggestionKind;
  key: string;
  by: string;
  at: string;
}

/** "a suggestion of the built-in reader", "a suggestion of llama-3 (8b)"; for history and the inspector alike. */
export function originWords({ provider, version }: Pick<SuggestionOrigin, "provider" | "version">): string {
  return provider === "built-in" ? "a suggestion of the built-in reader" : `a suggestion of ${provider} (${version})`;
}
