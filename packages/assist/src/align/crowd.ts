import type { AssistClaim } from "../suggestion.ts";
import type { CaseIndex } from "./case-index.ts";
import { meet, passageFeatures, plainScore, queryOf } from "./passage-features.ts";
import { wordsOf } from "./words.ts";

/** How many claims are kept for each passage, best first. */
const KEPT = 6;
/** Two claims that share so much of their words say much the same; they do not take a passage from one another. */
const ALIKE = 0.5;

interface Suitor {
  claim: number;
  score: number;
}

/** Which claims of the case each passage meets best: what belongs to another claim hardly speaks of this one. */
interface Crowd {
  suitors: Suitor[][];
  terms: ReadonlySet<string>[];
}

const crowds = new WeakMap<CaseIndex, Crowd>();

/** The best score that a claim which says something else has with a passage. Without a list of claims nothing competes. */
export function rivalsOf(index: CaseIndex, claim: AssistClaim): (passage: number) => number {
  let crowd = crowds.get(index);
  if (crowd === undefined) crowds.set(index, (crowd = gather(index, index.claims)));
  const { suitors, terms } = crowd;
  const own = termsOf(claim.text);
  const alike = new Map<number, boolean>();
  const isAlike = (other: number) => {
    let known = alike.get(other);
    if (known === undefined) alike.set(other, (known = index.claims[other]?.id === claim.id || shared(own, terms[other] ?? new Set()) >= ALIKE));
    return known;
  };
  return (passage) => suitors[passage]?.find(({ claim: other }) => !isAlike(other))?.score ?? 0;
}

function gather(index: CaseIndex, claims: readonly AssistClaim[]): Crowd {
  const suitors = index.passages.map((): Suitor[] => []);
  for (const [claim, { text }] of claims.entries()) {
    const query = queryOf(index, text);
    const met = meet(index, query.words);
    for (let source = 0; source < index.sources.length; source++) {
      for (const { passage, row } of passageFeatures(index, query, met, source)) {
        const score = plainScore(row);
        const best = suitors[passage.index] as Suitor[];
        if (best.length === KEPT && score <= (best[KEPT - 1]?.score ?? 0)) continue;
        const at = best.findIndex((other) => other.score < score);
        best.splice(at < 0 ? best.length : at, 0, { claim, score });
        if (best.length > KEPT) best.pop();
      }
    }
  }
  return { suitors, terms: claims.map(({ text }) => termsOf(text)) };
}

const termsOf = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(text)
      .filter(({ kind }) => kind !== "stop")
      .map(({ term }) => term),
  );

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const term of a) if (b.has(term)) both += 1;
  return both / Math.max(1, Math.min(a.size, b.size));
}
