import type { LiveMessage } from "@assay/domain";
import { LiveClient } from "../../apps/server/src/testing/live-client.ts";

export interface FollowerOptions {
  /** The servers there are now; each connection goes to any of them. */
  urls(): string[];
  token: string;
  caseId: string;
  /** The last event that it knows already. */
  from: number;
}

/** Somebody with a case open: follows its stream, comes back when the connection is gone, and checks what it hears. */
export class Follower {
  readonly #options: FollowerOptions;
  #client: LiveClient | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  /** The last event heard. */
  last: number;
  events = 0;
  gaps = 0;
  repeats = 0;
  reloads = 0;
  closings = 0;
  connections = 0;
  /** Milliseconds between the moment that an event carries, just before its commit, and its arrival here. */
  readonly delays: number[] = [];

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.last = options.from;
  }

  /** Resolves when the stream has begun. */
  start(): Promise<void> {
    return new Promise((resolve) => this.#connect(resolve));
  }

  /** Loses the connection, and is away for a while. */
  drop(awayMs: number): void {
    this.#client?.stop();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), awayMs);
  }

  /** Goes on, and takes nothing any more. */
  stall(): void {
    this.#client?.stall();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#client?.stop();
  }

  #connect(whenOpen?: () => void): void {
    const { urls, token, caseId } = this.#options;
    const all = urls();
    const url = all[Math.floor(Math.random() * all.length)];
    if (this.#isStopped) return;
    if (url === undefined) {
      this.#timer = setTimeout(() => this.#connect(whenOpen), 50);
      return;
    }
    const client = new LiveClient({
      url,
      authorization: `Bearer ${token}`,
      caseId,
      lastEventId: String(this.last),
      onMessage: (id, message) => this.#hear(id, message),
      onEvent: (name) => {
        if (name !== "connected") return;
        this.connections += 1;
        whenOpen?.();
      },
      onEnd: () => {
        if (this.#client !== client || this.#isStopped) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#connect(whenOpen), 20 + Math.random() * 100);
      },
    });
    this.#client = client;
  }

  #hear(id: string, message: LiveMessage): void {
    const now = Date.now();
    if (message.type === "closing") this.closings += 1;
    if (message.type === "reload") {
      this.reloads += 1;
      this.last = Number(id);
    }
    if (message.type !== "change") return;
    for (const { number, at } of message.events) {
      this.events += 1;
      if (number <= this.last) this.repeats += 1;
      else if (number > this.last + 1) this.gaps += 1;
      this.last = Math.max(this.last, number);
      this.delays.push(now - Date.parse(at));
    }
    if (Number(id) !== message.change.lastEvent || this.last !== message.change.lastEvent) this.gaps += 1;
  }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError("percentile of nothing");
  return value;
}

export const sumOf = (followers: readonly Follower[], of: (follower: Follower) => number): number =>
  followers.reduce((sum, follower) => sum + of(follower), 0);
