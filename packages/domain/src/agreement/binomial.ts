import type { Random } from "./random.ts";

/** How many of `trials` succeed when each does with `probability`: one exact draw, as fast for a million as for ten. */
export function binomial(trials: number, probability: number, random: Random): number {
  if (trials === 0 || probability <= 0) return 0;
  if (probability >= 1) return trials;
  if (probability > 0.5) return trials - binomial(trials, 1 - probability, random);
  return trials * probability < 10
    ? byInversion(trials, probability, random)
    : byRejection(trials, probability, random);
}

/** Walks up the distribution function; about `trials × probability` steps. */
function byInversion(trials: number, probability: number, random: Random): number {
  const odds = probability / (1 - probability);
  for (;;) {
    let mass = Math.exp(trials * Math.log1p(-probability));
    let left = random();
    let successes = 0;
    while (left >= mass && successes < trials) {
      left -= mass;
      successes += 1;
      mass *= (odds * (trials - successes + 1)) / successes;
      // Rounding can leave a sliver beyond the last mass that is not zero; such a draw is made again.
      if (mass === 0) break;
    }
    if (left < mass) return successes;
  }
}

/**
 * Transformed rejection with squeeze, algorithm BTRS of Hörmann, W. (1993). The generation of binomial random variates.
 * Journal of Statistical Computation and Simulation 46, 101–110. For probability ≤ ½ and a mean of 10 or more.
 */
function byRejection(trials: number, probability: number, random: Random): number {
  const odds = probability / (1 - probability);
  const deviation = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const centre = trials * probability + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((trials + 1) * probability);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const distance = 0.5 - Math.abs(u);
    const draw = Math.floor(((2 * a) / distance + b) * u + centre);
    if (distance >= 0.07 && v <= squeeze) return draw;
    if (draw < 0 || draw > trials) continue;
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (trials - mode + 1))) +
      (trials + 1) * Math.log((trials - mode + 1) / (trials - draw + 1)) +
      (draw + 0.5) * Math.log((odds * (trials - draw + 1)) / (draw + 1)) +
      stirlingTail(mode) +
      stirlingTail(trials - mode) -
      stirlingTail(draw) -
      stirlingTail(trials - draw);
    if (Math.log((v * alpha) / (a / distance ** 2 + b)) <= bound) return draw;
  }
}

/** ln n! less Stirling's (n + ½) ln(n + 1) − (n + 1) + ½ ln 2π: exact for small n, the series beyond. */
function stirlingTail(n: number): number {
  const known = SMALL_TAILS[n];
  if (known !== undefined) return known;
  const square = (n + 1) ** 2;
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (n + 1);
}

const SMALL_TAILS = Array.from({ length: 10 }, (_, n) => {
  let logFactorial = 0;
  for (let i = 2; i <= n; i += 1) logFactorial += Math.log(i);
  return logFactorial - (n + 0.5) * Math.log(n + 1) + (n + 1) - 0.5 * Math.log(2 * Math.PI);
});
