import { kept } from "../memo/kept.ts";
import type { AssistClaim } from "../suggestion.ts";
import type { CaseIndex } from "./case-index.ts";
import { Met } from "./met.ts";
import { blendOf, passageFeatures, roomFor } from "./passage-features.ts";
import { queryOf } from "./query.ts";
import { wordsOf } from "./words.ts";

/** How many claims are kept for each passage, best first. */
const KEPT = 6;
/** Two claims that share so much of their words say much the same; they do not take a passage from one another. */
const ALIKE = 0.5;
/**
 * Below so many claims most passages lack the rival that they would have in a full case, and a claim would seem to fill
 * whatever it touches. Then every passage is taken to have one that meets it as a middling claim does.
 */
const FEW = 8;
const MIDDLING = 0.35;

/** Which claims of the case each passage meets best: what belongs to another claim hardly speaks of this one. */
interface Crowd {
  /** `KEPT` places a passage, best first, of which `counts` says how many are taken. */
  claims: Int32Array;
  scores: Float64Array;
  counts: Uint8Array;
  terms: ReadonlySet<string>[];
}

const crowdOf = kept(gather);

/** The best score that a claim which says something else has with a passage. */
export function rivalsOf(index: CaseIndex, claim: AssistClaim): (passage: number) => number {
  const { claims, scores, counts, terms } = crowdOf(index);
  const own = termsOf(claim.text);
  const isAlike = index.claims.map((other, at) => other.id === claim.id || shared(own, terms[at] ?? new Set()) >= ALIKE);
  const least = index.claims.length < FEW ? MIDDLING : 0;
  return (passage) => {
    const from = passage * KEPT;
    const to = from + (counts[passage] ?? 0);
    for (let at = from; at < to; at++) if (isAlike[claims[at] as number] === false) return Math.max(least, scores[at] as number);
    return least;
  };
}

function gather(index: CaseIndex): Crowd {
  const { passages, bounds } = index;
  const crowd: Crowd = {
    claims: new Int32Array(passages.length * KEPT),
    scores: new Float64Array(passages.length * KEPT),
    counts: new Uint8Array(passages.length),
    terms: index.claims.map(({ text }) => termsOf(text)),
  };
  const longest = Math.max(0, ...index.sources.map((_, source) => (bounds[source + 1] ?? 0) - (bounds[source] ?? 0)));
  for (const [claim, { text }] of index.claims.entries()) {
    const query = queryOf(index, text);
    const met = new Met(index, query.words);
    const room = roomFor(query, longest);
    for (let source = 0; source < index.sources.length; source++) {
      const rows = passageFeatures(index, query, met, source, room);
      for (let at = rows.first; at < rows.last; at++) court(crowd, at, claim, blendOf(rows, at - rows.first));
    }
  }
  return crowd;
}

/** The claim takes its place among those that the passage meets best; the last of them may have to leave. */
function court({ claims, scores, counts }: Crowd, passage: number, claim: number, score: number): void {
  const from = passage * KEPT;
  const count = counts[passage] as number;
  if (count === KEPT && score <= (scores[from + KEPT - 1] as number)) return;
  let at = from + Math.min(count, KEPT - 1);
  for (; at > from && (scores[at - 1] as number) < score; at -= 1) {
    scores[at] = scores[at - 1] as number;
    claims[at] = claims[at - 1] as number;
  }
  scores[at] = score;
  claims[at] = claim;
  counts[passage] = Math.min(KEPT, count + 1);
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
