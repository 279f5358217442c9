/** Titles and the like, which are never the last word of a sentence. */
const LEADS_ON = /(?:^|[\s("“‘'])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Cmdr|Adm|Sen|Rep|Gov|Rev|Hon|St|No|vs)\.\s*$/u;
/** "U.S." or a person's initial. */
const INITIALS = /(?:^|[\s("“‘'])(?:\p{Lu}\.)+\s*$/u;
/** A word that begins a sentence far more often than it follows "U.S." inside one. */
const BEGINS = /^["“‘']*(?:The|A|An|In|On|At|By|As|It|Its|He|She|They|We|I|But|And|Or|If|When|While|After|This|That|These|There)\b/u;

/**
 * Unicode's rules end a sentence at each full stop before a capital: "Former U.S. | President". Is the boundary at `at`
 * such a one?
 */
export function isFalseSentenceEnd(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  if (LEADS_ON.test(before)) return true;
  return INITIALS.test(before) && !BEGINS.test(text.slice(at, at + 16));
}
