import type { BoostedTrees } from "@assay/assist";

export interface FitOptions {
  depth: number;
  rounds: number;
  /** Share of each tree's answer that is added. */
  rate: number;
  /** Pull of every leaf towards nought. */
  ridge: number;
  /** Least weight of a leaf. */
  least: number;
}

const BINS = 32;
/** Larger than any feature: everything goes left. */
const NO_QUESTION = 1e9;

/** Gradient boosting for one yes-or-no question, by Newton steps on the log loss. No chance in it: same rows, same trees. */
export function fitTrees(
  features: readonly string[],
  rows: readonly ArrayLike<number>[],
  labels: readonly number[],
  weights: readonly number[],
  { depth, rounds, rate, ridge, least }: FitOptions,
): BoostedTrees {
  const cuts = features.map((_, f) => cutsOf(rows, f));
  const binned = features.map((_, f) => Uint8Array.from(rows, (row) => binOf(cuts[f] ?? [], row[f] ?? 0)));
  const columns = binned.map(columnOf);
  const mass = weights.reduce((a, b) => a + b, 0);
  const positive = labels.reduce((sum, label, i) => sum + label * (weights[i] ?? 1), 0);
  const bias = Math.log((positive + 0.5) / (mass - positive + 0.5));
  const scores = new Float64Array(rows.length).fill(bias);
  const trees: { ask: number[]; at: number[]; leaf: number[] }[] = [];
  const gradient = new Float64Array(rows.length);
  const hessian = new Float64Array(rows.length);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < rows.length; i++) {
      const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
      const weight = weights[i] ?? 1;
      gradient[i] = weight * ((labels[i] ?? 0) - p);
      hessian[i] = weight * Math.max(p * (1 - p), 1e-6);
    }
    const inner = 2 ** depth - 1;
    const node = new Uint16Array(rows.length);
    const ask = Array<number>(inner).fill(0);
    const at = Array<number>(inner).fill(NO_QUESTION);
    for (let first = 0; first < inner; first = 2 * first + 1) {
      const width = first + 1;
      const best = Array.from({ length: width }, () => ({ gain: 1e-6, feature: -1, bin: 0 }));
      const slots = new Int32Array(rows.length);
      const sums = { g: new Float64Array(width), h: new Float64Array(width) };
      for (let i = 0; i < slots.length; i++) {
        const at = (node[i] as number) - first;
        slots[i] = at * BINS;
        sums.g[at] = (sums.g[at] as number) + (gradient[i] as number);
        sums.h[at] = (sums.h[at] as number) + (hessian[i] as number);
      }
      const g = new Float64Array(width * BINS);
      const h = new Float64Array(width * BINS);
      for (let f = 0; f < features.length; f++) {
        const column = columns[f] as Column;
        gather(g, h, gradient, hessian, slots, column);
        giveRest(g, sums.g, column.usual);
        giveRest(h, sums.h, column.usual);
        for (let k = 0; k < width; k++) choose(best[k] as Split, g, h, k * BINS, f, ridge, least);
      }
      best.forEach(({ feature, bin }, k) => {
        if (feature < 0) return;
        ask[first + k] = feature;
        at[first + k] = cuts[feature]?.[bin] ?? NO_QUESTION;
      });
      for (let i = 0; i < rows.length; i++) {
        const split = best[(node[i] ?? 0) - first] as Split;
        const left = split.feature < 0 || (binned[split.feature]?.[i] ?? 0) <= split.bin;
        node[i] = 2 * (node[i] ?? 0) + (left ? 1 : 2);
      }
    }
    const leaves = Array.from({ length: inner + 1 }, () => ({ g: 0, h: 0 }));
    for (let i = 0; i < rows.length; i++) {
      const sum = leaves[(node[i] ?? 0) - inner];
      if (sum === undefined) continue;
      sum.g += gradient[i] ?? 0;
      sum.h += hessian[i] ?? 0;
    }
    const leaf = leaves.map(({ g, h }) => Number(((rate * g) / (h + ridge)).toFixed(4)));
    for (let i = 0; i < rows.length; i++) scores[i] = (scores[i] ?? 0) + (leaf[(node[i] ?? 0) - inner] ?? 0);
    trees.push({ ask, at, leaf });
  }
  return { features, depth, bias, trees };
}

