import { middle } from "../values/compare-values.ts";
import type { Value } from "../values/value.ts";

/** How near two values lie that exclude each other, 0 to 1: what two reporters give for one thing is seldom far apart. */
export function closeness(a: Value, b: Value): number {
  const [x, y] = [middle(a), middle(b)];
  if (a.dimension === "date") return 1 / (1 + Math.abs(x - y) / 7);
  if (a.dimension === "clock") return 1 / (1 + Math.abs(x - y) / 60);
  const most = Math.max(Math.abs(x), Math.abs(y));
  return most === 0 ? 1 : Math.min(Math.abs(x), Math.abs(y)) / most;
}
