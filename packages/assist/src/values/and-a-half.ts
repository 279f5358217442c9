import { counted } from "./counted.ts";
import type { Scan } from "./scan.ts";
import { unitNamed } from "./units.ts";
import { valueAt } from "./value-at.ts";
import type { Value } from "./value.ts";

/** "The mile-and-a-half line", "a mile and a half": lengths are only read where a half makes a figure of them. */
export function andAHalf(scan: Scan, index: number): { value: Value; next: number } | null {
  const { tokens } = scan;
  const from = tokens[index]?.lower === "a" ? index + 1 : index;
  const unit = unitNamed(tokens[from]?.lower ?? "");
  if (unit?.dimension !== "length" || tokens[from]?.lower.endsWith("s")) return null;
  const dash = tokens[from + 1]?.text === "-" ? 1 : 0;
  const rest = [1, 2, 3].map((at) => tokens[from + at + dash * at]?.lower ?? "");
  if (rest.join(" ") !== "and a half") return null;
  const next = from + 4 + dash * 3;
  const size = unit.factor * 1.5;
  return {
    next,
    value: valueAt(scan, index, next, {
      dimension: "length",
      readings: [[size, size]],
      slack: unit.factor / 8,
      unit: unit.unit,
      figure: 1.5,
      ...counted(tokens, next),
    }),
  };
}
