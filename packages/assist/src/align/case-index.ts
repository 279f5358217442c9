import type { ReadText } from "../segment/read-text.ts";
import type { AssistClaim, AssistSource } from "../suggestion.ts";
import type { Rates } from "../values/compare-values.ts";
import { ratesOf } from "../values/rates.ts";
import { DIMENSIONS } from "../vectors/word-vectors.ts";
import type { WordVectors } from "../vectors/word-vectors.ts";
import { nameLikeness } from "./name-likeness.ts";
import type { ReadPassage } from "./passages.ts";
import { passagesOf, readSource } from "./passages.ts";
import type { IndexedWord } from "./words.ts";
import { wordsOf } from "./words.ts";

/** Least cosine at which one word stands in for another; random pairs of words hardly ever reach it. */
const LEAST_LIKENESS = 0.42;
/** What two words have in common for being English words. */
const UNRELATED = 0.3;
/** A stand-in never counts as much as the word itself. */
const STAND_IN = 0.85;
const LEAST_NAME_LIKENESS = 0.62;

const EMPTY = new Float32Array(0);

interface Term {
  id: number;
  term: string;
  word: string;
  row: number;
  isName: boolean;
  isNumber: boolean;
  /** Indexes of passages, ascending. */
  postings: number[];
  /** How rare it is in the case, and what its `word` weighs; known once all sources are read. */
  rare: number;
  weight: number;
}

export interface Neighbour {
  term: Term;
  likeness: number;
}

/** A sentence of a source, as it lies in the index. */
export interface IndexedPassage extends ReadPassage {
  index: number;
  source: number;
  /** What it is about: its words' vectors, the rare ones most, at unit length. */
  gist: Float32Array;
  /** How many of its words say something. */
  content: number;
}

/**
 * The sources of one case, read once: what word stands in which sentence, and how rare it is in this case. Adding
 * sources makes it larger in proportion; a look-up touches the sentences that share a word only.
 */
export class CaseIndex {
  readonly passages: IndexedPassage[] = [];
  /** First passage of each source, and one past the last. */
  readonly bounds: number[] = [0];
  readonly sources: readonly AssistSource[];
  /** The same sources cut into sentences and clauses. */
  readonly reads: ReadText[] = [];
  readonly vectors: WordVectors;
  private readonly terms = new Map<string, Term>();
  private readonly plainTerms: readonly Term[];
  private readonly neighbours = new Map<string, Neighbour[]>();

  private numbers: Map<string, number> | undefined;
  private readonly claimWords: ReadonlyMap<string, readonly IndexedWord[]>;
  private readonly claimCounts = new Map<string, number>();
  readonly claims: readonly AssistClaim[];
  /** Rates of exchange, as the sources print them. */
  readonly rates: Rates;

  /** `claims` are those that will be asked about: a word that most of them share is the case's subject and tells little. */
  constructor(sources: readonly AssistSource[], vectors: WordVectors, claims: readonly AssistClaim[] = []) {
    this.sources = sources;
    this.vectors = vectors;
    this.claims = claims;
    this.rates = ratesOf(sources.map(({ text }) => text));
    this.claimWords = new Map(claims.map(({ text }) => [text, wordsOf(text)]));
    for (const { text } of claims) {
      for (const term of new Set(this.wordsOf(text).map((word) => word.term))) this.claimCounts.set(term, (this.claimCounts.get(term) ?? 0) + 1);
    }
    for (const [number, source] of sources.entries()) {
      const text = readSource(source);
      this.reads.push(text);
      for (const read of passagesOf(source, text)) {
        const index = this.passages.length;
        const content = read.words.reduce((count, { kind }) => (kind === "stop" ? count : count + 1), 0);
        this.passages.push({ ...read, index, source: number, gist: EMPTY, content });
        for (const word of read.words) this.post(word, index);
      }
      this.bounds.push(this.passages.length);
    }
    for (const term of this.terms.values()) {
      term.rare = this.rareness(term.postings.length);
      term.weight = term.isNumber ? term.rare : term.rare * commonness(term.row);
    }
    this.plainTerms = [...this.terms.values()].filter(({ isNumber }) => !isNumber);
    // One buffer for all: tens of thousands of small ones weigh more than what they hold, and outside the heap.
    const gists = new Float32Array(this.passages.length * DIMENSIONS);
    for (const passage of this.passages) {
      passage.gist = this.gistOf(passage.words, gists.subarray(passage.index * DIMENSIONS, (passage.index + 1) * DIMENSIONS));
    }
  }

  /** The words of a claim; those of the case's are asked for by many and read once. */
  wordsOf(claim: string): readonly IndexedWord[] {
    return this.claimWords.get(claim) ?? wordsOf(claim);
  }

  /** The place of a source among those of the case. */
  numberOf(source: string): number {
    this.numbers ??= new Map(this.sources.map(({ id }, number) => [id, number]));
    return this.numbers.get(source) ?? -1;
  }

