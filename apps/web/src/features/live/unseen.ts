import type { CaseView, LiveEvent } from "@assay/domain";
import { readStored, writeStored } from "../workbench/model/stored.ts";
import { targetOf } from "./event-target.ts";
import type { Target } from "./event-target.ts";
import { isWorthAWord } from "./event-words.ts";
import type { Unseen } from "./live-store.ts";
import { setUnseen, useLive } from "./live-store.ts";
import type { Seen } from "./seen-events.ts";
import { isSeen, isSeenRecord, mergeSeen, seeEvents } from "./seen-events.ts";

/** Keeps what others have changed since this person looked, per person and case, on this machine. */
export class UnseenKeeper {
  /** Under which this machine remembers what was seen. */
  readonly key: string;
  readonly #meId: string;
  #seen: Seen;
  /** The newest event that was heard of. */
  #last: number;

  /** On the first visit everything there is counts as seen. */
  constructor({ caseId, meId, lastEvent }: { caseId: string; meId: string; lastEvent: number }) {
    this.key = `assay:seen:${meId}:${caseId}`;
    this.#meId = meId;
    this.#seen = readStored<Seen | null>(this.key, null, isSeenRecord) ?? { upTo: lastEvent, above: [] };
    this.#last = lastEvent;
    writeStored(this.key, this.#seen);
  }

  /** Events after this one may be new to the person. */
  get seenUpTo(): number {
    return this.#seen.upTo;
  }

  /** Returns those that are news. `view` is the case with the events' changes in it. */
  hear(view: CaseView, events: readonly LiveEvent[]): Unseen[] {
    this.#last = Math.max(this.#last, ...events.map(({ number }) => number));
    const { unseen } = useLive.getState();
    const known = new Set(unseen.map(({ number }) => number));
    const news = events
      .filter((event) => event.actorId !== this.#meId && isWorthAWord(event))
      .filter(({ number }) => !known.has(number) && !isSeen(this.#seen, number))
      .map((event): Unseen => ({ ...event, ...targetOf(view, event) }));
    if (news.length > 0) setUnseen([...unseen, ...news].sort((a, b) => a.number - b.number));
    else if (unseen.length === 0) this.#store([], []);
    return news;
  }

  markSeen(isLookedAt: (target: Target) => boolean): void {
    const { unseen } = useLive.getState();
    const looked = unseen.filter(isLookedAt);
    if (looked.length === 0) return;
    const left = unseen.filter((event) => !looked.includes(event));
    setUnseen(left);
    this.#store(looked, left);
  }

  /** Another page of the same person has looked. */
  takeOver(): void {
    const other = readStored<Seen | null>(this.key, null, isSeenRecord);
    if (other === null) return;
    this.#seen = mergeSeen(this.#seen, other);
    const { unseen } = useLive.getState();
    const left = unseen.filter(({ number }) => !isSeen(this.#seen, number));
    if (left.length < unseen.length) setUnseen(left);
  }

  #store(looked: readonly Unseen[], left: readonly Unseen[]): void {
    const numbers = (events: readonly Unseen[]) => events.map(({ number }) => number);
    const other = readStored<Seen | null>(this.key, null, isSeenRecord);
    const seen = other === null ? this.#seen : mergeSeen(this.#seen, other);
    this.#seen = seeEvents(seen, numbers(looked), numbers(left), this.#last);
    writeStored(this.key, this.#seen);
  }
}
