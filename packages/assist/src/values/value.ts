/** What a value measures. Two values are only ever compared within one dimension. */
export type Dimension =
  | "count"
  | "share"
  | "points"
  | "money"
  | "length"
  | "area"
  | "mass"
  | "volume"
  | "speed"
  | "temperature"
  | "power"
  | "duration"
  | "age"
  | "ordinal"
  | "score"
  | "date"
  | "clock";

/** How the writer hedged the figure. One-sided bounds keep the side: "nearly 50" is never 52. */
export type Bound = "exact" | "about" | "over" | "under";

export interface Value {
  dimension: Dimension;
  /** Span of the text that was read, with its approximator and its unit. */
  start: number;
  end: number;
  exact: string;
  /**
   * Every reading that is open, as closed intervals in the base unit of the dimension: metres, seconds, fractions of
   * one, day numbers, minutes of the day. "On Thursday" has two readings, the last and the next.
   */
  readings: [number, number][];
  bound: Bound;
  /** Half of the last place printed, in the base unit: "14 million" may stand for 14.2 million. */
  slack: number;
  /** The unit as printed, normalised ("km", "EUR"); empty for plain counts. */
  unit: string;
  /** The figure as printed, without its unit: 25 of "25 basis points". */
  figure: number;
  /** Stems of what is counted, the head noun last: "three masked raiders" gives mask, raider. */
  of: string[];
  /** The same words as printed, folded. */
  nouns: string[];
  /** The two sides of a vote or a score; the part and the whole of "14 of the 19". */
  sides?: [number, number];
  /** Money for a time: "hour", "month". */
  per?: string;
  /** Of a length of time, the days that lie as far before the day of publication. */
  since?: [number, number];
  /** Of a length of time, that it lies between two events ("two days after") instead of being how long one took. */
  elapsed?: true;
  /** A clock time in a named zone, in minutes east of Greenwich. */
  zone?: number;
}
