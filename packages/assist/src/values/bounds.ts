import type { Token } from "./tokens.ts";
import type { Bound } from "./value.ts";

const BOUNDS: [Bound, string[]][] = [
  [
    "over",
    [
      "more than",
      "at least",
      "no fewer than",
      "no less than",
      "not less than",
      "a little over",
      "just over",
      "well over",
      "slightly more than",
      "slightly over",
      "a little more than",
      "a bit over",
      "upwards of",
      "north of",
      "over",
      "above",
      "exceeding",
      "anything above",
      "anything over",
      "a minimum of",
      "not below",
      "just above",
      "a little above",
      "just after",
      "shortly after",
      "soon after",
    ],
  ],
  [
    "under",
    [
      "less than",
      "fewer than",
      "at most",
      "no more than",
      "not more than",
      "up to",
      "nearly",
      "almost",
      "close to",
      "just under",
      "just below",
      "a little under",
      "a little less than",
      "slightly less than",
      "slightly under",
      "well under",
      "under",
      "below",
      "a maximum of",
      "as many as",
      "as much as",
      "within",
      "not quite",
      "shy of",
      "just shy of",
      "shortly before",
      "just before",
    ],
  ],
  [
    "about",
    [
      "about",
      "around",
      "some",
      "roughly",
      "approximately",
      "approx",
      "an estimated",
      "estimated",
      "circa",
      "ca",
      "c",
      "or so",
      "in the region of",
      "on the order of",
      "~",
      "≈",
    ],
  ],
];

const BY_LAST = new Map<string, { bound: Bound; words: string[] }[]>();
for (const [bound, phrases] of BOUNDS) {
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const last = words.at(-1) ?? "";
    BY_LAST.set(
      last,
      [...(BY_LAST.get(last) ?? []), { bound, words }].toSorted((a, b) => b.words.length - a.words.length),
    );
  }
}

/** The approximator that ends just before token `index`, and where it begins. */
export function boundBefore(tokens: Token[], index: number): { bound: Bound; from: number } {
  for (const { bound, words } of BY_LAST.get(tokens[index - 1]?.lower ?? "") ?? []) {
    const from = index - words.length;
    if (from >= 0 && words.every((word, at) => tokens[from + at]?.lower === word)) {
      // "2 over 3" and "left over 40 years" are rare; "rose above 8" keeps its side.
      return { bound, from };
    }
  }
  return { bound: "exact", from: index };
}

/** "30 or more", "300 or so", "50 at most" after the figure. */
export function boundAfter(tokens: Token[], index: number): { bound: Bound; next: number } | null {
  const [one, two] = [tokens[index]?.lower, tokens[index + 1]?.lower];
  if (one === "or" && two === "so") return { bound: "about", next: index + 2 };
  if ((one === "or" || one === "and") && (two === "more" || two === "over")) return { bound: "over", next: index + 2 };
  if (one === "or" && (two === "less" || two === "fewer" || two === "under"))
    return { bound: "under", next: index + 2 };
  if (one === "at" && two === "least") return { bound: "over", next: index + 2 };
  if (one === "at" && two === "most") return { bound: "under", next: index + 2 };
  return null;
}

/** Rule 4 of the codebook: on the right side, and within about a tenth. */
export function readingOf(value: number, bound: Bound): [number, number] {
  if (bound === "about") return [value * 0.9, value * 1.1];
  if (bound === "over") return [value, value * 1.1];
  if (bound === "under") return [value * 0.9, value];
  return [value, value];
}
