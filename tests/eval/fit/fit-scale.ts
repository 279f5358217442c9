import type { Question } from "@assay/assist";

const ROUNDS = 20;

/** Platt scaling by Newton's method: the line that turns values into log odds. */
export function fitScale(seen: readonly { x: number; y: number }[]): Question["scale"] {
  let [a, b] = [1, 0];
  if (seen.length === 0) return { a, b };
  for (let round = 0; round < ROUNDS; round++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    for (const { x, y } of seen) {
      const p = 1 / (1 + Math.exp(-(a * x + b)));
      const h = p * (1 - p);
      ga += (y - p) * x;
      gb += y - p;
      haa += h * x * x;
      hab += h * x;
      hbb += h;
    }
    const determinant = haa * hbb - hab * hab;
    a += (hbb * ga - hab * gb) / determinant;
    b += (haa * gb - hab * ga) / determinant;
  }
  return { a: Number(a.toFixed(4)), b: Number(b.toFixed(4)) };
}
