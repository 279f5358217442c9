import type { Outcome } from "./refusal.ts";
import { refuse } from "./refusal.ts";

/**
 * The one form in which a text is stored (X2), made before any offset exists. Never NFC: the words stay as published.
 * A byte-order mark at the start is no part of the text.
 */
export function normaliseText(raw: string): Outcome<{ text: string; replacedSurrogates: number }> {
  const nul = raw.indexOf("\0");
  if (nul !== -1) {
    const line = raw.slice(0, nul).split(/\r\n|\r|\n/).length;
    return refuse(
      "X2",
      `Line ${line} holds a NUL character, so this is not plain text. Save it as plain text in UTF-8 and add it again.`,
    );
  }
  let replacedSurrogates = 0;
  const text = raw
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Cs}/gu, () => {
      replacedSurrogates += 1;
      return "\uFFFD";
    });
  return { ok: true, text, replacedSurrogates };
}

/** No visible character at all: white space, controls and ignorable characters only. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}
