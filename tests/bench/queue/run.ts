import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { median } from "../../support/figures.ts";
import type { Figure } from "../../support/figures.ts";
import { startBuiltServer } from "../../support/server.ts";
import { fillQueue } from "./fill-queue.ts";
import { floorHtml } from "./floor-page.ts";
import { approve, loadTime, watchApprovals } from "./measure.ts";

const ITEMS = 500;
const LOADS = 9;
const APPROVALS = 80;
const LOAD_BAR = 1.5;
const PAINT_BAR = 100;
/**
 * Between two decisions, so that answers and the stream of the last one arrive as they do at a desk, and the page takes
 * the next press for one of somebody who has read.
 */
const LOOK_MS = 350;

/** 500 tags to review: my work and the review page beside empty ones, and a decision until the next tag is painted. */
export async function runQueueBench(): Promise<Figure[]> {
  const server = await startBuiltServer();
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_ARGS });
  try {
    const { workspaceId, emptyDeskId, fullId, emptyId, reviewer } = await fillQueue(server.url, ITEMS);
    const context = await signedIn(browser, server.url, reviewer);
    const page = await context.newPage();
    const loads = await interleaved([
      () => loadTime(page, `${server.url}/w/${workspaceId}/work`, ".work-row"),
      () => loadTime(page, `${server.url}/w/${emptyDeskId}/work`, ".work .empty"),
      () => loadTime(page, `${server.url}/c/${fullId}/review`, ".review-decide"),
      () => loadTime(page, `${server.url}/c/${emptyId}/review`, ".review-empty"),
    ]);
    const { ours, floor } = await approvals(context, page, `${server.url}/c/${fullId}/review`);
    const [workFull = 0, workEmpty = 0, reviewFull = 0, reviewEmpty = 0] = loads;
    return [
      ...compare("my work interactive", workFull, workEmpty),
      ...compare("review page interactive", reviewFull, reviewEmpty),
      reported("approve → next tag painted: median", median(ours)),
      { figure: "approve → next tag painted: p95", value: p95(ours), unit: "ms", bar: `≤ ${PAINT_BAR} ms`, holds: p95(ours) <= PAINT_BAR },
      reported("the same picture on a bare page: median", median(floor)),
      reported("the same picture on a bare page: p95", p95(floor)),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

const CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];

async function chromiumPath(): Promise<string> {
  const path = new URL("../../support/find-chromium.mjs", import.meta.url).href;
  const finder = (await import(path)) as { findChromium(say: (line: string) => void): Promise<string> };
  return finder.findChromium((line) => console.error(line));
}

async function signedIn(browser: Browser, url: string, person: { email: string; password: string }): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  // The runner marks functions with a helper of its own, which pages that are handed one of them have to know.
  await context.addInitScript("globalThis.__name ??= (named) => named");
  const { email, password } = person;
  const answer = await context.request.post("/api/auth/sign-in/email", { data: { email, password }, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${answer.status()}`);
  return context;
}

/** Medians, each kind taking its turn in every round; the first round warms caches and is not counted. */
async function interleaved(kinds: readonly (() => Promise<number>)[]): Promise<number[]> {
  const times = kinds.map((): number[] => []);
  for (let round = 0; round <= LOADS; round += 1) {
    for (const [at, once] of kinds.entries()) {
      const time = await once();
      if (round > 0) times[at]?.push(time);
    }
  }
  return times.map(median);
}

async function approvals(context: BrowserContext, page: Page, url: string): Promise<{ ours: number[]; floor: number[] }> {
  await loadTime(page, url, ".review-decide");
  const html = await floorHtml(page);
  const bare = await context.newPage();
  await bare.route("**/bench-floor", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await bare.goto("/bench-floor");
  await page.bringToFront();
  await watchApprovals(page);
  const ours: number[] = [];
  for (let nth = 0; nth < APPROVALS; nth += 1) ours.push(await approve(page, nth, LOOK_MS));
  await bare.bringToFront();
  await watchApprovals(bare);
  const floor: number[] = [];
  for (let nth = 0; nth < APPROVALS; nth += 1) floor.push(await approve(bare, nth, LOOK_MS));
  return { ours: ours.slice(1), floor: floor.slice(1) };
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}

function reported(figure: string, value: number): Figure {
  return { figure, value, unit: "ms", bar: "", holds: null };
}

function compare(what: string, full: number, empty: number): Figure[] {
  const ratio = full / empty;
  return [
    reported(`${what}: ${ITEMS} items`, full),
    reported(`${what}: empty`, empty),
    { figure: `${what}: ${ITEMS} items / empty`, value: ratio, unit: "×", bar: `≤ ${LOAD_BAR}`, holds: ratio <= LOAD_BAR },
  ];
}
