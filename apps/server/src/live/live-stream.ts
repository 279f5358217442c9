import { DomainError, seenNumber } from "@assay/domain";
import type { LiveMessage, Role } from "@assay/domain";
import { TRPCError, tracked } from "@trpc/server";
import type { TrackedEnvelope } from "@trpc/server";
import type { Place } from "../services/find-place.ts";
import type { LiveEntry } from "../services/live-message.ts";
import { readLive } from "../services/read-live.ts";
import { seeChange } from "../services/see-change.ts";
import type { Sight } from "../services/see-change.ts";
import type { CaseFeed, Listener } from "./case-feed.ts";
import { Frame } from "./frame.ts";

export interface LiveStreamOptions {
  feed: CaseFeed;
  userId: string;
  role: Role;
  /** The last event that the client knows; null: it wants only what is new. */
  after: Place | null;
}

/** Told step by step as long as it is not further behind than this; then it is quicker to load the case. */
const FURTHEST_BEHIND = 2_000;
/** Few, because what was read waits for the socket. */
const ENTRIES_AT_ONCE = 20;
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
  /** In the log, and in the counting of what this client is sent (see Seal). */
  #at: number | null;
  #seen: number;
  #people: string | null = null;
  #presence = 0;
  #closing: number | null = null;
  #isOver = false;
  #wake: (() => void) | null = null;
  /** Woken while it was looking: what woke it may have come after the look. */
  #isWoken = false;

  constructor({ feed, userId, role, after }: LiveStreamOptions) {
    this.userId = userId;
    this.#feed = feed;
    this.#role = role;
    this.#at = after?.number ?? null;
    this.#seen = after?.seen ?? 0;
    feed.add(this);
  }

  setRole(role: Role | null): void {
    this.#role = role;
  }

  wake(): void {
    this.#isWoken = true;
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
    this.#isWoken = false;
    const frames = await this.#collect();
    if (frames.length > 0) return frames;
    if (!this.#isWoken) await this.#waitFor(patienceMs);
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
    if (this.#at === null) this.#seen = ring.head;
    const at = (this.#at ??= ring.head);
    // Only a database restored from yesterday's backup knows less than its clients.
    if (at > ring.head) {
      await this.#feed.refresh();
      if (at > this.#feed.ring.head) frames.push(this.#reload());
    } else if (at < ring.start) {
      frames.push(...(await this.#catchUp(at)));
    }
    frames.push(...this.#fromRing());
    if (this.#people !== people) {
      if (this.#people !== null) frames.push(new Frame(this.#seen, { type: "reload" }));
      this.#people = people;
    }
    if (this.#presence !== presence.version && this.#at >= ring.start) {
      this.#presence = presence.version;
      const message = { type: "presence", people: presence.people } as const;
      const seen = seeChange(message, this.#viewer(), this.#feed.sight);
      if (seen !== null) frames.push(new Frame(this.#seen, seen, seen === message ? presence.json : undefined));
    }
    if (this.#closing !== null) {
      frames.push(Frame.closing(this.#seen, this.#closing));
      this.end();
    }
    return frames;
  }

  /** From the log itself: longer ago than the feed remembers. */
  async #catchUp(after: number): Promise<Frame[]> {
    const { db, caseId, ring } = this.#feed;
    if (ring.head - after > FURTHEST_BEHIND) return [this.#reload()];
    const answer = await readLive(db, { caseId, viewers: [this.userId], after, most: ENTRIES_AT_ONCE });
    if (answer === null) throw this.#refuse();
    return answer.entries.flatMap((entry) => {
      const seen = this.#see(entry, answer.sight);
      return seen === null ? [] : [new Frame(this.#seen, seen)];
    });
  }

  #fromRing(): Frame[] {
    const { ring } = this.#feed;
    const frames: Frame[] = [];
    const at = this.#at ?? ring.head;
    if (at < ring.start) return frames;
    let size = 0;
    for (const { number, frame, seal } of ring.after(at)) {
      if (size > BYTES_AT_ONCE) break;
      const seen = this.#see({ number, message: frame.message, seal }, this.#feed.sight);
      if (seen === null) continue;
      const isShared = seen === frame.message && this.#seen === number;
      frames.push(isShared ? frame : new Frame(this.#seen, seen));
      size += frame.bytes.length;
    }
    return frames;
  }

  /** Takes the next entry of the log: what of it this viewer is sent, if anything. */
  #see({ number, message, seal }: LiveEntry, sight: Sight): LiveMessage | null {
    const seen = seeChange(message, this.#viewer(), sight, seal);
    // What is no change of this case alone was made where nothing is sealed.
    if (message.type === "change") this.#seen = seenNumber(number, seal, this.userId);
    else this.#seen += number - (this.#at ?? number);
    this.#at = number;
    return seen;
  }

  #viewer(): { userId: string; role: Role } {
    if (this.#role === null) throw this.#refuse();
    return { userId: this.userId, role: this.#role };
  }

  /** To the end of the log, where the client will be when it has loaded the case. */
  #reload(): Frame {
    const { ring } = this.#feed;
    const isCounted = ring.lastSeal !== null || (this.#seen === this.#at && this.#feed.sight.policy.requiredTags < 2);
    if (isCounted) this.#seen = seenNumber(ring.head, ring.lastSeal ?? {}, this.userId);
    this.#at = ring.head;
    return new Frame(this.#seen, { type: "reload" });
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

