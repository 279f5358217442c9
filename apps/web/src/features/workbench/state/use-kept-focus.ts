import { useEffect, useRef } from "react";
import { useCaseStore } from "../../case/use-case.ts";
import type { Bench } from "./bench-context.tsx";

/**
 * A pressed button often goes away with what it did: withdrawn, restored, removed. The focus then goes to the row of the
 * cell it belonged to, or back to the source, and not to the top of the page.
 */
export function useKeptFocus({ store, panes }: Bench): void {
  const held = useCaseStore();
  const last = useRef<{ element: Element; inInspector: boolean } | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      if (target instanceof Element) last.current = { element: target, inInspector: target.closest(".insp") !== null };
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  // Escape leaves a field, wherever it is: where nothing has the focus, the arrows and the text's own keys do nothing.
  useEffect(() => {
    const onEscape = ({ key, target }: KeyboardEvent) => {
      if (key !== "Escape" || !(target instanceof HTMLElement) || !target.matches("input, textarea")) return;
      if (target.closest("[role=dialog]") !== null) return;
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) panes.get(store.getState().sourceId)?.focus();
      });
    };
    // Before the field itself hears of it, as some tell nobody else.
    document.addEventListener("keydown", onEscape, true);
    return () => document.removeEventListener("keydown", onEscape, true);
  }, [store, panes]);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      const { current } = last;
      if (current === null || current.element.isConnected || document.activeElement !== document.body) return;
      const row = current.inInspector ? document.querySelector<HTMLElement>(".insp-row[aria-expanded=true]") : null;
      if (row !== null) row.focus({ preventScroll: true });
      else panes.focus(store.getState().sourceId);
    };
    const stop = held.subscribe(() => {
      if (last.current === null || last.current.element === document.activeElement) return;
      // A frame later: what is written into the store by the same answer has been drawn by then.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [held, store, panes]);
}
