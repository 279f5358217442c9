import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "./client.ts";
import type { Database } from "./client.ts";
import { runOnce } from "./once.ts";
import type { Mutation } from "./once.ts";
import { withScope, withUser } from "./scope.ts";
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
  ({ scope, caseId } = await buildCase(db));
});
afterAll(async () => {
  await db.close();
  await test.drop();
});

const newMutation = (over: Partial<Mutation> = {}): Mutation => ({
  workspaceId: scope.workspaceId,
  actorId: scope.userId,
  mutationId: randomUUID(),
  procedure: "case.edit",
  ...over,
});

/** Adds one to the case's version: that it ran twice would show. */
const bump = (mutation: Mutation, inScope = scope) =>
  withScope(db, inScope, (tx) =>
    runOnce(tx, mutation, async () => {
      const { version } = await tx.case.update({ where: { id: caseId }, data: { version: { increment: 1 } } });
      return { version, nothing: undefined };
    }),
  );

const version = async () => (await withScope(db, scope, (tx) => tx.case.findUniqueOrThrow({ where: { id: caseId } }))).version;

describe("a mutation", () => {
  it("[E4] replayed returns the first result and changes nothing", async () => {
    const mutation = newMutation();
    const first = await bump(mutation);
    const again = await bump(mutation);
    expect(again).toEqual(first);
    expect(Object.keys(first)).toEqual(["version"]);
    expect(await version()).toBe(first.version);
  });

  it("[E4] sent eight times at once runs once", async () => {
    const before = await version();
    const mutation = newMutation();
    const results = await Promise.all(Array.from({ length: 8 }, () => bump(mutation)));
    expect(new Set(results.map((result) => result.version))).toEqual(new Set([before + 1]));
    expect(await version()).toBe(before + 1);
  });

  it("[E4] that failed left no trace and may be tried again", async () => {
    const mutation = newMutation();
    const failing = withScope(db, scope, (tx) => runOnce(tx, mutation, () => Promise.reject(new Error("no"))));
    await expect(failing).rejects.toThrow("no");
    const before = await version();
    expect((await bump(mutation)).version).toBe(before + 1);
  });

  it("[E4] is refused under an id that served another procedure", async () => {
    const mutation = newMutation();
    await bump(mutation);
    const before = await version();
    await expect(bump({ ...mutation, procedure: "case.archive" })).rejects.toMatchObject({ code: "INVALID" });
    expect(await version()).toBe(before);
  });

  it("[E4] is refused under somebody else's id, and learns nothing of their result", async () => {
    const mutation = newMutation();
    await bump(mutation);
    const other = await buildCase(db);
    const { workspaceId, userId: actorId } = other.scope;
    const before = await version();
    const theft = withScope(db, other.scope, (tx) =>
      runOnce(tx, { ...mutation, workspaceId, actorId }, async () => {
        await tx.case.update({ where: { id: other.caseId }, data: { title: "taken" } });
        return "ran";
      }),
    );
    await expect(theft).rejects.toMatchObject({ code: "INVALID" });
    const untouched = await withScope(db, other.scope, (tx) => tx.case.findUniqueOrThrow({ where: { id: other.caseId } }));
    expect([untouched.title, await version()]).toEqual(["A case", before]);
  });

  it("[E4] works outside any workspace, and without a result", async () => {
    const mutation = newMutation({ workspaceId: null, procedure: "workspace.create" });
    let runs = 0;
    for (let turn = 0; turn < 2; turn++) {
      const result = await withUser(db, scope.userId, (tx) => runOnce(tx, mutation, async () => void runs++));
      expect(result).toBeNull();
    }
    expect(runs).toBe(1);
  });
});
