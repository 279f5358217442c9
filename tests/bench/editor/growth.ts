import type { Figure } from "../../support/figures.ts";
import { median } from "../../support/figures.ts";
import { hitTestTimes } from "./hit-test.ts";
import type { Stage } from "./stage.ts";
import { atMost, reported } from "./times.ts";

const ADDS = 9;
const FLAT = 2;

export interface GrowthPoint {
  paragraphs: number;
  marks: number;
  mount: number;
  add: number;
  /** Microseconds. */
  hit: number;
}

/** The pane alone at every size: what one more mark, and finding the marks under the pointer, cost as the work grows. */
export async function measureGrowth(
  { peer, quiet }: Stage,
  paragraphs: readonly number[],
  marks: readonly number[],
): Promise<GrowthPoint[]> {
  const busy = await peer("pane");
  const { page } = busy;
  await page.bringToFront();
  const points: GrowthPoint[] = [];
  // The first, smallest size once more before it counts: the page's code is warm from then on.
  const sizes = paragraphs.flatMap((some) => marks.map((many) => ({ paragraphs: some, marks: many })));
  for (const [nth, size] of [sizes[0]!, ...sizes].entries()) {
    await page.evaluate((wanted) => window.peer.load(wanted), size);
    const mount = await busy.during(() => page.evaluate(() => window.peer.mount()), quiet / 3);
    const adds: number[] = [];
    for (let run = 0; run <= ADDS; run++) {
      adds.push(await busy.during(() => page.evaluate((at) => window.peer.add(at), run), quiet / 3));
    }
    const hit = median(await hitTestTimes(page));
    if (nth > 0) points.push({ ...size, mount, add: median(adds.slice(1)), hit });
    await page.evaluate(() => window.peer.unmount());
  }
  return points;
}

export function growthFigures(points: readonly GrowthPoint[]): Figure[] {
  const name = ({ paragraphs, marks }: GrowthPoint): string =>
    `${paragraphs.toLocaleString("en")} paragraphs, ${marks.toLocaleString("en")} marks`;
  const spread = (values: readonly number[]): number => Math.max(...values) / Math.min(...values);
  return [
    ...points.map((point) => reported(`pane alone, ${name(point)}: mount`, point.mount, "ms")),
    ...points.map((point) => reported(`pane alone, ${name(point)}: add`, point.add, "ms")),
    ...points.map((point) => reported(`pane alone, ${name(point)}: hit test`, point.hit, "µs")),
    atMost("add, dearest size / cheapest size", spread(points.map(({ add }) => add)), "×", FLAT),
    atMost("hit test, dearest size / cheapest size", spread(points.map(({ hit }) => hit)), "×", FLAT),
  ];
}
