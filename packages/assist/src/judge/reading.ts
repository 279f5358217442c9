import type { CaseIndex, IndexedPassage } from "../align/case-index.ts";
import { publishedOf, valuesOfClaim } from "../align/value-rarity.ts";
import { hearText } from "../attribution/is-attributed.ts";
import type { HeardText } from "../attribution/is-attributed.ts";
import { readClause } from "../differences/clause.ts";
import type { Clause } from "../differences/clause.ts";
import { compareRead } from "../differences/compare-clauses.ts";
import type { CompareContext, WeighedDifference } from "../differences/difference.ts";
import { stemWeights } from "../differences/stem-weights.ts";
import type { AssistClaim } from "../suggestion.ts";
import { compareValues } from "../values/compare-values.ts";
import type { Value } from "../values/value.ts";
import { RowLikeness } from "../vectors/row-likeness.ts";
import { stem } from "../values/stem.ts";
import { fold } from "../values/tokens.ts";

/** Passages of a case as the comparison wants them, read once however many claims come to them. */
export class CaseReading {
  readonly index: CaseIndex;
  readonly context: CompareContext;
  private readonly whole = new Map<number, Clause>();
  private readonly parts = new Map<number, Clause[]>();
  private readonly claims = new Map<string, Clause>();
  private readonly heards = new Map<number, HeardText>();
  private readonly given: Value[][] = [];
  private readonly givers = new WeakMap<Value, boolean[]>();
  private readonly compared = new WeakMap<Clause, Map<Clause, readonly WeighedDifference[]>>();
  private readonly rows = new Map<string, number>();
  private readonly published: string | undefined;
  private all: readonly Clause[] | undefined;
  private weighing: CompareContext | undefined;

  constructor(index: CaseIndex) {
    this.index = index;
    this.published = publishedOf(index);
    const likeness = new RowLikeness(index.vectors);
    this.context = {
      similar: (a, b) => likeness.of(this.rowOf(a), this.rowOf(b)),
      rows: { rowOf: (word) => this.rowOf(word), likeness: (a, b) => likeness.of(a, b) },
      weight: undefined,
      rates: index.rates,
    };
    for (const { words } of index.passages) for (const { word } of words) this.learn(word);
    // All at once: what a word is taken for does not hang on which claim is looked at first.
    for (const { text } of index.claims) for (const word of text.match(/\p{L}+/gu) ?? []) this.learn(fold(word));
  }

  /** Every sentence but the labels of speakers, in the order of the case. */
  get sentences(): readonly Clause[] {
    return (this.all ??= this.index.passages.filter(({ kind }) => kind !== "speaker").map((passage) => this.sentence(passage)));
  }

  /** The same context with what words weigh in the case; one for whoever asks, since what is read in it is kept with it. */
  get weighed(): CompareContext {
    const { similar, rows, rates } = this.context;
    return (this.weighing ??= { similar, rows, weight: stemWeights(this.sentences), rates });
  }

  claim(claim: AssistClaim): Clause {
    const { id, text } = claim;
    const known = this.claims.get(id);
    if (known?.text === text) return known;
    const read = readClause({ text, start: 0, source: id, published: this.published }, valuesOfClaim(this.index, claim));
    this.claims.set(id, read);
    return read;
  }

  /** What differs between two clauses of the case, found once: judging a cell and weighing a conflict ask for the same ones. */
  compare(a: Clause, b: Clause): readonly WeighedDifference[] {
    const known = this.compared.get(a) ?? new Map<Clause, readonly WeighedDifference[]>();
    if (known.size === 0) this.compared.set(a, known);
    let found = known.get(b);
    if (found === undefined) known.set(b, (found = compareRead(a, b, this.context)));
    return found;
  }

  sentence(passage: IndexedPassage): Clause {
    let read = this.whole.get(passage.index);
    if (read === undefined) this.whole.set(passage.index, (read = this.read(passage, passage.start, passage.end, passage.kind === "speaker" ? undefined : passage.values)));
    return read;
  }

  /** The clauses of a sentence; the sentence itself when it has one only. */
  clauses(passage: IndexedPassage): Clause[] {
    let read = this.parts.get(passage.index);
    if (read === undefined) {
      read = passage.clauses.length < 2 ? [this.sentence(passage)] : passage.clauses.map(({ start, end }) => this.read(passage, start, end));
      this.parts.set(passage.index, read);
    }
    return read;
  }

  /** Every value that a source gives. */
  values(source: number): readonly Value[] {
    const { passages, bounds } = this.index;
    return (this.given[source] ??= passages.slice(bounds[source], bounds[source + 1]).flatMap(({ values }) => values));
  }

  /** Whether a source gives this very value somewhere. */
  gives(source: number, value: Value): boolean {
    const known = this.givers.get(value) ?? [];
    this.givers.set(value, known);
    return (known[source] ??= this.values(source).some((other) => compareValues(value, other, this.index.rates) === "same"));
  }

  heard(source: number): HeardText {
    let heard = this.heards.get(source);
    if (heard === undefined) {
      const read = this.index.reads[source];
      if (read === undefined) throw new RangeError(`No source ${source}`);
      this.heards.set(source, (heard = hearText(read)));
    }
    return heard;
  }

  private read(passage: IndexedPassage, start: number, end: number, values?: Value[]): Clause {
    const { id, text, published } = this.index.sources[passage.source] ?? { id: "", text: "" };
    return readClause({ text: text.slice(start, end), start, source: id, published }, values);
  }

  /** The comparison knows words by their stems; the vectors know them as printed. */
  private learn(word: string): void {
    const key = stem(word);
    const row = this.index.vectors.rowOf(word);
    const known = this.rows.get(key);
    if (row >= 0 && (known === undefined || row < known)) this.rows.set(key, row);
  }

  private rowOf(key: string): number {
    let row = this.rows.get(key);
    if (row === undefined) this.rows.set(key, (row = this.index.vectors.rowOf(key)));
    return row;
  }
}
