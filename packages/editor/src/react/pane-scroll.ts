import type { TextRange } from "../text-range.ts";
import { caretRect } from "./caret-layer.ts";
import type { MountedText } from "./mounted-text.ts";

/** Room kept above and below what is brought into view. */
const ROOM = 28;

/** Scrolls as little as brings the caret at `offset` into view. */
export function revealCaret(scroller: HTMLElement, mounted: MountedText, offset: number): void {
  const rect = caretRect(mounted, offset);
  if (rect === null) return;
  const view = scroller.getBoundingClientRect();
  if (rect.top < view.top + ROOM) scroller.scrollTop -= view.top + ROOM - rect.top;
  else if (rect.bottom > view.bottom - ROOM) scroller.scrollTop += rect.bottom - view.bottom + ROOM;
}

/**
 * Puts a passage in the middle of the view; one taller than the view by its beginning. `nearest`: only if it must;
 * `top`: by its first line this far below the view's edge. False when it was left alone.
 */
export function scrollToPassage(
  scroller: HTMLElement,
  mounted: MountedText,
  range: TextRange,
  block: "center" | "nearest",
  top?: number,
): boolean {
  const first = caretRect(mounted, range.start);
  const last = caretRect(mounted, range.end);
  if (first === null || last === null) return false;
  const view = scroller.getBoundingClientRect();
  if (top !== undefined) {
    scroller.scrollTop += first.top - (view.top + top);
    return true;
  }
  if (block === "nearest" && first.top >= view.top + ROOM && last.bottom <= view.bottom - ROOM) return false;
  const height = Math.min(last.bottom - first.top, view.height * 0.6);
  scroller.scrollTop += first.top + height / 2 - (view.top + view.height / 2);
  return true;
}
