const LONGEST = 100;

/** The name without its folder and extension, with separators opened up: a title of last resort. */
export function titleFromName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  return base
    .replace(/\.[\p{L}\p{N}]{1,8}$/u, "")
    .replace(/[_\s]+/gu, " ")
    .trim();
}

/** The first words of a text on one line, cut at a word with an ellipsis. */
export function titleFromText(words: string): string {
  const line = words
    .slice(0, LONGEST * 4)
    .replace(/\s+/gu, " ")
    .trim();
  if (line.length <= LONGEST) return line;
  const cut = line.lastIndexOf(" ", LONGEST);
  // Without a space to cut at, step back from the middle of a surrogate pair.
  const hard = /[\uD800-\uDBFF]/u.test(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  return `${line.slice(0, cut > LONGEST / 2 ? cut : hard)}…`;
}
