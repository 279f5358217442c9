import { randomUUID } from "node:crypto";
import { GENESIS_HASH, verifyChain } from "@assay/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appendEvents, lockCase, readEvents, sha256 } from "./case-log.ts";
import type { EventContext, NewEvent } from "./case-log.ts";
import { connect } from "./client.ts";
import type { Database } from "./client.ts";
import { withScope } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";
import { buildCase } from "./test-rows.ts";

let test: TestDatabase;
let db: Database;
let scope: Scope;
let caseId: string;

beforeAll(async () => {
  test = await createTestDatabase();
  db = connect({ url: test.url, max: 20 });
});
beforeEach(async () => {
  ({ scope, caseId } = await buildCase(db));
});
afterAll(async () => {
  await db.close();
  await test.drop();
});

function context(over: Partial<EventContext> = {}): EventContext {
  const { workspaceId, userId: actorId } = scope;
  return { caseId, workspaceId, actorId, mutationId: randomUUID(), at: new Date().toISOString(), ...over };
}

const edited = (title: string): NewEvent => ({ kind: "case.edited", subject: caseId, payload: { title } });

const append = (...events: NewEvent[]) => withScope(db, scope, (tx) => appendEvents(tx, context(), events));

const readAll = () => withScope(db, scope, (tx) => readEvents(tx, caseId, 0, 10_000));

describe("the case log", () => {
  it("[E1] numbers events from 1 without a gap, and the case names the last one", async () => {
    await append(edited("a"), edited("b"));
    const last = await append(edited("c"));
    const events = await readAll();
    expect(events.map((event) => event.number)).toEqual([1, 2, 3]);
    expect(last).toEqual({ lastEvent: 3, lastHash: events[2]?.hash });
    expect(await withScope(db, scope, (tx) => lockCase(tx, scope, caseId))).toMatchObject(last);
  });

  it("[E1] stays free of gaps and repeats when 16 write at once, each two entries or an undone one", async () => {
    const writers = Array.from({ length: 16 }, async (_, writer) => {
      await append(edited(`${writer} a`), edited(`${writer} b`));
      const undone = withScope(db, scope, async (tx) => {
        await appendEvents(tx, context(), [edited("never")]);
        throw new Error("changed my mind");
      });
      await expect(undone).rejects.toThrow("changed my mind");
    });
    await Promise.all(writers);
    const events = await readAll();
    expect(events.map((event) => event.number)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
    expect(verifyChain(events, sha256)).toEqual({ ok: true, length: 32 });
    expect(JSON.stringify(events)).not.toContain("never");
  });

  it("[E2] reads back exactly what was hashed, whatever the payload holds", async () => {
    const payload = {
      text: "Ünïcødé 👩‍👩‍👧 \u202e \\ \" \n",
      numbers: [0, -0, 1.5, 1e21, 1e-7, 123456789.123456],
      "key order": { z: 1, a: [null, true, {}] },
      absent: undefined,
    };
    await append({ kind: "claim.created", subject: randomUUID(), reason: "why: 'quoted'", payload });
    const events = await readAll();
    expect(events[0]).toMatchObject({ prevHash: GENESIS_HASH, reason: "why: 'quoted'", payload: { text: payload.text } });
    expect(verifyChain(events, sha256, { head: await head() })).toEqual({ ok: true, length: 1 });
  });

  it("[E2] an entry that somebody altered behind the server's back no longer verifies", async () => {
    await append(edited("a"), edited("b"), edited("c"));
    await asOwner(`UPDATE case_events SET payload = '{"title":"x"}' WHERE case_id = '${caseId}' AND number = 2`);
    expect(verifyChain(await readAll(), sha256)).toMatchObject({ ok: false, number: 2, rule: "E2" });
  });

  it.each(["UPDATE case_events SET reason = 'x'", "DELETE FROM case_events", "TRUNCATE case_events"])(
    "[E2] the server's role may not %s",
    async (sql) => {
      await append(edited("a"));
      const attempt = withScope(db, scope, (tx) => tx.$executeRawUnsafe(sql));
      await expect(attempt).rejects.toThrow(/permission denied/);
      expect(await readAll()).toHaveLength(1);
    },
  );

  it("[E3] reads on after a number, at most as many as asked", async () => {
    await append(...["a", "b", "c", "d"].map(edited));
    const events = await withScope(db, scope, (tx) => readEvents(tx, caseId, 1, 2));
    expect(events.map((event) => [event.number, event.payload["title"]])).toEqual([[2, "b"], [3, "c"]]);
  });

  it("[P1] another workspace's case is not there: not to lock, not to write, not to read", async () => {
    await append(edited("a"));
    const other = await buildCase(db);
    const foreign = { workspaceId: other.scope.workspaceId };
    await expect(withScope(db, other.scope, (tx) => lockCase(tx, foreign, caseId))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const write = withScope(db, other.scope, (tx) => appendEvents(tx, context(foreign), [edited("b")]));
    await expect(write).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await withScope(db, other.scope, (tx) => readEvents(tx, caseId, 0, 10))).toEqual([]);
  });

  it("refuses a time that would not read back as it was hashed", async () => {
    const write = withScope(db, scope, (tx) => appendEvents(tx, context({ at: "2026-01-01T00:00:00Z" }), [edited("a")]));
    await expect(write).rejects.toThrow(TypeError);
  });
});

async function head(): Promise<{ number: number; hash: string }> {
  const locked = await withScope(db, scope, (tx) => lockCase(tx, scope, caseId));
  return { number: locked.lastEvent, hash: locked.lastHash };
}

async function asOwner(sql: string): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query("SET ROLE NONE");
    await client.query(sql);
  } finally {
    client.release(true);
  }
}
