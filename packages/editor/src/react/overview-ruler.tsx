import { memo, useEffect, useRef, type JSX, type PointerEvent } from "react";
import type { MarkStance } from "../highlight-mark.ts";
import { putMark, RULER_STEPS, RulerTicks, rulerTicks, type TickGroup } from "../ruler-ticks.ts";
import type { FrameTask } from "./frame-queue.ts";
import type { SourcePane } from "./source-pane.ts";
import { whenIdle } from "./when-idle.ts";

/**
 * The whole source at a glance: where its marks and search hits are, and what part is in view. It repeats what the text holds, so it is hidden from assistive technology.
 */
export const OverviewRuler = memo(function OverviewRuler({ pane }: { pane: SourcePane }): JSX.Element {
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
});

/** Half the ticks' heights and the space between them, in pixels of the ruler: bars, two lines, dots. */
const SHAPES: Partial<Record<MarkStance, (y: number) => string>> = {
  verified: (y) => `M3 ${y}h7v3h-7z`,
  disputed: (y) => `M3 ${y - 1}h7v1.5h-7zm0 3.5h7v1.5h-7z`,
  suggest: (y) => `M3 ${y}h1.5v2h-1.5zm3 0h1.5v2h-1.5zm3 0h1.5v2h-1.5z`,
  search: (y) => `M9 ${y}h4v2h-4z`,
};
const FRAME = (y: number, isTall: boolean): string => `M.75 ${y - (isTall ? 2.75 : 1.75)}h11.5v${isTall ? 8.5 : 6.5}h-11.5z`;
const SVG = "http://www.w3.org/2000/svg";

/** All ticks of a look are one path: hundreds of elements would be looked through in every frame of the page. */
function drive(pane: SourcePane, root: HTMLElement, band: HTMLElement): (() => void) | undefined {
  const { scroller } = pane;
  if (scroller === null) return undefined;
  const sheet = document.createElementNS(SVG, "svg");
  sheet.setAttribute("class", "st-ticks");
  root.append(sheet);
  const paths = new Map<string, SVGPathElement>();
  const dirty = new Set<TickGroup>();
  let ticks = new RulerTicks();
  let height = 0;
  let view = { top: 0, share: 1 };
  let share = -1;
  let shown = "";
  const positionOf = (offset: number): number => pane.geometry.positionOf(offset);
  const draw = ({ stance, chosen, steps }: TickGroup): void => {
    const shape = SHAPES[stance];
    if (shape === undefined) return;
    const tops = [...steps].map((step) => Math.round((step / RULER_STEPS) * height));
    write(`${stance} ${chosen}`, "st-tick", stance, tops.map(shape).join(""));
    if (chosen) write(`${stance} frame`, "st-tick-frame", stance, tops.map((y) => FRAME(y, stance === "disputed")).join(""));
  };
  const write = (key: string, name: string, stance: MarkStance, line: string): void => {
    let path = paths.get(key);
    if (path === undefined) {
      path = document.createElementNS(SVG, "path");
      path.setAttribute("class", name);
      path.dataset["stance"] = stance;
      paths.set(key, path);
      sheet.append(path);
    }
    if (path.getAttribute("d") !== line) path.setAttribute("d", line);
  };
  const drawAll = (): void => {
    const groups = [...ticks.groups()];
    const keys = new Set(groups.flatMap(({ stance, chosen }) => [`${stance} ${chosen}`, ...(chosen ? [`${stance} frame`] : [])]));
    for (const [key, path] of paths) {
      if (keys.has(key)) continue;
      path.remove();
      paths.delete(key);
    }
    groups.forEach(draw);
    dirty.clear();
  };
  const task: FrameTask = {
    measure: () => {
      const { scrollTop, clientHeight, scrollHeight } = scroller;
      view = { top: scrollTop / scrollHeight, share: clientHeight / scrollHeight };
      height = root.clientHeight;
    },
    commit: () => {
      for (const group of dirty) draw(group);
      dirty.clear();
      const place = `translateY(${view.top * height}px)`;
      if (place !== shown) band.style.transform = shown = place;
      if (view.share === share) return;
      share = view.share;
      band.style.height = `${share * 100}%`;
      band.hidden = share >= 1;
    },
  };
  const request = (): void => pane.requestFrame(task);
  // Thousands of marks are gone through while nothing else is to be done: they are an overview, not what one looks at.
  const rebuild = whenIdle(() => {
    ticks = rulerTicks(pane.index.marks(), pane.searchRanges, pane.chosenClaimId, positionOf);
    height = root.clientHeight;
    drawAll();
  });
  const stop = pane.onOverview((come) => {
    request();
    if (come === undefined || rebuild.isAsked()) return rebuild.ask();
    for (const mark of come) {
      const group = putMark(ticks, mark, pane.chosenClaimId, positionOf);
      if (group !== null) dirty.add(group);
    }
  });
  const resize = new ResizeObserver(() => {
    height = root.clientHeight;
    drawAll();
    request();
  });
  resize.observe(root);
  scroller.addEventListener("scroll", request, { passive: true });
  rebuild.ask();
  request();
  return () => {
    stop();
    rebuild.cancel();
    resize.disconnect();
    scroller.removeEventListener("scroll", request);
    sheet.remove();
  };
}
