import { findInText, readPattern } from "@assay/editor";
import type { FindOptions, TextRange } from "@assay/editor";
import type { FromWorker, ToWorker } from "./find-messages.ts";
import type { SourceHits } from "./find-state.ts";

export interface SearchedText {
  id: string;
  text: string;
  blocks: readonly TextRange[];
}

export type FindAnswer = { ok: true; hits: Record<string, SourceHits> } | { ok: false; reason: string };

interface Asked {
  number: number;
  texts: readonly SearchedText[];
  query: string;
  options: FindOptions;
  answer: (answer: FindAnswer | null) => void;
}

/** A pattern that needs longer, over texts of the greatest length, needs for ever. */
const LIMIT_MS = 2000;
/** A worker that has not begun by then never will: its file could not be loaded. */
const START_MS = 15_000;

export const TOO_LONG =
  "This pattern takes too long in these texts. Avoid a repetition inside a repetition, as in (a+)+, and try again.";
const NO_WORKER = "Patterns cannot be searched for while the page is cut off from the desk. Plain words still can.";

/**
 * Searches in a worker, one search at a time; of those that wait only the newest is asked. A search over the limit is
 * ended together with its worker, and the next one gets a new worker.
 */
export class FindClient {
  #worker: Worker | null = null;
  #isBroken = false;
  readonly #sent = new Set<string>();
  #running: Asked | null = null;
  #waiting: Asked | null = null;
  #number = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Null: a newer search has taken its place. */
  find(texts: readonly SearchedText[], query: string, options: FindOptions): Promise<FindAnswer | null> {
    if (options.regex) {
      // What cannot be read needs no worker to say so.
      const read = readPattern(query, options);
      if (!read.ok) {
        this.#waiting?.answer(null);
        this.#waiting = null;
        return Promise.resolve({ ok: false, reason: read.reason });
      }
    }
    return new Promise((answer) => {
      this.#number += 1;
      this.#waiting?.answer(null);
      this.#waiting = { number: this.#number, texts, query, options, answer };
      if (this.#running === null) this.#next();
    });
  }

  dispose(): void {
    this.#end();
    this.#running?.answer(null);
    this.#waiting?.answer(null);
    this.#running = null;
    this.#waiting = null;
  }

  #next(): void {
    const asked = this.#waiting;
    this.#waiting = null;
    this.#running = asked;
    if (asked === null) return;
    const worker = this.#open();
    if (worker === null) {
      this.#answer(searchHere(asked));
      return;
    }
    const post = (message: ToWorker): void => worker.postMessage(message);
    for (const { id, text, blocks } of asked.texts) {
      if (this.#sent.has(id)) continue;
      this.#sent.add(id);
      post({ kind: "text", id, text, blocks: blocks.map(({ start, end }) => ({ start, end })) });
    }
    const { number, query, options } = asked;
    post({ kind: "find", number, ids: asked.texts.map(({ id }) => id), query, options });
    this.#timer = setTimeout(() => this.#break(), START_MS);
  }

  #open(): Worker | null {
    if (this.#worker !== null || this.#isBroken) return this.#worker;
    try {
      const worker = new Worker(new URL("./find-worker.ts", import.meta.url), { type: "module" });
      worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => this.#hear(data));
      worker.addEventListener("error", () => this.#break());
      this.#worker = worker;
    } catch {
      this.#isBroken = true;
    }
    return this.#worker;
  }

  #hear(message: FromWorker): void {
    if (message.number !== this.#running?.number) return;
    clearTimeout(this.#timer);
    if (message.kind === "found") this.#answer({ ok: true, hits: message.hits });
    else if (message.kind === "refused") this.#answer({ ok: false, reason: message.reason });
    else {
      this.#timer = setTimeout(() => {
        this.#end();
        this.#answer({ ok: false, reason: TOO_LONG });
      }, LIMIT_MS);
    }
  }

  /** The worker's file did not come: words are searched for here, and patterns not at all. */
  #break(): void {
    this.#isBroken = true;
    this.#end();
    if (this.#running !== null) this.#answer(searchHere(this.#running));
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#sent.clear();
  }

  #answer(answer: FindAnswer): void {
    const asked = this.#running;
    this.#running = null;
    // What has been overtaken meanwhile is not shown for the blink of an eye.
    asked?.answer(this.#waiting === null ? answer : null);
    this.#next();
  }
}

function searchHere({ texts, query, options }: Asked): FindAnswer {
  if (options.regex) return { ok: false, reason: NO_WORKER };
  const hits: Record<string, SourceHits> = {};
  for (const { id, text, blocks } of texts) {
    const found = findInText(text, query, options, blocks);
    if (found.ok) hits[id] = { ranges: found.ranges, isCut: found.isCut };
  }
  return { ok: true, hits };
}
