import type { Page } from "playwright-core";

/** Milliseconds from the start of a load until one of these is painted and the page can take a key. */
export async function loadTime(page: Page, url: string, painted: string): Promise<number> {
  await page.goto(url, { waitUntil: "commit" });
  return page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(selector) === null) return void requestAnimationFrame(look);
          // Found before its frame is drawn; when the thread is free after it, a key is answered.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now());
            port2.postMessage(null);
          });
        };
        look();
      }),
    painted,
  );
}

/** Notes in the page how long each press of `a` takes until another sheet than before is painted. */
export async function watchApprovals(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { approvals: times });
    const shown = () => document.querySelector(".review-stage");
    addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "a") return;
        const before = shown();
        const watcher = new MutationObserver(() => {
          const now = shown();
          if (now === null || now === before) return;
          watcher.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => times.push(performance.now() - event.timeStamp);
            port2.postMessage(null);
          });
        });
        watcher.observe(document.body, { childList: true, subtree: true });
      },
      { capture: true },
    );
  });
}

/** One press, and its time; `pause` is how long a reviewer looks before the next. */
export async function approve(page: Page, nth: number, pause: number): Promise<number> {
  await page.keyboard.press("a");
  const found = await page.waitForFunction(
    (at) => (window as unknown as { approvals: number[] }).approvals[at],
    nth,
    { timeout: 10_000 },
  );
  const time = (await found.jsonValue()) ?? Number.NaN;
  await page.waitForTimeout(pause);
  return time;
}