interface Split {
  gain: number;
  feature: number;
  bin: number;
}

/** A feature's bins. Most features are nought in most rows: the bin that most are in is what the others leave. */
interface Column {
  usual: number;
  rows: Int32Array;
  bins: Uint8Array;
}

function columnOf(bins: Uint8Array): Column {
  const counts = new Int32Array(BINS);
  for (const bin of bins) counts[bin] = (counts[bin] as number) + 1;
  const usual = counts.indexOf(Math.max(...counts));
  const rows = Int32Array.from(bins.keys()).filter((i) => bins[i] !== usual);
  return { usual, rows, bins: Uint8Array.from(rows, (i) => bins[i] as number) };
}

/** What is to be summed, by node and bin: the one loop that takes the time. */
function gather(g: Float64Array, h: Float64Array, gradient: Float64Array, hessian: Float64Array, slots: Int32Array, { rows, bins }: Column): void {
  g.fill(0);
  h.fill(0);
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k] as number;
    const slot = (slots[i] as number) + (bins[k] as number);
    g[slot] = (g[slot] as number) + (gradient[i] as number);
    h[slot] = (h[slot] as number) + (hessian[i] as number);
  }
}

/** The bin that most rows are in has what the others leave of a node's total. */
function giveRest(into: Float64Array, totals: Float64Array, usual: number): void {
  for (let at = 0; at < totals.length; at++) {
    let rest = totals[at] as number;
    for (let bin = 0; bin < BINS; bin++) rest -= into[at * BINS + bin] as number;
    into[at * BINS + usual] = rest;
  }
}

function choose(best: Split, g: Float64Array, h: Float64Array, from: number, feature: number, ridge: number, least: number): void {
  let allG = 0;
  let allH = 0;
  for (let bin = 0; bin < BINS; bin++) {
    allG += g[from + bin] ?? 0;
    allH += h[from + bin] ?? 0;
  }
  let leftG = 0;
  let leftH = 0;
  for (let bin = 0; bin + 1 < BINS; bin++) {
    leftG += g[from + bin] ?? 0;
    leftH += h[from + bin] ?? 0;
    if (leftH < least || allH - leftH < least) continue;
    const gain = leftG ** 2 / (leftH + ridge) + (allG - leftG) ** 2 / (allH - leftH + ridge) - allG ** 2 / (allH + ridge);
    if (gain > best.gain) Object.assign(best, { gain, feature, bin });
  }
}

/** Upper edges of the bins: values that split the rows into shares as equal as they can be. */
function cutsOf(rows: readonly ArrayLike<number>[], feature: number): number[] {
  const sorted = Float64Array.from(rows, (row) => row[feature] ?? 0).sort();
  const cuts: number[] = [];
  const distinct = [...new Set(sorted)];
  if (distinct.length <= BINS) {
    for (let i = 0; i + 1 < distinct.length; i++) cuts.push(((distinct[i] ?? 0) + (distinct[i + 1] ?? 0)) / 2);
  } else {
    for (let i = 1; i < BINS; i++) {
      const cut = sorted[Math.floor((sorted.length * i) / BINS)] ?? 0;
      if (cuts.at(-1) !== cut) cuts.push(cut);
    }
  }
  return cuts.map((cut) => Number(cut.toPrecision(5)));
}

/** Must agree with the question a tree asks: at most the cut goes left. */
function binOf(cuts: readonly number[], value: number): number {
  let bin = 0;
  while (bin < cuts.length && value > (cuts[bin] ?? 0)) bin += 1;
  return bin;
}
