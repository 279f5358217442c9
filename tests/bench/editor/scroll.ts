import { firstBlockEndingAfter } from "@assay/editor";
import type { BusyPage } from "./busy.ts";
import type { BenchSource } from "./corpus.ts";

export interface Scrolled {
  /** Milliseconds between two frames. */
  longest: number;
  /** Frames in which a part of the view had no text. */
  blank: number;
  /** Frames in which words in view stood without their marks. */
  bare: number;
  frames: number;
  pixels: number;
}

const SPEED = 7200;
const DISTANCE = 14_400;

/** Scrolls the first source, which is this one, as a flick of the wheel does, and looks at every frame. */
export async function scrollFast({ page, session }: BusyPage, { blocks, marks }: BenchSource): Promise<Scrolled> {
  const marked = [...new Set(marks.map(({ start }) => firstBlockEndingAfter(blocks, start)))];
  await page.evaluate((expected) => {
    const isMarked = new Set(expected);
    const scroller = document.querySelector<HTMLElement>(".st-scroll")!;
    scroller.scrollTop = 0;
    const seen = { last: 0, longest: 0, blank: 0, bare: 0, frames: 0, stop: false, from: 0, pixels: 0 };
    Object.assign(window, { seenFrames: seen });
    const inView = (selector: string): Element[] => {
      const view = scroller.getBoundingClientRect();
      return [...scroller.querySelectorAll(selector)].filter((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top < view.bottom - 1 && bottom > view.top + 1;
      });
    };
    const isBlank = (): boolean => inView(".st-chunk").some((chunk) => chunk.querySelector("[data-block]") === null);
    const isBare = (): boolean => {
      const painted = new Set(
        [...CSS.highlights]
          .filter(([name]) => name.startsWith("assay-"))
          .flatMap(([, highlight]) => [...highlight].map(({ startContainer }) => startContainer.parentElement?.closest("[data-block]"))),
      );
      return inView("[data-block]").some((block) => isMarked.has(Number((block as HTMLElement).dataset["block"])) && !painted.has(block));
    };
    const look = (now: number): void => {
      if (seen.stop) return;
      const moved = scroller.scrollTop !== seen.from;
      if (moved && seen.last > 0) {
        seen.frames += 1;
        seen.longest = Math.max(seen.longest, now - seen.last);
      }
      seen.last = moved ? now : 0;
      seen.pixels += Math.abs(scroller.scrollTop - seen.from);
      seen.from = scroller.scrollTop;
      const { port1, port2 } = new MessageChannel();
      // After the frame has been drawn: what it shows is what is there now.
      port1.onmessage = () => {
        if (isBlank()) seen.blank += 1;
        if (isBare()) seen.bare += 1;
      };
      port2.postMessage(null);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, marked);
  const box = await page.locator(".st-scroll").first().boundingBox();
  if (box === null) throw new Error("No source is in view");
  await session.send("Input.synthesizeScrollGesture", {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    yDistance: -DISTANCE,
    speed: SPEED,
    gestureSourceType: "mouse",
  });
  return page.evaluate(() => {
    const { seenFrames } = window as unknown as { seenFrames: Scrolled & { stop: boolean } };
    seenFrames.stop = true;
    const { longest, blank, bare, frames, pixels } = seenFrames;
    return { longest, blank, bare, frames, pixels };
  });
}
