/** Letters by themselves: neither case nor accents nor ligatures stand in the way of finding a word. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
