export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

const GAP = 8;
const EDGE = 6;

/**
 * Where the bar goes: above the selected words, else below them, else over the head of the pane, where no words are.
 * Never over the words. Null when the words are scrolled out of the pane.
 */
export function placeBar(
  words: Pick<Box, "left" | "top" | "bottom">,
  pane: Pick<Box, "left" | "right" | "top" | "bottom">,
  bar: Pick<Box, "width" | "height">,
  windowWidth: number,
): { left: number; top: number } | null {
  if (words.bottom < pane.top || words.top > pane.bottom) return null;
  const left = Math.max(EDGE, Math.min(Math.max(words.left, pane.left + EDGE), windowWidth - bar.width - EDGE));
  const above = words.top - GAP - bar.height;
  if (above >= pane.top - bar.height - GAP && words.top >= pane.top) return { left, top: above };
  const below = words.bottom + GAP;
  if (below + bar.height <= pane.bottom) return { left, top: below };
  return { left, top: pane.top - bar.height - GAP };
}
