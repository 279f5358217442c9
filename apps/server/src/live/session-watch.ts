import type { Database } from "@assay/db";
import type { LiveStream } from "./live-stream.ts";

export interface SessionWatchOptions {
  db: Database;
  onFailure(error: unknown): void;
}

/** One look for all streams: a connection that is gone without a word must not hold up the next. */
const ANSWER_MS = 10_000;

/**
 * A stream outlives the request that opened it. This ends those whose sign-in is over: signed out, here or from another
 * machine, or expired. Their clients come again, and are let in or not as whoever they are then.
 */
export class SessionWatch {
  readonly #db: Database;
  readonly #onFailure: (error: unknown) => void;
  readonly #sessions = new Map<LiveStream, string>();
  #isLooking = false;
  #isDirty = false;

  constructor({ db, onFailure }: SessionWatchOptions) {
    this.#db = db;
    this.#onFailure = onFailure;
  }

  add(stream: LiveStream, sessionId: string): void {
    this.#sessions.set(stream, sessionId);
    const deaf = this.#db.news.on(stream.userId, () => this.look());
    stream.onceOver(() => {
      deaf();
      this.#sessions.delete(stream);
    });
  }

  /** Soon; however often this is called meanwhile, once. A failure is made up for by the next look, which comes by itself. */
  look(): void {
    this.#isDirty = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    void this.#lookAtAll()
      .catch(this.#onFailure)
      .finally(() => (this.#isLooking = false));
  }

  async #lookAtAll(): Promise<void> {
    while (this.#isDirty && this.#sessions.size > 0) {
      this.#isDirty = false;
      const asked = [...this.#sessions];
      const query = {
        name: "assay_sessions",
        text: "SELECT id FROM sessions WHERE id = ANY($1) AND expires_at > now()",
        values: [[...new Set(asked.map(([, sessionId]) => sessionId))]],
        query_timeout: ANSWER_MS,
      };
      const { rows } = await this.#db.pool.query<{ id: string }>(query);
      const good = new Set(rows.map(({ id }) => id));
      for (const [stream, sessionId] of asked) if (!good.has(sessionId)) stream.end();
    }
  }
}
