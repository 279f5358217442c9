import type { Token } from "./tokens.ts";

/** A text being read for values, in tokens. */
export interface Scan {
  text: string;
  tokens: Token[];
  /** UTF-16 offset of the text in its source. */
  offset: number;
}
