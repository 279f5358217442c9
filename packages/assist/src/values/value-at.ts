import type { Scan } from "./scan.ts";
import type { Dimension, Value } from "./value.ts";

/** What is not said of a value stays as it is of most: an exact figure of nothing in particular. */
type Given = Partial<Value> & { dimension: Dimension };

/** A value that the tokens from `from` up to `next` print. */
export function valueAt({ text, tokens, offset }: Scan, from: number, next: number, given: Given): Value {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[next - 1]?.end ?? 0];
  const place = { start: start + offset, end: end + offset, exact: text.slice(start, end) };
  return shaped({ readings: [], bound: "exact", slack: 0, unit: "", figure: 0, of: [], nouns: [], ...given, ...place });
}

export const withChanges = (value: Value, changes: Partial<Value>): Value => shaped({ ...value, ...changes });

/** Every value has every property, in one order: what compares them by the million is compiled for one shape, once. */
function shaped(value: Value): Value {
  return {
    dimension: value.dimension,
    start: value.start,
    end: value.end,
    exact: value.exact,
    readings: value.readings,
    bound: value.bound,
    slack: value.slack,
    unit: value.unit,
    figure: value.figure,
    of: value.of,
    nouns: value.nouns,
    sides: value.sides,
    per: value.per,
    since: value.since,
    elapsed: value.elapsed,
    zone: value.zone,
  };
}
