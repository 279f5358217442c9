import type { Database, Scope } from "@assay/db";
import { DomainError } from "@assay/domain";
import type { Role } from "@assay/domain";
import { findPlace } from "../services/find-place.ts";
import { CaseFeed } from "./case-feed.ts";
import { LiveStream } from "./live-stream.ts";
import { SessionWatch } from "./session-watch.ts";

export interface LiveHubOptions {
  db: Database;
  onFailure(error: unknown): void;
}

/** How often cases are read without having heard anything: while other processes can be heard, and while not. */
const POLL_MS = { heard: 15_000, deaf: 2_000 };

/** Of one person, in this process: more than all their windows and devices. */
const STREAMS_OF_ONE = 100;

/** Not all at the same moment. */
const retryMs = () => Math.round(RETRY_MS.least + Math.random() * RETRY_MS.spread);
const RETRY_MS = { least: 250, spread: 1_250 };

/** Somebody who may see the case. */
interface Listener {
  caseId: string;
  scope: Scope;
  role: Role;
  /** The stream ends with it. */
  sessionId?: string | undefined;
}

interface Entry {
  feed: CaseFeed;
  forget(): void;
}

/** All live streams of this process, by case. */
export class LiveHub {
  readonly #db: Database;
  readonly #onFailure: (error: unknown) => void;
  readonly #entries = new Map<string, Entry>();
  readonly #streams = new Set<LiveStream>();
  readonly #watch: SessionWatch;
  #isClosing = false;
  #timer: NodeJS.Timeout | undefined;
  #polledAt = 0;

  constructor({ db, onFailure }: LiveHubOptions) {
    this.#db = db;
    this.#onFailure = onFailure;
    this.#watch = new SessionWatch({ db, onFailure });
  }

  /** Cases that are being read. */
  get feeds(): number {
    return this.#entries.size;
  }

  /** For somebody who was let in to the case just now, and knows what they were sent up to `known`. */
  async open({ caseId, scope, role, sessionId }: Listener, known: number | null): Promise<LiveStream> {
    const after = await findPlace(this.#db, { caseId, scope }, known);
    if ([...this.#streams].filter(({ userId }) => userId === scope.userId).length >= STREAMS_OF_ONE) {
      throw new DomainError("RATE_LIMITED", "This is open in too many windows at once. Close some of them.");
    }
    const { feed } = this.#entries.get(caseId) ?? this.#start(caseId, scope.workspaceId);
    const stream = new LiveStream({ feed, userId: scope.userId, role, after });
    this.#streams.add(stream);
    if (sessionId !== undefined) this.#watch.add(stream, sessionId);
    stream.onceOver(() => {
      this.#streams.delete(stream);
      if (feed.isEmpty) this.#entries.get(caseId)?.forget();
    });
    try {
      await feed.refresh();
    } catch (error) {
      stream.end();
      throw error;
    }
    if (this.#isClosing) stream.announceClosing(retryMs());
    return stream;
  }

  /** Ends all streams, and those that are opened from now on, each told when to come back: to another process. */
  close(): void {
    this.#isClosing = true;
    clearTimeout(this.#timer);
    for (const stream of this.#streams) stream.announceClosing(retryMs());
  }

  #start(caseId: string, workspaceId: string): Entry {
    const feed = new CaseFeed({ db: this.#db, caseId, onFailure: this.#onFailure });
    const deaf = [caseId, workspaceId].map((topic) => this.#db.news.on(topic, feed.wake));
    const forget = () => {
      for (const stop of deaf) stop();
      if (this.#entries.get(caseId)?.feed === feed) this.#entries.delete(caseId);
      if (this.#entries.size === 0) clearTimeout(this.#timer);
    };
    const entry = { feed, forget };
    if (this.#entries.size === 0) this.#pollLater();
    this.#entries.set(caseId, entry);
    return entry;
  }

  #pollLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const patience = this.#db.news.isListening() ? POLL_MS.heard : POLL_MS.deaf;
      if (performance.now() - this.#polledAt >= patience - 100) {
        this.#polledAt = performance.now();
        for (const { feed } of this.#entries.values()) feed.wake();
        this.#watch.look();
      }
      if (this.#entries.size > 0 && !this.#isClosing) this.#pollLater();
    }, POLL_MS.deaf).unref();
  }
}
