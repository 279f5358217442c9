import { wordingOf } from "../claims/claim-wording.ts";
import { readText } from "../segment/read-text.ts";
import type { AssistClaim, SplitSuggestion } from "../suggestion.ts";

const FEWEST_WORDS = 3;

/** A claim that says two things, as its parts; null when it says one. A quotation is one thing, however long. */
export function splitClaim({ id, text, type }: AssistClaim): SplitSuggestion | null {
  if (type === "quote" || /[“"«]/.test(text)) return null;
  const parts: string[] = [];
  for (const { clauses, kind } of readText(text, { language: "en" }).sentences) {
    if (kind === "speaker" || clauses.some((clause) => clause.kind === "reported" || clause.kind === "attribution")) return null;
    // In one claim "she" and "it" are what it spoke of just before.
    let named: string | null = null;
    for (const [at, clause] of clauses.entries()) {
      const own = at === 0 || clause.kind === "coordinate" || clause.kind === "predicate" || (clause.kind === "main" && clause.parent === null);
      if (!own) continue;
      // What leans on a part stays with it.
      const leaning = clauses.filter((other, index) => index > at && other.parent === at && !["coordinate", "predicate"].includes(other.kind));
      const spans = [clause, ...leaning].flatMap((one) => one.parts).toSorted((a, b) => a.start - b.start);
      const wording = wordingOf(text, { ...clause, parts: spans }, named);
      if (wording === "") return null;
      const subject = clause.subject === null ? "" : text.slice(clause.subject.start, clause.subject.end);
      if (subject !== "" && !/^(?:he|she|it)$/i.test(subject)) named = subject;
      if ((wording.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= FEWEST_WORDS) parts.push(wording);
    }
  }
  return parts.length > 1 ? { claim: id, parts } : null;
}
