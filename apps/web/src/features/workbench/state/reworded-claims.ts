import type { ClaimView } from "@assay/domain";
import { UNREAD_MS } from "../../../components/use-read.ts";

/** Claims that somebody else has reworded a moment ago: a key pressed now was meant for the words before (T6). */
export class RewordedClaims {
  readonly #own = new Map<string, string>();
  readonly #reworded = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** This person's own words, which they have read as they wrote them. */
  wrote(claimId: string, text: string): void {
    this.#own.set(claimId, text);
  }

  follow(now: readonly ClaimView[], before: readonly ClaimView[]): void {
    const known = new Map(before.map((claim) => [claim.id, claim]));
    for (const claim of now) {
      const was = known.get(claim.id);
      if (was === undefined || was === claim || was.text === claim.text) continue;
      if (this.#own.get(claim.id) !== claim.text) this.#reworded.set(claim.id, this.#now());
    }
  }

  isUnread(claimId: string): boolean {
    const at = this.#reworded.get(claimId);
    return at !== undefined && this.#now() - at < UNREAD_MS;
  }
}
