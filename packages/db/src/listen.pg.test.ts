import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "./client.ts";
import type { Database } from "./client.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

let database: TestDatabase;
/** Two processes of one desk. */
let here: Database;
let there: Database;
const lost: Error[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  here = connect({ url: database.url, onConnectionError: (error) => lost.push(error) });
  there = connect({ url: database.url });
});
afterAll(async () => {
  await Promise.all([here.close(), there.close()]);
  await database.drop();
});

/** Counts what is heard of a topic; `next` resolves when it is heard once more. */
function ear(db: Database, topic: string) {
  let count = 0;
  let told: (() => void) | null = null;
  const stop = db.news.on(topic, () => {
    count += 1;
    told?.();
  });
  return {
    stop,
    count: () => count,
    next: () => new Promise<void>((resolve) => (told = resolve)),
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("news between processes", () => {
  it("[E3] reaches the other process, and one's own at once and once", async () => {
    const topic = randomUUID();
    const [near, far] = [ear(here, topic), ear(there, topic)];
    await until(() => here.news.isListening() && there.news.isListening());
    // Whatever was missed before listening: everybody is woken once when it begins.
    const [nearBefore, farBefore] = [near.count(), far.count()];
    const heard = far.next();
    here.news.changed(topic);
    expect(near.count()).toBe(nearBefore + 1);
    await heard;
    expect(far.count()).toBe(farBefore + 1);
    // One more, so that an echo of the first would have arrived before it.
    const echo = near.next();
    there.news.changed(topic);
    await echo;
    expect(near.count()).toBe(nearBefore + 2);
    near.stop();
    far.stop();
  });

  it("tells of many changes at once in few notices, and loses no topic", async () => {
    const topics = Array.from({ length: 250 }, () => randomUUID());
    const ears = topics.map((topic) => ear(there, topic));
    await until(() => there.news.isListening());
    const all = Promise.all(ears.map(({ next }) => next()));
    let notices = 0;
    const spy = new pg.Client({ connectionString: database.url });
    await spy.connect();
    spy.on("notification", () => (notices += 1));
    await spy.query("LISTEN assay_news");
    for (let round = 0; round < 20; round += 1) for (const topic of topics) here.news.changed(topic);
    await all;
    await spy.query("SELECT 1");
    await spy.end();
    expect(notices).toBeGreaterThanOrEqual(3);
    expect(notices).toBeLessThan(10);
    for (const { stop } of ears) stop();
  });

  it("listens again after its connection was killed, and wakes everybody for what it did not hear", async () => {
    const topic = randomUUID();
    const near = ear(here, topic);
    await until(() => here.news.isListening());
    for (let round = 0; round < 3; round += 1) {
      const woken = near.next();
      const killer = new pg.Client({ connectionString: database.url });
      await killer.connect();
      await killer.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'assay listen' AND datname = current_database()`);
      await killer.end();
      await until(() => !here.news.isListening());
      await woken;
      expect(here.news.isListening()).toBe(true);
    }
    expect(lost.length).toBeGreaterThanOrEqual(3);
    near.stop();
  });

  it("hears nothing of a topic any more after stopping", async () => {
    const topic = randomUUID();
    const near = ear(here, topic);
    near.stop();
    here.news.changed(topic);
    expect(near.count()).toBe(0);
  });
});
