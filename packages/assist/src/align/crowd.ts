import { kept } from "../memo/kept.ts";
import type { AssistClaim } from "../suggestion.ts";
import type { CaseIndex } from "./case-index.ts";
import { Met } from "./met.ts";
import { blendsOf, product } from "./passage-features.ts";
import { queryOf } from "./query.ts";

/** How many claims are kept for each passage, best first. */
const KEPT = 6;
/** Two claims that share so much of their words say much the same; they do not take a passage from one another. */
const ALIKE = 0.5;
/** The same of two that are all but about one thing, whatever their words. */
const SAME_GIST = 0.9;
/**
 * Below so many claims most passages lack the rival that they would have in a full case, and a claim would seem to fill
 * whatever it touches. Then every passage is taken to have one that meets it as a middling claim does.
 */
const FEW = 8;
const MIDDLING = 0.35;
/** How much a passage prefers the claim that it meets better. */
const SHARPNESS = 12;

/** Which claims of the case each passage meets best: what belongs to another claim hardly speaks of this one. */
interface Crowd {
  /** `KEPT` places a passage, best first, of which `counts` says how many are taken. */
  claims: Int32Array;
  scores: Float64Array;
  counts: Uint8Array;
  /** Of each claim and source, the passage that meets it best; -1 where there is none. */
  best: Int32Array;
  terms: ReadonlySet<string>[];
  /** What each claim is about. */
  gists: Float32Array[];
}

/** How a claim stands with a passage among the other claims of the case. */
export interface Standing {
  /** Claims that the passage meets better. */
  above: number;
  /** Those of them that no other passage of the source meets better: it is theirs. */
  owners: number;
  /** The same of claims that say much the same. */
  alike: number;
  /** Log of the share that is the claim's where all of them are dealt the passage by how well it meets each. */
  share: number;
}

export interface Rivals {
  /** The best score that a claim which says something else has with a passage. */
  best: (passage: number) => number;
  /**
   * `score` is what the passage scores with the claim itself. Claims that own `printed`, the passage whose very words the
   * claim is, are no rivals: they put the same in other words. Of such a claim that is none of the case only the share is
   * reckoned: its twin in the case would be counted against it.
   */
  standing: (passage: number, score: number, printed?: number) => Standing;
}

const crowdOf = kept(gather);

export function rivalsOf(index: CaseIndex, claim: AssistClaim, { gist } = queryOf(index, claim.text)): Rivals {
  const { claims, scores, counts, best, terms, gists } = crowdOf(index);
  const own = termsOf(index, claim.text);
  const isAlike = index.claims.map(
    (other, at) =>
      other.id === claim.id ||
      shared(own, terms[at] ?? new Set()) >= ALIKE ||
      product(gist, gists[at] as Float32Array) >= SAME_GIST,
  );
  const isSelf = index.claims.map(({ id, text }) => id === claim.id || text === claim.text);
  const isOfCase = index.claims.some(({ id }) => id === claim.id);
  const few = index.claims.length < FEW;
  const least = few ? MIDDLING : 0;
  return {
    best: (passage) => {
      const from = passage * KEPT;
      const to = from + (counts[passage] ?? 0);
      for (let at = from; at < to; at++) if (isAlike[claims[at] as number] === false) return Math.max(least, scores[at] as number);
      return least;
    },
    standing: (passage, score, printed = -1) => {
      const owns = (other: number, which: number): boolean => best[other * index.sources.length + (index.passages[which]?.source ?? 0)] === which;
      const isCounted = isOfCase || printed < 0;
      const found: Standing = { above: few && isCounted && score < MIDDLING ? 1 : 0, owners: 0, alike: 0, share: 0 };
      let odds = few ? Math.exp(SHARPNESS * (MIDDLING - score)) : 0;
      const from = passage * KEPT;
      const to = from + (counts[passage] ?? 0);
      for (let at = from; at < to; at++) {
        const other = claims[at] as number;
        const met = scores[at] as number;
        if (isSelf[other] === true || (printed >= 0 && owns(other, printed))) continue;
        const isAbove = isCounted && met > score;
        const owner = isAbove && owns(other, passage);
        if (isAlike[other] === true) {
          if (owner) found.alike += 1;
          continue;
        }
        odds += Math.exp(SHARPNESS * (met - score));
        if (isAbove) found.above += 1;
        if (owner) found.owners += 1;
      }
      found.share = -Math.log(1 + odds);
      return found;
    },
  };
}

function gather(index: CaseIndex): Crowd {
  const { passages, bounds } = index;
  const crowd: Crowd = {
    claims: new Int32Array(passages.length * KEPT),
    scores: new Float64Array(passages.length * KEPT),
    counts: new Uint8Array(passages.length),
    best: new Int32Array(index.claims.length * index.sources.length).fill(-1),
    terms: Array.from(index.claims, ({ text }) => termsOf(index, text)),
    gists: [],
  };
  const longest = Math.max(0, ...index.sources.map((_, source) => (bounds[source + 1] ?? 0) - (bounds[source] ?? 0)));
  const blends = new Float64Array(longest);
  for (const [claim, { text }] of index.claims.entries()) {
    const query = queryOf(index, text);
    crowd.gists.push(query.gist);
    const met = new Met(index, query.words);
    for (let source = 0; source < index.sources.length; source++) {
      blendsOf(index, query, met, source, blends);
      const first = bounds[source] ?? 0;
      const last = bounds[source + 1] ?? first;
      let most = 0;
      for (let at = first; at < last; at++) {
        const score = blends[at - first] as number;
        court(crowd, at, claim, score);
        if (score <= most || passages[at]?.kind === "speaker") continue;
        most = score;
        crowd.best[claim * index.sources.length + source] = at;
      }
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

const termsOf = (index: CaseIndex, claim: string): ReadonlySet<string> => new Set(queryOf(index, claim).words.map(({ term }) => term));

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const term of a) if (b.has(term)) both += 1;
  return both / Math.max(1, Math.min(a.size, b.size));
}
