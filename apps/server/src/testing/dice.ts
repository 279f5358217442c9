import { seededRandom } from "@assay/domain";

/** Chance that can be had again: the same seed throws the same. */
export class Dice {
  readonly #next: () => number;

  constructor(seed: number, stream = 0) {
    this.#next = seededRandom(seed, stream);
  }

  /** A whole number from 0 up to, and without, `bound`. */
  below(bound: number): number {
    return Math.floor(this.#next() * bound);
  }

  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  /** Undefined only of nothing. */
  pick<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }

  /** One of several, the heavier the likelier. */
  weighed<T>(items: readonly (readonly [weight: number, item: T])[]): T | undefined {
    let left = this.#next() * items.reduce((sum, [weight]) => sum + weight, 0);
    return items.find(([weight]) => (left -= weight) < 0)?.[1];
  }

  shuffled<T>(items: readonly T[]): T[] {
    const result = items.slice();
    for (let last = result.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [result[last], result[other]] = [result[other] as T, result[last] as T];
    }
    return result;
  }

  /** In the form of a random UUID, version 4. */
  id(): string {
    const hex = Array.from({ length: 32 }, () => this.below(16).toString(16));
    hex[12] = "4";
    hex[16] = (8 + this.below(4)).toString(16);
    const text = hex.join("");
    return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
  }
}
