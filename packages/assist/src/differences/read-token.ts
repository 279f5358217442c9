import type { Token } from "../values/tokens.ts";

export interface ReadToken extends Token {
  stem: string;
  content: boolean;
  capital: boolean;
  /** A name: a capital inside the clause, or in front of another capital. */
  name: boolean;
}