  /** The last sentence of a source that begins at an offset or before it. */
  passageAt(source: number, offset: number): IndexedPassage | undefined {
    const from = this.bounds[source] ?? 0;
    let low = from;
    let high = (this.bounds[source + 1] ?? from) - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.passages[middle]?.start ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    const passage = this.passages[low];
    return passage !== undefined && high >= from && passage.start <= offset ? passage : undefined;
  }

  /** Into `sum`, which is all zero and handed back. */
  gistOf(words: readonly IndexedWord[], sum = new Float32Array(DIMENSIONS)): Float32Array {
    for (const word of words) {
      if (word.kind === "stop" || word.kind === "number") continue;
      const term = this.terms.get(word.term);
      if (term !== undefined && isPlainly(word, term)) this.vectors.addTo(sum, term.row, term.weight);
      else this.vectors.addTo(sum, this.vectors.rowOf(word.word), this.weightOf(word));
    }
    let square = 0;
    for (let i = 0; i < DIMENSIONS; i++) square += (sum[i] as number) * (sum[i] as number);
    const length = Math.sqrt(square) || 1;
    for (let i = 0; i < DIMENSIONS; i++) sum[i] = (sum[i] as number) / length;
    return sum;
  }

  /** 1 for a word that few of the claims have, towards 0 for one that all of them have. */
  rarityOf(word: IndexedWord): number {
    if (this.claims.length < 4) return 1;
    const count = this.claimCounts.get(word.term) ?? 0;
    return Math.log((this.claims.length + 1.5) / (count + 0.5)) / Math.log((this.claims.length + 1.5) / 1.5);
  }

  private post(word: IndexedWord, passage: number): void {
    if (word.kind === "stop") return;
    let term = this.terms.get(word.term);
    if (term === undefined) {
      term = {
        id: this.terms.size,
        term: word.term,
        word: word.word,
        row: word.kind === "number" ? -1 : this.vectors.rowOf(word.word),
        isName: false,
        isNumber: word.kind === "number",
        postings: [],
        rare: 0,
        weight: 0,
      };
      this.terms.set(word.term, term);
    }
    if (word.kind === "name") term.isName = true;
    if (term.postings.at(-1) !== passage) term.postings.push(passage);
  }

  /** How much a word says: what stands in few sentences of this case says most, common English words little. */
  weightOf(word: IndexedWord): number {
    if (word.kind === "stop") return 0;
    const term = this.terms.get(word.term);
    if (term !== undefined && isPlainly(word, term)) return term.weight;
    const rare = term?.rare ?? this.rareness(0);
    return word.kind === "number" ? rare : rare * commonness(this.vectors.rowOf(word.word));
  }

  /** Of a word that so many sentences of the case have. */
  private rareness(sentences: number): number {
    return Math.log(1 + (this.passages.length + 1) / (sentences + 0.5));
  }

  /** Terms of the case that may stand for a word, itself first. */
  neighboursOf(word: IndexedWord): Neighbour[] {
    const key = `${word.kind === "name" ? "N" : ""}${word.term}`;
    const known = this.neighbours.get(key);
    if (known !== undefined) return known;
    const found: Neighbour[] = [];
    const self = this.terms.get(word.term);
    if (self !== undefined) found.push({ term: self, likeness: 1 });
    if (word.kind !== "number") {
      const row = this.vectors.rowOf(word.word);
      for (const term of this.plainTerms) {
        if (term === self) continue;
        const likeness = this.likeness(word, row, term);
        if (likeness > 0) found.push({ term, likeness });
      }
    }
    this.neighbours.set(key, found);
    return found;
  }

  private likeness(word: IndexedWord, row: number, term: Term): number {
    let best = 0;
    if (row >= 0 && term.row >= 0) {
      const cosine = this.vectors.rowSimilarity(row, term.row);
      if (cosine >= LEAST_LIKENESS) best = ((cosine - UNRELATED) / (1 - UNRELATED)) * STAND_IN;
    }
    // Names are spelled in many ways, and a word may be the family of another ("Norvala", "Norvalan").
    if ((word.kind === "name" || term.isName || row < 0 || term.row < 0) && word.word.length > 3 && term.word.length > 3) {
      const spelled = nameLikeness(word.word, term.word);
      if (spelled >= LEAST_NAME_LIKENESS) best = Math.max(best, spelled);
    }
    return best;
  }
}

/** The very word that a term is known by, not another form of it: what was reckoned for the term holds for it. */
const isPlainly = (word: IndexedWord, term: Term): boolean => term.word === word.word && term.isNumber === (word.kind === "number");

/** By how much less a common English word says; the vectors are in the order of frequency. */
const commonness = (row: number): number => (row < 0 ? 1 : Math.min(1, 0.45 + Math.log10(1 + row) / 7));
