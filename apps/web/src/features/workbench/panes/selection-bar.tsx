import { Copy, FoldHorizontal, MessageSquare, Plus, UnfoldHorizontal } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { Button, IconButton } from "../../../components/button.tsx";
import { isTyping } from "../../../components/keys.ts";
import { Glyph } from "../../../components/glyph.tsx";
import { useCaseNow } from "../../case/use-case.ts";
import { placeBar } from "../model/place-bar.ts";
import { samePlace } from "../model/tag-edits.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { narrow, widen } from "./text-keys.ts";

/** What can be done with the selected words, near them and never over them. The same keys work without it. */
export function SelectionBar() {
  const bench = useBenchParts();
  const { actions, panes } = bench;
  const now = useCaseNow();
  const selection = useBench((state) => state.selection);
  // A tag of these words is on its way: what can be done with them would only lie over the text.
  const spent = useBench(({ spent: used, selection: now }) => used !== null && used.sourceId === now?.sourceId && samePlace(used, now));
  const dialog = useBench((state) => state.dialog);
  const pressed = usePointerDown();
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  const typing = useTyping();
  const moving = useBench((state) => state.edges !== null);
  const shown = selection !== null && !spent && dialog === null && !pressed && !typing && !moving;

  useLayoutEffect(() => {
    if (!shown) return undefined;
    const scroller = panes.get(selection.sourceId)?.scrollElement;
    let frame = 0;
    const update = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (scroller !== null && scroller !== undefined) setPlace(measure(scroller, bar.current));
      });
    };
    update();
    scroller?.addEventListener("scroll", update, { passive: true });
    window.addEventListener("resize", update);
    return () => {
      cancelAnimationFrame(frame);
      scroller?.removeEventListener("scroll", update);
      window.removeEventListener("resize", update);
    };
  }, [shown, selection, panes]);

  if (!shown) return null;
  // Pressing a button must not take the selection away before the button is heard.
  const keep = (event: { preventDefault: () => void }) => event.preventDefault();
  return createPortal(
    <div
      ref={bar}
      className="pane-actions"
      role="toolbar"
      aria-label="With the selected words"
      style={place === null ? { visibility: "hidden", left: 0, top: 0 } : place}
      onMouseDown={keep}
    >
      <Button kbd="c" icon={<Plus className="icon" aria-hidden />} onClick={() => actions.newClaim()}>
        New claim
      </Button>
      <Button kbd="v" className="insp-v" icon={<Glyph name="verified" />} onClick={() => actions.tag("verified")}>
        Verify
      </Button>
      <Button kbd="d" className="insp-d" icon={<Glyph name="disputed" />} onClick={() => actions.tag("disputed")}>
        Dispute
      </Button>
      <Button
        kbd="t"
        title="Discuss these words"
        icon={<MessageSquare className="icon" aria-hidden />}
        onClick={() => actions.discuss()}
      >
        Discuss
      </Button>
      <Button
        kbd="y"
        title="Copy with citation"
        icon={<Copy className="icon" aria-hidden />}
        onClick={() => actions.copyCitation()}
      >
        Cite
      </Button>
      <IconButton small label="Widen to the word, sentence, paragraph" kbd="=" onClick={() => widen(bench, now().texts)}>
        <UnfoldHorizontal className="icon" aria-hidden />
      </IconButton>
      <IconButton small label="Narrow again" kbd="-" onClick={() => narrow(bench)}>
        <FoldHorizontal className="icon" aria-hidden />
      </IconButton>
    </div>,
    document.body,
  );
}

function measure(scroller: HTMLElement, bar: HTMLElement | null): { left: number; top: number } | null {
  const native = document.getSelection();
  if (bar === null || native === null || native.rangeCount === 0) return null;
  const words = native.getRangeAt(0).getBoundingClientRect();
  if (words.width === 0 && words.height === 0) return null;
  return placeBar(words, scroller.getBoundingClientRect(), bar.getBoundingClientRect(), window.innerWidth);
}

function usePointerDown(): boolean {
  const [down, setDown] = useState(false);
  useEffect(() => {
    const press = (event: PointerEvent) =>
      setDown(event.pointerType === "mouse" && event.button === 0 && isInText(event));
    const release = () => setDown(false);
    window.addEventListener("pointerdown", press, true);
    window.addEventListener("pointerup", release, true);
    window.addEventListener("pointercancel", release, true);
    return () => {
      window.removeEventListener("pointerdown", press, true);
      window.removeEventListener("pointerup", release, true);
      window.removeEventListener("pointercancel", release, true);
    };
  }, []);
  return down;
}

/** While somebody types, in a find bar say, the keys on the bar would not work and it would lie over the field. */
function useTyping(): boolean {
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    const look = () => setTyping(isTyping(document.activeElement));
    look();
    document.addEventListener("focusin", look);
    document.addEventListener("focusout", look);
    return () => {
      document.removeEventListener("focusin", look);
      document.removeEventListener("focusout", look);
    };
  }, []);
  return typing;
}

function isInText(event: PointerEvent): boolean {
  return event.target instanceof Element && event.target.closest(".pane-body") !== null;
}
