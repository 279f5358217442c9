interface Box {
  left: number;
  top: number;
  bottom: number;
}

interface Size {
  width: number;
  height: number;
}

const GAP = 6;
const MARGIN = 8;

/** Below its cell, or above where there is no room below; never over the cell, never outside the window. */
export function peekPlace(anchor: Box, peek: Size, window: Size): { left: number; top: number } {
  const left = Math.max(MARGIN, Math.min(anchor.left, window.width - peek.width - MARGIN));
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - peek.height;
  if (below + peek.height <= window.height - MARGIN) return { left, top: below };
  if (above >= MARGIN) return { left, top: above };
  return { left, top: Math.max(MARGIN, window.height - peek.height - MARGIN) };
}
