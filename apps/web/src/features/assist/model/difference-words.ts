import type { Difference, QuotePair } from "../assist-types.ts";

const NAMES: Record<Difference["type"], string> = {
  number: "Number",
  date: "Date",
  duration: "Duration",
  negation: "Negation",
  role: "Role",
  name: "Name",
  place: "Place",
  outcome: "Outcome",
  scope: "Scope",
  hedge: "Hedge",
  quote: "Quotation",
};

export function differenceName(type: Difference["type"]): string {
  return NAMES[type];
}

export function quoteWords({ relation, reattributed }: Pick<QuotePair, "relation" | "reattributed">): string {
  const said = { identical: "the same words", truncated: "cut short", altered: "words changed" }[relation];
  return reattributed ? `${said}, another speaker` : said;
}

/** Those that cannot both hold first; among equals in the order they were found. */
export function conflictingFirst<One extends { compatible: boolean }>(list: readonly One[]): One[] {
  return list.toSorted((a, b) => Number(a.compatible) - Number(b.compatible));
}
