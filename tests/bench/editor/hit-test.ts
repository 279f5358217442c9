import type { Page } from "playwright-core";

const CALLS = 100;
/** So often that many calls; of a place the middle one counts, as whatever else the machine does takes from some. */
const ROWS = 9;

/** Marked words that are looked up at each size: as many wherever there are enough. */
const PLACES = 12;

/**
 * Microseconds to find the marks under the pointer, a mean over many calls in a row at each of some marked words in view: where
 * nothing lies is found sooner, and how much of a view that is differs from size to size. The pane looks once a frame; its
 * own look-up is taken from the frame it asks for and called in a row, as one is too short for the clock.
 */
export function hitTestTimes(page: Page): Promise<number[]> {
  return page.evaluate(([calls, rowsOfCalls, places]) => {
    const scroller = document.querySelector<HTMLElement>(".st-scroll");
    if (scroller === null) throw new Error("No source is on the page");
    const view = scroller.getBoundingClientRect();
    const marked = [...CSS.highlights]
      .filter(([name]) => /^assay-(verified|disputed)-/.test(name))
      .flatMap(([, highlight]) => [...highlight])
      .filter(({ startContainer }) => scroller.contains(startContainer))
      .map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const words = document.createRange();
        words.setStart(startContainer, startOffset);
        words.setEnd(endContainer, endOffset);
        return words.getClientRects()[0];
      })
      .filter((rect) => rect !== undefined)
      .filter((rect) => rect.top > view.top && rect.bottom < view.bottom)
      .toSorted((a, b) => a.top - b.top || a.left - b.left);
    if (marked.length === 0) throw new Error("No mark is in view");
    const points = marked
      .filter((_, at) => at % Math.ceil(marked.length / places) === 0)
      .map((rect) => ({ clientX: rect.left + Math.min(30, rect.width / 2), clientY: rect.top + rect.height / 2 }));
    const ask = window.requestAnimationFrame;
    const lookUpAt = (point: { clientX: number; clientY: number }): FrameRequestCallback => {
      let asked: FrameRequestCallback | null = null;
      window.requestAnimationFrame = (callback) => {
        asked = callback;
        return 0;
      };
      scroller.dispatchEvent(new PointerEvent("pointermove", { ...point, bubbles: true, pointerType: "mouse" }));
      window.requestAnimationFrame = ask;
      if (asked === null) throw new Error("The pane asked for no frame");
      return asked;
    };
    const times = points.map((point) => {
      const lookUp = lookUpAt(point);
      // The first tells the page what is under the pointer; the others find the same.
      lookUp(0);
      const rows = Array.from({ length: rowsOfCalls }, () => {
        const begun = performance.now();
        for (let i = 0; i < calls; i++) lookUp(0);
        return ((performance.now() - begun) * 1000) / calls;
      });
      return rows.toSorted((a, b) => a - b)[Math.floor(rows.length / 2)]!;
    });
    scroller.dispatchEvent(new PointerEvent("pointerleave"));
    return times;
  }, [CALLS, ROWS, PLACES] as const);
}
