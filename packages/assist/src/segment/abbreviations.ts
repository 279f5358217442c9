/** Words whose full stop hardly ever ends a sentence. Lower case, without the last stop. */
const NEVER_LAST = new Set(
  (
    "mr mrs ms mx messrs mme mlle dr drs prof rev fr hon gov lt sen rep reps sens gen col maj capt cmdr cpl sgt adm brig " +
    "pres supt insp det st ste mt ft vs v cf e.g i.e viz approx ca al dept univ assn bros ph nos no art sec fig vol pp p"
  ).split(" "),
);

/** May end a sentence; a small letter or a digit after them means that they do not. */
const SELDOM_LAST = new Set(
  "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun etc inc ltd co corp jr sr esq ave blvd rd sq".split(
    " ",
  ),
);

/** Words that open a sentence far more often than they follow "U.S." or "Inc." inside one. */
const OPENERS = new Set(
  (
    "the a an he she it they we i you this that these those there here in on at by for from with when while where after " +
    "before since if as but and or so yet nor however meanwhile still then now what who why how his her its their our my no " +
    "not one some many most several both all each every another asked according although despite during last earlier later"
  ).split(" "),
);

const INITIAL = /(?:^|[\s(“"'‘])\p{Lu}$/u;
/** "U.S", "U.N", "a.m", "Ph.D": single letters with stops between them. */
const DOTTED = /(?:^|[\s(“"'‘])\p{L}(?:\.\p{L}{1,2})+$/u;

/**
 * Whether a sentence that a segmenter ended with a full stop goes on: `before` ends with the stop, `after` is what
 * follows it.
 */
export function goesOn(before: string, after: string): boolean {
  const head = before.trimEnd();
  if (!head.endsWith(".")) return false;
  const body = head.slice(0, -1);
  const word = /[\p{L}.]+$/u.exec(body.slice(-24))?.[0].toLowerCase() ?? "";
  const next = /^[\s“"'‘(]*(\p{L}[\p{L}\p{M}’'-]*|\p{N})?/u.exec(after.slice(0, 80))?.[1] ?? "";
  if (next === "") return false;
  const small = /^\p{Ll}/u.test(next);
  const digit = /^\p{N}/u.test(next);
  if (word === "no" || word === "nos" || word === "p" || word === "pp" || word === "art" || word === "sec" || word === "v") {
    // "No. 7", but "She said no. Then …".
    return digit || (small && word === "v");
  }
  if (NEVER_LAST.has(word)) return true;
  if (small) return true;
  if (SELDOM_LAST.has(word)) return digit;
  const opener = OPENERS.has(next.toLowerCase());
  const tail = body.slice(-24);
  if (/(?:^|\s)[ap]\.m$/i.test(tail)) return false;
  return (INITIAL.test(tail) && !/\sI$/.test(tail) && !opener) || (DOTTED.test(tail) && !opener);
}
