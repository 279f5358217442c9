import type { Page } from "@playwright/test";

/** Times by the wall clock, so that those of two browsers can be set against each other. */
type Times = number[];

/** When a key was pressed in the page: the first time, the second … */
export async function pressClock(page: Page, key: string): Promise<(nth: number) => Promise<number>> {
  await page.evaluate((wanted) => {
    const times: Times = [];
    Object.assign(window, { pressTimes: times });
    const note = (event: KeyboardEvent) => {
      if (event.key === wanted) times.push(performance.timeOrigin + event.timeStamp);
    };
    window.addEventListener("keydown", note, { capture: true });
  }, key);
  return (nth) => timeOf(page, "pressTimes", nth);
}

/** When one more passage was on the screen, under a highlight of this name: the first time, the second … */
export async function paintClock(page: Page, name: string): Promise<(nth: number) => Promise<number>> {
  await page.evaluate((prefix) => {
    const times: Times = [];
    Object.assign(window, { paintTimes: times });
    const count = () => {
      let ranges = 0;
      for (const [key, highlight] of CSS.highlights) if (key.startsWith(prefix)) ranges += highlight.size;
      return ranges;
    };
    let seen = count();
    const look = () => {
      const now = count();
      // Found before a frame is drawn; it is on the screen when the next one begins.
      if (now > seen) requestAnimationFrame(() => times.push(performance.timeOrigin + performance.now()));
      seen = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, name);
  return (nth) => timeOf(page, "paintTimes", nth);
}

async function timeOf(page: Page, list: "pressTimes" | "paintTimes", nth: number): Promise<number> {
  const found = await page.waitForFunction(
    ([name, at]) => (window as unknown as Record<string, Times | undefined>)[name]?.[at],
    [list, nth] as const,
    { timeout: 10_000 },
  );
  return (await found.jsonValue()) ?? NaN;
}
