import { DomainError } from "@assay/domain";
import type { LiveMessage, Role } from "@assay/domain";
import { TRPCError, tracked } from "@trpc/server";
import type { TrackedEnvelope } from "@trpc/server";
import { readLive } from "../services/read-live.ts";
import { seeChange } from "../services/see-change.ts";
import type { CaseFeed, Listener } from "./case-feed.ts";
import { Frame } from "./frame.ts";

export interface LiveStreamOptions {
  feed: CaseFeed;
  userId: string;
  role: Role;
  /** The last event that the client knows; null: it wants only what is new. */
  after: number | null;
}

/** Told step by step as long as it is not further behind than this; then it is quicker to load the case. */
const FURTHEST_BEHIND = 2_000;
const ENTRIES_AT_ONCE = 100;
/** One write to a socket holds about so much at most. */
const BYTES_AT_ONCE = 64 * 1024;
const IDLE_MS = 60_000;

/**
 * What one client of a case is still to hear: nothing but a place in the log, moved on by whoever takes (E3). A client
 * that does not take costs nothing here; when the feed has let go of what it missed, that is read from the log again.
 */
export class LiveStream implements Listener, AsyncIterable<TrackedEnvelope<LiveMessage>> {
  readonly userId: string;
  readonly #feed: CaseFeed;
  readonly #atEnd: (() => void)[] = [];
  #role: Role | null;
  #at: number | null;
  #people: string | null = null;
  #presence = 0;
  #closing: number | null = null;
  #isOver = false;
  #wake: (() => void) | null = null;

  constructor({ feed, userId, role, after }: LiveStreamOptions) {
    this.userId = userId;
    this.#feed = feed;
    this.#role = role;
    this.#at = after;
    feed.add(this);
  }

  setRole(role: Role | null): void {
    this.#role = role;
  }

  wake(): void {
    this.#wake?.();
  }

  /** The next `take` says so, and is the last. */
  announceClosing(retryMs: number): void {
    this.#closing = retryMs;
    this.wake();
  }

  /** Told when the stream is over, which it may be already. */
  onceOver(told: () => void): void {
    if (this.#isOver) told();
    else this.#atEnd.push(told);
  }

  /** Ends it, whoever waits included. */
  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#feed.remove(this);
    for (const told of this.#atEnd) told();
    this.wake();
  }

  /**
   * What there is, or comes within `patienceMs`, in order; nothing when nothing came; null when the stream is over.
   * Rejects when the person is no longer let in. One at a time.
   */
  async take(patienceMs: number): Promise<Frame[] | null> {
    if (this.#isOver) return null;
    const frames = await this.#collect();
    if (frames.length > 0) return frames;
    await this.#waitFor(patienceMs);
    return this.#isOver ? null : this.#collect();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<TrackedEnvelope<LiveMessage>, void> {
    try {
      for (let frames = await this.take(IDLE_MS); frames !== null; frames = await this.take(IDLE_MS)) {
        for (const { id, message } of frames) yield tracked(id, message);
      }
    } finally {
      this.end();
    }
  }

  async #collect(): Promise<Frame[]> {
    if (this.#role === null) throw this.#refuse();
    const { ring, people, presence } = this.#feed;
    const frames: Frame[] = [];
    const at = (this.#at ??= ring.head);
    // Only a database restored from yesterday's backup knows less than its clients.
    if (at > ring.head) {
      await this.#feed.refresh();
      if (at > this.#feed.ring.head) frames.push(this.#reload(this.#feed.ring.head));
    } else if (at < ring.start) {
      frames.push(...(await this.#catchUp(at)));
    }
    frames.push(...this.#fromRing());
    if (this.#people !== people) {
      if (this.#people !== null) frames.push(this.#reload(this.#at));
      this.#people = people;
    }
    if (this.#presence !== presence.version && this.#at >= ring.start) {
      this.#presence = presence.version;
      const message = { type: "presence", people: presence.people } as const;
      const seen = this.#see(message);
      if (seen !== null) frames.push(new Frame(this.#at, seen, seen === message ? presence.json : undefined));
    }
    if (this.#closing !== null) {
      frames.push(Frame.closing(this.#at, this.#closing));
      this.end();
    }
    return frames;
  }

  /** From the log itself: longer ago than the feed remembers. */
  async #catchUp(after: number): Promise<Frame[]> {
    const { db, caseId, ring } = this.#feed;
    if (ring.head - after > FURTHEST_BEHIND) return [this.#reload(ring.head)];
    const answer = await readLive(db, { caseId, viewers: [this.userId], after, most: ENTRIES_AT_ONCE });
    if (answer === null) throw this.#refuse();
    return answer.entries.flatMap(({ number, message }) => {
      this.#at = number;
      const seen = seeChange(message, this.#viewer(), answer.sight);
      return seen === null ? [] : [new Frame(number, seen)];
    });
  }

  #fromRing(): Frame[] {
    const { ring } = this.#feed;
    const frames: Frame[] = [];
    const at = this.#at ?? ring.head;
    if (at < ring.start) return frames;
    let size = 0;
    for (const { number, frame } of ring.after(at)) {
      if (size > BYTES_AT_ONCE) break;
      this.#at = number;
      const seen = this.#see(frame.message);
      if (seen === null) continue;
      frames.push(seen === frame.message ? frame : new Frame(number, seen));
      size += frame.bytes.length;
    }
    return frames;
  }

  #see(message: LiveMessage): LiveMessage | null {
    return seeChange(message, this.#viewer(), this.#feed.sight);
  }

  #viewer(): { userId: string; role: Role } {
    if (this.#role === null) throw this.#refuse();
    return { userId: this.userId, role: this.#role };
  }

  #reload(head: number): Frame {
    this.#at = head;
    return new Frame(head, { type: "reload" });
  }

  /** As the first request of a stranger is answered (P1). */
  #refuse(): TRPCError {
    this.end();
    const message = "There is no such case.";
    return new TRPCError({ code: "NOT_FOUND", message, cause: new DomainError("NOT_FOUND", message) });
  }

  #waitFor(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(done, patienceMs).unref();
      this.#wake = done;
    });
  }
}

