import type { ReadText } from "../segment/read-text.ts";
import type { QuotePair, SourcePassage } from "../suggestion.ts";
import { kept } from "../memo/kept.ts";
import { commonWords, longestRun, type PrintedWord } from "./printed-words.ts";
import { type Match, relateWords } from "./relate.ts";
import { nameWords, sameSpeaker } from "./same-speaker.ts";
import { type SpokenSentence, type Utterance, utterancesOf } from "./utterances.ts";

function joined(sentences: SpokenSentence[]): SpokenSentence {
  const [first, ...more] = sentences;
  if (first !== undefined && more.length === 0) return first;
  return { start: first?.start ?? 0, end: sentences.at(-1)?.end ?? 0, words: sentences.flatMap(({ words }) => words) };
}

/** The whole of an utterance, put together once however many it is held against. */
const wholeOf = kept(({ sentences }: Utterance) => [joined(sentences)]);
const namesOf = kept(({ speaker }: Utterance) => nameWords(speaker?.exact ?? ""));

/** What of an utterance may stand against `count` sentences: a quotation whole, of a turn every run of about as many. */
function runs(utterance: Utterance, count: number): SpokenSentence[] {
  const { sentences } = utterance;
  if (!utterance.turn) return wholeOf(utterance);
  const found: SpokenSentence[] = [];
  for (let size = 1; size <= Math.min(count + 1, sentences.length); size += 1) {
    for (let from = 0; from + size <= sentences.length; from += 1)
      found.push(joined(sentences.slice(from, from + size)));
  }
  return found;
}

interface Candidate extends Match {
  a: SpokenSentence;
  b: SpokenSentence;
}

const better = (one: Candidate, other: Candidate | null): boolean =>
  other === null ||
  one.likeness > other.likeness + 1e-9 ||
  (Math.abs(one.likeness - other.likeness) < 1e-9 &&
    one.a.words.length + one.b.words.length < other.a.words.length + other.b.words.length);

function bestOf(as: SpokenSentence[], bs: SpokenSentence[], least: number): Candidate | null {
  let best: Candidate | null = null;
  for (const a of as) {
    for (const b of bs) {
      const match = relateWords(a.words, b.words, least);
      if (!match) continue;
      const candidate = { ...match, a, b };
      if (better(candidate, best)) best = candidate;
    }
  }
  return best;
}

/** Two utterances whole, where one is the other or part of it; otherwise sentence by sentence, each with its nearest. */
function matches(a: Utterance, b: Utterance): Candidate[] {
  const least = sameSpeaker(namesOf(a), namesOf(b)) === true ? 0.4 : 0.5;
  const whole = bestOf(runs(a, b.sentences.length), runs(b, a.sentences.length), least);
  // What a turn says more of than the one sentence that fits may stand reworded in the rest of the quotation.
  const shortTurn =
    whole !== null &&
    ((a.turn && whole.a.words.length < whole.b.words.length) ||
      (b.turn && whole.b.words.length < whole.a.words.length));
  if (whole && whole.relation !== "altered" && !shortTurn) return [whole];
  const options = a.sentences.flatMap((one) => b.sentences.map((other) => bestOf([one], [other], least)));
  const found: Candidate[] = [];
  const taken = new Set<SpokenSentence>();
  for (const option of options.filter((each) => each !== null).toSorted((x, y) => y.likeness - x.likeness)) {
    if (taken.has(option.a) || taken.has(option.b)) continue;
    taken.add(option.a).add(option.b);
    found.push(a.turn || b.turn ? verbatim(option) : option);
  }
  if (whole && (found.length === 0 || (shortTurn && found.length < 2 && whole.relation !== "altered")))
    return [verbatim(whole)];
  return found;
}

