import type { CDPSession, Page } from "playwright-core";

/**
 * What a page's main thread does, in milliseconds of its own processor time: the same measure for whatever is on the
 * page, blind to how it works, and to what else the machine is doing.
 */
export class BusyPage {
  readonly page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<BusyPage> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    return new BusyPage(page, session);
  }

  get session(): CDPSession {
    return this.#session;
  }

  /** All that the thread does from `act` until it has been quiet for `quiet` milliseconds, painting included. */
  async during(act: () => Promise<unknown>, quiet: number): Promise<number> {
    const before = await this.#spent();
    await act();
    await new Promise((resolve) => setTimeout(resolve, quiet));
    return (await this.#spent()) - before;
  }

  /** Bytes in use after a collection. */
  async heap(): Promise<number> {
    await this.#session.send("HeapProfiler.collectGarbage");
    await this.#session.send("HeapProfiler.collectGarbage");
    return (await this.#session.send("Runtime.getHeapUsage")).usedSize;
  }

  async #spent(): Promise<number> {
    const { metrics } = await this.#session.send("Performance.getMetrics");
    const found = metrics.find(({ name }) => name === "TaskDuration");
    if (found === undefined) throw new Error("This Chromium does not say what its thread has done");
    return found.value * 1000;
  }
}
