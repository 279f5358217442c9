import type { Figure } from "../../support/figures.ts";
import { loadTime } from "../queue/measure.ts";
import type { Stage } from "./stage.ts";
import { reported, type Times } from "./times.ts";

/** The workbench by its address, as from a link: from the start of the load until the text is painted and a key answered. */
export async function openByAddress({ context, workbench }: Stage, times: Times): Promise<void> {
  const page = await context.newPage();
  try {
    times.note("open", await loadTime(page, workbench.address, ".st-scroll [data-block]"));
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter((entry) => entry.name.includes("/api/"))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize, 0),
    );
    times.note("open bytes", bytes / 1024);
  } finally {
    await page.close();
  }
}

export function openFigures(times: Times): Figure[] {
  return [
    reported("open the workbench by its address, until a key is answered", times.median("open"), "ms"),
    reported("what comes from the server for it", times.median("open bytes"), "KiB"),
  ];
}
