const TURNS =
  /[\u202A-\u202E\u2066-\u2069\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A name inside a sentence of ours. Where it is written from right to left, or hides a mark of direction, it is closed
 * off: otherwise the figure that comes after it is drawn into it, and “verified by X. 1 source” is read as “1 .X”.
 */
export function isolated(words: string): string {
  return TURNS.test(words) ? `\u2068${words}\u2069` : words;
}
