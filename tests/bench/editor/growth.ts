import type { Figure } from "../../support/figures.ts";
import { median } from "../../support/figures.ts";
import { hitTestTimes } from "./hit-test.ts";
import type { Stage } from "./stage.ts";
import { atMost, reported } from "./times.ts";

/** In each round; the first of them counts for nothing. */
const ADDS = 4;
const FLAT = 2;

export interface GrowthPoint {
  paragraphs: number;
  marks: number;
  mount: number;
  add: number;
  /** Microseconds. */
  hit: number;
}

/**
 * The pane alone at every size: what one more mark, and finding the marks under the pointer, cost as the work grows. Round
 * by round over all sizes, so that what the machine does meanwhile falls on all of them alike.
 */
export async function measureGrowth(
  { peer, quiet }: Stage,
  { paragraphs, marks, rounds }: { paragraphs: readonly number[]; marks: readonly number[]; rounds: number },
): Promise<GrowthPoint[]> {
  const busy = await peer("pane");
  const { page } = busy;
  await page.bringToFront();
  const sizes = paragraphs.flatMap((some) => marks.map((many) => ({ paragraphs: some, marks: many })));
  const times = sizes.map(() => ({ mount: [] as number[], add: [] as number[], hit: [] as number[] }));
  // The first round warms the page's code, and counts for nothing.
  for (let round = 0; round <= rounds; round++) {
    for (const [at, size] of sizes.entries()) {
      await page.evaluate((wanted) => window.peer.load(wanted), size);
      const mount = await busy.during(() => page.evaluate(() => window.peer.mount()), quiet / 3);
      const adds: number[] = [];
      for (let run = 0; run <= ADDS; run++) {
        adds.push(await busy.during(() => page.evaluate((nth) => window.peer.add(nth), run), quiet / 3));
      }
      const hits = await hitTestTimes(page);
      await page.evaluate(() => window.peer.unmount());
      if (round === 0) continue;
      times[at]!.mount.push(mount);
      times[at]!.add.push(...adds.slice(1));
      times[at]!.hit.push(...hits);
    }
  }
  return sizes.map((size, at) => {
    const { mount, add, hit } = times[at]!;
    return { ...size, mount: median(mount), add: median(add), hit: median(hit) };
  });
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
