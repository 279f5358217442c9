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
/** A pattern somebody has gone on from is not waited for much longer. */
const OVERTAKEN_MS = 250;
/** A worker that has not begun by then is not waited for any longer. */
const START_MS = 15_000;

export const TOO_LONG =
  "This pattern takes too long in these texts. Avoid a repetition inside a repetition, as in (a+)+, and try again.";
const NO_WORKER = "Patterns cannot be searched for while the page is cut off from the desk. Plain words still can.";

/**
 * Searches in a worker, one search at a time; of those that wait only the newest is asked. A pattern over the limit is
 * ended together with its worker, and the next search gets a new one. Where a worker cannot be had, as without the
 * network, words are searched for here and patterns not at all: nothing could end one.
 */
export class FindClient {
  #worker: Worker | null = null;
  readonly #sent = new Set<string>();
  #running: Asked | null = null;
  #waiting: Asked | null = null;
  #number = 0;
  #hasStarted = false;
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
      else if (this.#running.options.regex && this.#hasStarted) this.#giveUpIn(OVERTAKEN_MS);
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
    this.#hasStarted = false;
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
    if (this.#worker !== null) return this.#worker;
    try {
      const worker = new Worker(new URL("./find-worker.ts", import.meta.url), { type: "module" });
      worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => this.#hear(data));
      worker.addEventListener("error", () => this.#break());
      this.#worker = worker;
    } catch {
      return null;
    }
    return this.#worker;
  }

  #hear(message: FromWorker): void {
    if (message.number !== this.#running?.number) return;
    clearTimeout(this.#timer);
    if (message.kind === "found") this.#answer({ ok: true, hits: message.hits });
    else if (message.kind === "refused") this.#answer({ ok: false, reason: message.reason });
    else if (this.#running.options.regex) {
      // Words are found in the time it takes to read the texts, however busy the machine is.
      this.#hasStarted = true;
      this.#giveUpIn(this.#waiting === null ? LIMIT_MS : OVERTAKEN_MS);
    }
  }

  #giveUpIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#end();
      this.#answer({ ok: false, reason: TOO_LONG });
    }, ms);
  }

  /** The worker's file did not come. The next search asks for it again. */
  #break(): void {
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
