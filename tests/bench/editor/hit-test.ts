import type { Page } from "playwright-core";

const CALLS = 200;

/**
 * Microseconds to find the marks under the pointer, a mean over many calls at each of some words in view. The pane looks
 * once a frame; its own look-up is taken from the frame it asks for and called in a row, as one is too short for the clock.
 */
export function hitTestTimes(page: Page): Promise<number[]> {
  return page.evaluate((calls) => {
    const scroller = document.querySelector<HTMLElement>(".st-scroll");
    if (scroller === null) throw new Error("No source is on the page");
    const view = scroller.getBoundingClientRect();
    const points = [...scroller.querySelectorAll("[data-slate-string]")]
      .map((words) => words.getClientRects()[0])
      .filter((rect) => rect !== undefined)
      .filter((rect) => rect.top > view.top && rect.bottom < view.bottom)
      .map((rect) => ({ clientX: rect.left + Math.min(60, rect.width / 2), clientY: rect.top + rect.height / 2 }));
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
      const begun = performance.now();
      for (let i = 0; i < calls; i++) lookUp(0);
      return ((performance.now() - begun) * 1000) / calls;
    });
    scroller.dispatchEvent(new PointerEvent("pointerleave"));
    return times;
  }, CALLS);
}
