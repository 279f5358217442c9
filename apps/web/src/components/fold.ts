/** As it is typed in haste: without capitals, accents and ligatures, and with the keyboard's own quotes and dashes. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[‐-―]/gu, "-")
    .toLowerCase();
}
