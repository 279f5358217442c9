import { kept } from "../memo/kept.ts";
import { readValues } from "../values/read-values.ts";
import type { Value } from "../values/value.ts";
import type { CaseIndex } from "./case-index.ts";
import type { IndexedWord } from "./words.ts";

/** A claim as it is looked for: its words weighed, its values read. */
export interface Query {
  words: (IndexedWord & { weight: number; rarity: number })[];
  values: Value[];
  gist: Float32Array;
  /** Terms of the case that stand for one of its words; gathered for the first passage that is shown. */
  standIns?: ReadonlySet<string>;
}

/** The claims of the case are asked for more than once: each as a rival of the others, and by itself. */
const ofCase = kept((index: CaseIndex) => new Map(index.claims.map(({ text }) => [text, readQuery(index, text)])));

export const queryOf = (index: CaseIndex, text: string): Query => ofCase(index).get(text) ?? readQuery(index, text);

function readQuery(index: CaseIndex, text: string): Query {
  const words = index
    .wordsOf(text)
    .filter(({ kind }) => kind !== "stop")
    .map((word) => ({ ...word, weight: index.weightOf(word), rarity: index.rarityOf(word) }));
  return { words, values: readValues(text), gist: index.gistOf(words) };
}

/** What the query's words weigh, as the innermost loop wants it. */
export interface Weights {
  weight: Float64Array;
  /** 1 for a name, 2 for a number, 0 else. */
  kind: Uint8Array;
  rare: Float64Array;
  /** What a word that is met in full adds to the plain score. */
  share: Float64Array;
  all: number;
  allRare: number;
  names: number;
  numbers: number;
  plain: number;
  /** Which word is the rarest. */
  rarest: number;
}

export const weigh = kept(({ words }: Query): Weights => {
  const found: Weights = {
    weight: Float64Array.from(words, ({ weight }) => weight),
    kind: Uint8Array.from(words, ({ kind }) => (kind === "name" ? 1 : kind === "number" ? 2 : 0)),
    rare: Float64Array.from(words, ({ weight, rarity }) => weight * rarity),
    share: new Float64Array(words.length),
    all: 0,
    allRare: 0,
    names: 0,
    numbers: 0,
    plain: 0,
    rarest: -1,
  };
  let most = 0;
  for (const [k, { weight, kind }] of words.entries()) {
    const rare = found.rare[k] as number;
    found.all += weight;
    found.allRare += rare;
    if (kind === "name") found.names += weight;
    if (kind === "number") found.numbers += 1;
    if (kind === "plain") found.plain += rare;
    if (rare > most) {
      most = rare;
      found.rarest = k;
    }
  }
  const perWeight = 0.5 / (found.all || 1);
  const perRare = 0.3 / (found.allRare || 1);
  for (const [k, { weight }] of words.entries()) found.share[k] = weight * perWeight + (found.rare[k] as number) * perRare;
  return found;
});
