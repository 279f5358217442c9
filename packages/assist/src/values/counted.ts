import { isStop, stem } from "./stem.ts";
import type { Token } from "./tokens.ts";

const BREAKS = new Set(
  (
    "and or but of in on at to from by with for as than that which who whom whose when while after before because if " +
    "is are was were be been has have had will would can could may might must do does did not s since until during last this next ago worth later earlier near about around per"
  ).split(" "),
);
const FINITE =
  /^(said|says|told|voted|were|was|took|went|came|made|gave|fell|rose|left|won|lost|got|began|felt|fled|led|ran|set|cost)$/;

/**
 * What a number counts: the stems of the noun phrase that follows it, the head last. "five of the members" counts
 * members; the phrase ends at a preposition, a verb that is plainly one, or a mark.
 */
export function counted(tokens: Token[], index: number): { of: string[]; nouns: string[] } {
  const of: string[] = [];
  const nouns: string[] = [];
  let at = index;
  if (tokens[at]?.lower === "of") {
    at += 1;
    while (/^(the|its|his|her|their|our|those|these|them)$/.test(tokens[at]?.lower ?? "")) at += 1;
    // "seven of its nine members": the nouns stand after the second number.
    if (
      tokens[at]?.kind === "number" ||
      /^(one|two|three|four|five|six|seven|eight|nine|ten)$/.test(tokens[at]?.lower ?? "")
    )
      at += 1;
  }
  for (; of.length < 5; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.text === "-" || token.text === "‑") continue;
    if (token.kind !== "word") break;
    if (BREAKS.has(token.lower) || FINITE.test(token.lower)) break;
    if (of.length > 0 && token.lower.endsWith("ed") && (tokens[at - 1]?.lower ?? "").endsWith("s")) break;
    if (isStop(token.lower)) {
      if (of.length > 0) break;
      continue;
    }
    of.push(stem(token.lower));
    nouns.push(token.lower);
  }
  return { of, nouns };
}
