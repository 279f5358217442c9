import type { Seal } from "@assay/domain";
import type { LiveEntry } from "../services/live-message.ts";
import { Frame } from "./frame.ts";

/** What a client that fell behind by seconds gets from memory. */
const CAPACITY = 2 * 1024 * 1024;

interface Kept {
  number: number;
  frame: Frame;
  seal: Seal;
}

/** The newest messages of a case, shared by all its streams: however slow one of them is, nothing gathers for it. */
export class FrameRing {
  #kept: Kept[] = [];
  #size = 0;
  #start: number;
  #head: number;
  readonly #capacity: number;

  /** Empty, after this number. */
  constructor(head: number, capacity = CAPACITY) {
    this.#start = head;
    this.#head = head;
    this.#capacity = capacity;
  }

  /** Everything after this number, up to the head, is here. */
  get start(): number {
    return this.#start;
  }

  get head(): number {
    return this.#head;
  }

  add(entries: readonly LiveEntry[]): void {
    for (const { number, message, seal } of entries) {
      const frame = new Frame(number, message);
      this.#kept.push({ number, frame, seal });
      this.#size += frame.bytes.length;
      this.#head = number;
    }
    let gone = 0;
    while (this.#size > this.#capacity) {
      const oldest = this.#kept[gone];
      if (oldest === undefined) break;
      gone += 1;
      this.#size -= oldest.frame.bytes.length;
      this.#start = oldest.number;
    }
    if (gone > 0) this.#kept.splice(0, gone);
  }

  /** What was stored with the newest change; null when the newest message kept is none. */
  get lastSeal(): Seal | null {
    const newest = this.#kept.at(-1);
    return newest?.frame.message.type === "change" ? newest.seal : null;
  }

  /** In order, those after a number. */
  *after(number: number): Generator<Kept> {
    let index = this.#kept.length;
    while (index > 0 && (this.#kept[index - 1]?.number ?? 0) > number) index -= 1;
    yield* this.#kept.slice(index);
  }
}
