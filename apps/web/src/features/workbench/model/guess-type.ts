import type { ClaimType } from "@assay/domain";

/** A first guess from the passage's looks, to save a click where it is right; the person decides. */
export function guessType(passage: string): ClaimType {
  if (/\p{Nd}/u.test(passage)) return "number";
  if (/["“”„«»]|(?:^|\s)[‘']\S/u.test(passage)) return "quote";
  return "event";
}

/** A passage as the first wording of a claim: one line, without the line breaks of the source. */
export function wordingFrom(passage: string): string {
  return passage.replace(/\s+/gu, " ").trim();
}
