import { expect, test } from "@playwright/test";
import { benchEditor } from "../bench/editor/editor-bench.ts";
import { plotGrowth } from "../bench/editor/plot-growth.ts";

/** Whether the bench still finds its way through the product and its peers. How fast anything is, is the bench's to say. */
test("the editor's bench measures everything it names, on a small case", async () => {
  test.setTimeout(300_000);
  const { figures, growth } = await benchEditor({
    paragraphs: 300,
    marks: 100,
    rounds: 1,
    adds: 1,
    quiet: 60,
    warmUp: false,
    growth: { paragraphs: [60, 120], marks: [30], rounds: 1 },
  });
  const unmeasured = figures.filter(({ value }) => !Number.isFinite(value)).map(({ figure }) => figure);
  expect(unmeasured).toEqual([]);
  for (const name of ["mount: product", "add, local, until shown: product", "hide: product", "key in a draft: product"]) {
    expect(figures.find(({ figure }) => figure === name)?.value, name).toBeGreaterThan(0);
  }
  expect(figures.find(({ figure }) => figure === "scroll at 7,200 px/s: frames")?.value).toBeGreaterThan(0);
  expect(growth).toHaveLength(2);
  expect(plotGrowth(growth)).toContain("120 paragraphs");
});
