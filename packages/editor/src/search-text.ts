import { findInText } from "./find-in-text.ts";
import type { TextRange } from "./text-range.ts";

/** Every place where `query` stands in `text` as typed, whatever the case, the accents or the line breaks. */
export function searchText(text: string, query: string): TextRange[] {
  const found = findInText(text, query);
  return found.ok ? found.ranges : [];
}
