/** Latin letters joined into one shape, and Arabic ones as they look at their place in a word. */
const SHAPES = /[\uFB00-\uFB06\uFB50-\uFDFB\uFE70-\uFEFC]+/gu;

/**
 * The letters that drawn shapes stand for. A font's shapes are no characters that anybody wrote: "ﬁre" is in no text, and
 * nobody who looks for "fire" would find it. Only shapes: everything else stays as the file has it (X2).
 */
export function unshape(words: string): string {
  return words.replace(SHAPES, (shapes) => shapes.normalize("NFKC"));
}
