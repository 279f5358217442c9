import { createHash } from "node:crypto";
import type { SuggestionKind } from "@assay/domain";

/**
 * Keys of one reading's suggestions: sha256 of what a suggestion says and about which texts, and not of where in them it
 * stands, so that a newer revision does not bring back what was dismissed. The second of two that say the same has
 * another key.
 */
export class SuggestionKeys {
  readonly #given = new Map<string, number>();

  of(kind: SuggestionKind, ...said: readonly string[]): string {
    const plain = JSON.stringify([kind, ...said]);
    const times = this.#given.get(plain) ?? 0;
    this.#given.set(plain, times + 1);
    const own = times === 0 ? plain : `${plain} ${times}`;
    return createHash("sha256").update(own).digest("hex");
  }
}
