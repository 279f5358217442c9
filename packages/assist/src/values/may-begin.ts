import { monthNamed, ordinalNamed, weekdayNamed } from "./calendar.ts";
import { beginsNumber } from "./numbers.ts";
import type { Token } from "./tokens.ts";
import { unitNamed } from "./units.ts";

/** What is neither a figure nor the name of a number, a unit, a day or a month, and yet begins a value. */
const OPENING = new Set(
  (
    "a an the one this last next coming in within today tonight yesterday tomorrow overnight end start beginning middle " +
    "early late mid noon midday midnight hours class category level grade stage phase tier few several some many couple sole lone"
  ).split(" "),
);
const MOST = 30_000;

const known = new Map<string, boolean>();

function begins(token: Token): boolean {
  const { lower, text } = token;
  return beginsNumber(token) || OPENING.has(lower) || unitNamed(lower) !== undefined || ordinalNamed(lower) !== undefined || weekdayNamed(text) !== undefined || monthNamed(text) !== undefined;
}

/** Whether a value may begin at token `index`. Two words of three cannot, and a dozen readers need not be asked about them. */
export function mayBegin(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  // "Twenty-first", "hour-long": what the dash joins begins it.
  if (token.kind === "number" || tokens[index + 1]?.text === "-") return true;
  let answer = known.get(token.text);
  if (answer === undefined) {
    if (known.size >= MOST) known.clear();
    known.set(token.text, (answer = begins(token)));
  }
  return answer;
}
