/** A typeface a report carries with it, so that it looks the same on every machine. Formats without faces ignore it. */
export interface FontFace {
  family: string;
  /** A range, for a variable font: "200 900". */
  weight: string;
  style: "normal" | "italic";
  /** A WOFF2 file. */
  woff2Base64: string;
}

/** `@font-face` rules with the faces inside. Families and weights are the caller's constants, never a user's words. */
export function fontFaceRules(faces: readonly FontFace[]): string {
  return faces
    .map(
      ({ family, weight, style, woff2Base64 }) =>
        `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};` +
        `src:url(data:font/woff2;base64,${woff2Base64}) format("woff2")}`,
    )
    .join("\n");
}
