const LONGEST = 500;

/** The browser's own words for what is wrong, and what a person makes of it. */
const REASONS: readonly [RegExp, string][] = [
  [/Unterminated group/, "A bracket ( is not closed. Add ), or write \\( for the sign itself."],
  [/Unmatched '\)'/, "A bracket ) closes nothing. Write \\) for the sign itself."],
  [/Unterminated character class/, "A bracket [ is not closed. Add ], or write \\[ for the sign itself."],
  [/Nothing to repeat/, "There is nothing before *, + or ? to repeat. Write \\*, \\+ or \\? for the sign itself."],
  [/Lone quantifier brackets|Incomplete quantifier/, "A brace { or } stands alone. Write \\{ or \\} for the sign itself."],
  [/numbers out of order/, "In braces the smaller number comes first, as in {2,5}."],
  [/Range out of order/, "In square brackets a range goes from the earlier letter to the later, as in [a-z]."],
  [/\\ at end of pattern/, "The pattern ends in \\. Write \\\\ for the sign itself."],
  [/Invalid (unicode |decimal )?escape|Invalid class escape/, "The letter or sign after \\ has no meaning there. Leave the \\ out."],
  [/Invalid property name/, "No kind of letter has the name in \\p{…}. Try \\p{L} for letters, \\p{N} for figures."],
  [/Invalid (capture group name|named reference|named capture referenced)/, "A named group is not written right, as in (?<name>…)."],
  [/Invalid group/, "What follows (? is not known."],
];

export type ReadPattern = { ok: true; regex: RegExp } | { ok: false; reason: string };

/** Compiles what somebody typed; a bad pattern is refused in words that say what to mend. */
export function readPattern(pattern: string, options: { wholeWord: boolean; matchCase: boolean }): ReadPattern {
  if (pattern.length > LONGEST) return { ok: false, reason: `A pattern has at most ${LONGEST} letters and signs.` };
  const flags = options.matchCase ? "gmu" : "gimu";
  try {
    // By itself first, or a bracket too many would close the one put around it.
    const regex = new RegExp(pattern, flags);
    if (!options.wholeWord) return { ok: true, regex };
    return { ok: true, regex: new RegExp(`(?<![\\p{L}\\p{N}\\p{M}_])(?:${pattern})(?![\\p{L}\\p{N}\\p{M}_])`, flags) };
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const known = REASONS.find(([sign]) => sign.test(message))?.[1];
    return { ok: false, reason: known ?? "This is not a pattern that can be read. Check its brackets and its \\ signs." };
  }
}
