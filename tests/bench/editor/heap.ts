import type { Figure } from "../../support/figures.ts";
import { BusyPage } from "./busy.ts";
import type { Stage } from "./stage.ts";
import { atMost, reported } from "./times.ts";

const MIB = 2 ** 20;
const BAR_MIB = 12;

/** What a long source keeps in memory: the workbench with it, less the workbench with a note of one paragraph. */
export async function heapFigures({ context, workbench, peer }: Stage): Promise<Figure[]> {
  const empty = await BusyPage.of(await context.newPage());
  const nothing = await empty.heap();
  await empty.page.close();
  const floor = await peer("floor");
  const before = await floor.heap();
  await floor.page.bringToFront();
  await floor.page.evaluate(() => window.peer.mount());
  const floorHeap = (await floor.heap()) - before;
  await floor.page.evaluate(() => window.peer.unmount());
  await workbench.page.bringToFront();
  await workbench.open([3]);
  const note = await workbench.busy.heap();
  await workbench.open([0]);
  const long = await workbench.busy.heap();
  return [
    reported("heap: static HTML floor", floorHeap / MIB, "MiB"),
    atMost("heap: a long source in the workbench, over a note in its place", (long - note) / MIB, "MiB", BAR_MIB),
    reported("heap: the whole workbench and its case, over an empty page", (long - nothing) / MIB, "MiB"),
  ];
}
