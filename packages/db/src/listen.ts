import { randomUUID } from "node:crypto";
import pg from "pg";

/**
 * Says to every process on this database that something changed, and hears it from them. What changed is not said, and
 * nothing is kept: whoever hears of a topic reads for themselves, and reads now and then anyway (E3).
 */
export interface News {
  /** After the commit: a NOTIFY inside the writing transaction makes all writers wait for each other. */
  changed(topic: string): void;
  /** Opens the process's one listening connection at the first call. Returns how to stop. */
  on(topic: string, heard: () => void): () => void;
  /** False while nothing can be heard from other processes: until then, ask more often. */
  isListening(): boolean;
  close(): Promise<void>;
}

export interface NewsOptions {
  /** With the session's options. */
  url: string;
  /** For telling. */
  pool: Pick<pg.Pool, "query">;
  onError?: ((error: Error) => void) | undefined;
}

const CHANNEL = "assay_news";
/** Topics are ids. A payload has to stay under 8,000 bytes. */
const TOPICS_AT_ONCE = 100;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;
/** A connection can be gone without a word; it is asked as often, and has as long to answer. */
const CHECK_MS = 15_000;
const ANSWER_MS = 5_000;

export function openNews({ url, pool, onError }: NewsOptions): News {
  const origin = randomUUID();
  const ears = new Map<string, Set<() => void>>();
  const untold = new Set<string>();
  let telling: Promise<void> | null = null;
  let closed = false;
  let client: pg.Client | null = null;
  let listening = false;
  let timer: NodeJS.Timeout | undefined;
  let retryMs = FIRST_RETRY_MS;

  const wake = (topic: string) => ears.get(topic)?.forEach((heard) => heard());

  /** What gathers while one NOTIFY is under way goes with the next, together. */
  async function tell(): Promise<void> {
    while (untold.size > 0) {
      const topics = [...untold].slice(0, TOPICS_AT_ONCE);
      for (const topic of topics) untold.delete(topic);
      try {
        const values = [CHANNEL, [origin, ...topics].join(" ")];
        await pool.query(notify(values));
      } catch (error) {
        // The others will find out when they next look by themselves.
        if (!closed) onError?.(error as Error);
      }
    }
    telling = null;
  }

  async function connect(): Promise<void> {
    const one = new pg.Client({
      connectionString: url,
      application_name: "assay listen",
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    client = one;
    one.on("notification", ({ payload = "" }) => {
      const [from, ...topics] = payload.split(" ");
      if (from !== origin) topics.forEach(wake);
    });
    let isLost = false;
    const lose = (error?: Error) => {
      if (isLost) return;
      isLost = true;
      // Not awaited: it may wait for a goodbye from nobody.
      void one.end().catch(() => undefined);
      if (client === one) client = null;
      listening = false;
      clearTimeout(timer);
      if (closed) return;
      if (error !== undefined) onError?.(error);
      timer = setTimeout(() => void connect(), retryMs).unref();
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    };
    one.on("error", lose);
    one.on("end", () => lose());
    try {
      await one.connect();
      await one.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      lose(error as Error);
      return;
    }
    if (closed || isLost) return;
    listening = true;
    retryMs = FIRST_RETRY_MS;
    // Whatever was said before this moment was not heard.
    for (const topic of ears.keys()) wake(topic);
    const check = () => {
      timer = setTimeout(() => {
        one.query("SELECT 1").then(check, lose);
      }, CHECK_MS).unref();
    };
    check();
  }

  return {
    changed(topic) {
      wake(topic);
      untold.add(topic);
      telling ??= tell();
    },
    on(topic, heard) {
      const there = ears.get(topic) ?? new Set();
      ears.set(topic, there.add(heard));
      if (client === null && timer === undefined && !closed) void connect();
      return () => {
        there.delete(heard);
        if (there.size === 0 && ears.get(topic) === there) ears.delete(topic);
      };
    },
    isListening: () => listening,
    async close() {
      closed = true;
      clearTimeout(timer);
      await telling;
      const one = client;
      client = null;
      await one?.end().catch(() => undefined);
    },
  };
}

function notify(values: string[]) {
  return { name: "assay_news", text: "SELECT pg_notify($1, $2)", values, query_timeout: ANSWER_MS };
}
