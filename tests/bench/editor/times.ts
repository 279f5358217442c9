import { median } from "../../support/figures.ts";
import type { Figure } from "../../support/figures.ts";

/** What was measured, under names, over all rounds. */
export class Times {
  readonly #lists = new Map<string, number[]>();

  note(name: string, value: number): void {
    const list = this.#lists.get(name);
    if (list === undefined) this.#lists.set(name, [value]);
    else list.push(value);
  }

  median(name: string): number {
    return median(this.all(name));
  }

  most(name: string): number {
    return Math.max(...this.all(name));
  }

  all(name: string): number[] {
    const list = this.#lists.get(name);
    if (list === undefined) throw new Error(`Nothing was measured of ${name}`);
    return list;
  }
}

export function reported(figure: string, value: number, unit: string): Figure {
  return { figure, value, unit, bar: "", holds: null };
}

export function atMost(figure: string, value: number, unit: string, bar: number): Figure {
  return { figure, value, unit, bar: `≤ ${bar}`, holds: value <= bar };
}