/** A turn goes on where the quotation stops: a long run word for word is the quotation cut short. */
function verbatim(candidate: Candidate): Candidate {
  const { a, b, relation } = candidate;
  if (relation !== "altered") return candidate;
  const run = longestRun(a.words, b.words);
  const least = Math.min(a.words.length, b.words.length);
  // Words changed inside make it altered; here the rest of both must be about something else.
  const rest = commonWords(a.words, b.words).all - run.length;
  if (run.length < 6 || (run.length < 7 && run.length < least / 2) || rest > 1 || least - run.length < 3)
    return candidate;
  const cut = (words: PrintedWord[], from: number): SpokenSentence => {
    const part = words.slice(from, from + run.length);
    return { start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0, words: part };
  };
  const shorter = a.words.length <= b.words.length;
  return {
    relation: "truncated",
    likeness: candidate.likeness,
    a: shorter ? cut(a.words, run.inA) : a,
    b: shorter ? b : cut(b.words, run.inB),
  };
}

const passage = (utterance: Utterance, { start, end }: SpokenSentence): SourcePassage => ({
  source: utterance.source,
  start,
  end,
  exact: utterance.text.slice(start, end),
});

/** Utterances that share rare words with another, by an index of their content words: no pair is tried in vain. */
function neighbours(utterances: Utterance[]): [Utterance, Utterance][] {
  const byWord = new Map<string, number[]>();
  utterances.forEach((utterance, at) => {
    const words = new Set(
      utterance.sentences.flatMap(({ words: all }) => all.filter((word) => word.content).map((word) => word.text)),
    );
    for (const word of words) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [at]);
      else known.push(at);
    }
  });
  const shared = new Map<number, number>();
  for (const holders of byWord.values()) {
    // A word that hundreds of utterances use tells nothing apart.
    if (holders.length > 200) continue;
    for (const [index, x] of holders.entries()) {
      for (const y of holders.slice(index + 1)) {
        if (utterances[x]?.source === utterances[y]?.source) continue;
        const key = x * utterances.length + y;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    }
  }
  const pairs: [Utterance, Utterance][] = [];
  for (const key of few(shared, utterances.length)) {
    const [x, y] = [utterances[Math.floor(key / utterances.length)], utterances[key % utterances.length]];
    // Two turns are two people talking: only marks make words a quotation.
    if (x && y && !(x.turn && y.turn)) pairs.push([x, y]);
  }
  return pairs;
}

/** With so many others at most is an utterance set side by side, or what everybody quotes would make pairs by the square. */
const MOST_PARTNERS = 40;

/** The pairs in which either has not yet its number of partners, those that share most words first; in their given order. */
function few(shared: ReadonlyMap<number, number>, size: number): Iterable<number> {
  if (shared.size <= size * (MOST_PARTNERS / 2)) return shared.keys();
  const partners = new Uint16Array(size);
  const chosen = new Set<number>();
  for (const [key] of [...shared].sort((a, b) => b[1] - a[1])) {
    const [x, y] = [Math.floor(key / size), key % size];
    if ((partners[x] as number) >= MOST_PARTNERS || (partners[y] as number) >= MOST_PARTNERS) continue;
    partners[x] = (partners[x] as number) + 1;
    partners[y] = (partners[y] as number) + 1;
    chosen.add(key);
  }
  return [...shared.keys()].filter((key) => chosen.has(key));
}

/** Quotations that two sources print, with how the words compare. */
export function pairQuotes(sources: readonly { id: string; read: ReadText }[]): QuotePair[] {
  const utterances = sources.flatMap(({ id, read }) => utterancesOf(id, read));
  const pairs: QuotePair[] = [];
  for (const [x, y] of neighbours(utterances)) {
    const speakers =
      x.speaker && y.speaker
        ? { a: { source: x.source, ...x.speaker }, b: { source: y.source, ...y.speaker } }
        : undefined;
    const reattributed = speakers !== undefined && sameSpeaker(namesOf(x), namesOf(y)) === false;
    for (const { relation, a, b } of matches(x, y)) {
      pairs.push({ relation, a: passage(x, a), b: passage(y, b), reattributed, ...(speakers && { speakers }) });
    }
  }
  return pairs;
}
