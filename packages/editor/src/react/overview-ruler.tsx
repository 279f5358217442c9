import { useEffect, useRef, type JSX, type PointerEvent } from "react";
import { rulerTicks } from "../ruler-ticks.ts";
import type { FrameTask } from "./frame-queue.ts";
import type { SourcePane } from "./source-pane.ts";

/**
 * The whole source at a glance: where its marks and search hits are, and what part is in view. Ticks are kept by hand,
 * one more mark adding one element. It repeats what the text holds, so it is hidden from assistive technology.
 */
export function OverviewRuler({ pane }: { pane: SourcePane }): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const band = useRef<HTMLSpanElement>(null);
  useEffect(() => (root.current && band.current ? drive(pane, root.current, band.current) : undefined), [pane]);
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1) return;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    pane.scrollToShare((event.clientY - top) / Math.max(1, height));
  };
  const start = (event: PointerEvent<HTMLDivElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    go(event);
  };
  return (
    <div ref={root} className="st-ruler" aria-hidden="true" onPointerDown={start} onPointerMove={go}>
      <span ref={band} className="st-band" />
    </div>
  );
}

function drive(pane: SourcePane, root: HTMLElement, band: HTMLElement): (() => void) | undefined {
  const { scroller } = pane;
  if (scroller === null) return undefined;
  const drawn = new Map<string, HTMLElement>();
  let ticksAreStale = true;
  /** Where offsets stand, until something has been laid out anew: one more mark asks for one. */
  const places = new Map<number, number>();
  let measured = pane.geometry.version;
  let gone = false;
  let view = { top: 0, share: 1 };
  const task: FrameTask = {
    measure: () => {
      const { scrollTop, clientHeight, scrollHeight } = scroller;
      view = { top: scrollTop / scrollHeight, share: clientHeight / scrollHeight };
    },
    commit: () => {
      if (gone) return;
      if (measured !== pane.geometry.version) places.clear();
      measured = pane.geometry.version;
      if (ticksAreStale) updateTicks(pane, root, drawn, places);
      ticksAreStale = false;
      band.style.top = `${view.top * 100}%`;
      band.style.height = `${view.share * 100}%`;
      band.hidden = view.share >= 1;
    },
  };
  const request = (): void => pane.requestFrame(task);
  const stop = pane.onOverview(() => {
    ticksAreStale = true;
    request();
  });
  scroller.addEventListener("scroll", request, { passive: true });
  request();
  return () => {
    stop();
    scroller.removeEventListener("scroll", request);
    gone = true;
    for (const tick of drawn.values()) tick.remove();
  };
}

function updateTicks(
  pane: SourcePane,
  root: HTMLElement,
  drawn: Map<string, HTMLElement>,
  places: Map<number, number>,
): void {
  const positionOf = (offset: number): number => {
    const known = places.get(offset);
    if (known !== undefined) return known;
    const place = pane.geometry.positionOf(offset);
    places.set(offset, place);
    return place;
  };
  const ticks = rulerTicks(pane.index.marks(), pane.searchRanges, pane.chosenClaimId, positionOf);
  for (const [key, element] of drawn) {
    if (ticks.has(key)) continue;
    element.remove();
    drawn.delete(key);
  }
  const added: HTMLElement[] = [];
  for (const { key, stance, position, chosen } of ticks.values()) {
    if (drawn.has(key)) continue;
    const element = document.createElement("i");
    element.className = chosen ? "st-tick st-tick-chosen" : "st-tick";
    element.dataset["stance"] = stance;
    element.style.top = `${position * 100}%`;
    drawn.set(key, element);
    added.push(element);
  }
  root.append(...added);
}
