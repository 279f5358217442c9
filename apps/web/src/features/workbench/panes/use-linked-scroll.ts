import { useEffect } from "react";
import type { RefObject } from "react";
import { useBench, useBenchParts } from "../state/bench-context.tsx";

/** After this long without a hand on it a pane no longer leads: what moves it then is a jump, not a reader. */
const HAND_MS = 500;
const SCROLL_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "]);

/**
 * Moves the other panes along while a person scrolls one: in proportion, or line by line while they stand aligned on a
 * claim's passages. Jumps to evidence move each pane by itself.
 */
export function useLinkedScroll(root: RefObject<HTMLElement | null>): void {
  const { panes, store } = useBenchParts();
  const linked = useBench((state) => state.linked);
  useEffect(() => {
    const element = root.current;
    if (!linked || element === null) return undefined;
    let leader: EventTarget | null = null;
    let touchedAt = 0;
    let top = 0;
    const takeHand = (event: Event) => {
      if (event instanceof KeyboardEvent && !SCROLL_KEYS.has(event.key)) return;
      const scrollers = [...panes.entries()].map(([, api]) => api.scrollElement);
      const found = scrollers.find((one) => contains(one, event.target)) ?? null;
      leader = found;
      top = found?.scrollTop ?? 0;
      touchedAt = event.timeStamp;
    };
    const follow = (event: Event) => {
      const from = event.target;
      if (from !== leader || !(from instanceof HTMLElement) || event.timeStamp - touchedAt > HAND_MS) return;
      touchedAt = event.timeStamp;
      const by = from.scrollTop - top;
      top = from.scrollTop;
      const aligned = store.getState().comparing;
      const share = from.scrollTop / Math.max(1, from.scrollHeight - from.clientHeight);
      for (const [, api] of panes.entries()) {
        const other = api.scrollElement;
        if (other === null || other === from) continue;
        if (aligned) other.scrollTop += by;
        else other.scrollTop = share * (other.scrollHeight - other.clientHeight);
      }
    };
    const hands = ["wheel", "pointerdown", "touchmove", "keydown"] as const;
    for (const name of hands) element.addEventListener(name, takeHand, { capture: true, passive: true });
    element.addEventListener("scroll", follow, { capture: true, passive: true });
    return () => {
      for (const name of hands) element.removeEventListener(name, takeHand, { capture: true });
      element.removeEventListener("scroll", follow, { capture: true });
    };
  }, [linked, panes, root, store]);
}

/** The scroller itself, or the pane around it: its ruler leads too. */
function contains(scroller: HTMLElement | null, target: EventTarget | null): boolean {
  return scroller !== null && target instanceof Node && (scroller.closest(".pane") ?? scroller).contains(target);
}
