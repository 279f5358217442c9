import { expect, it } from "vitest";
import { progressParts } from "./progress-bar.tsx";

it("counts every cell in exactly one part of the bar", () => {
  const cells = {
    empty: 24,
    in_progress: 1,
    awaiting_review: 2,
    changes_requested: 4,
    contested: 3,
    settled: 159,
    stale: 8,
  };
  const parts = progressParts({ cells, settled: 159 });
  expect(parts).toEqual({ settled: 159, open: 15, contested: 3, empty: 24 });
  const all = Object.values(cells).reduce((sum, count) => sum + count, 0);
  expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(all);
});
