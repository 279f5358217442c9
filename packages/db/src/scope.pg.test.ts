import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "./client.ts";
import type { Database } from "./client.ts";
import { readScoped, withScope, withUser } from "./scope.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";
import { buildCase } from "./test-rows.ts";

let test: TestDatabase;
let db: Database;
let ours: Awaited<ReturnType<typeof buildCase>>;
let theirs: Awaited<ReturnType<typeof buildCase>>;

beforeAll(async () => {
  test = await createTestDatabase();
  // One connection: whatever a transaction left behind would meet the next one.
  db = connect({ url: test.url, max: 1 });
  ours = await buildCase(db);
  theirs = await buildCase(db);
});
afterAll(async () => {
  await db.close();
  await test.drop();
});

const caseIds = (rows: { id: string }[]) => rows.map((row) => row.id);

describe("scope", () => {
  it("[P1] shows the rows of its workspace, even to a query that names none", async () => {
    expect(caseIds(await withScope(db, ours.scope, (tx) => tx.case.findMany()))).toEqual([ours.caseId]);
    expect(caseIds(await readScoped(db, theirs.scope, (queries) => queries.case.findMany()))).toEqual([theirs.caseId]);
  });

  it("[P1] ends with its transaction: the next one on the same connection sees nothing", async () => {
    await withScope(db, ours.scope, (tx) => tx.case.count());
    expect(await db.prisma.case.count()).toBe(0);
    await readScoped(db, ours.scope, (queries) => queries.case.count());
    expect(await db.prisma.case.count()).toBe(0);
    expect(await withUser(db, ours.scope.userId, (tx) => tx.case.count())).toBe(0);
  });

  it("[P1] lets nothing be changed in, or moved to, another workspace", async () => {
    const { workspaceId } = theirs.scope;
    await withScope(db, ours.scope, async (tx) => {
      const changed = await tx.case.updateMany({ where: { id: theirs.caseId }, data: { title: "ours now" } });
      expect(changed.count).toBe(0);
    });
    const move = withScope(db, ours.scope, (tx) => tx.case.update({ where: { id: ours.caseId }, data: { workspaceId } }));
    await expect(move).rejects.toThrow(/row-level security/);
    const data = { id: randomUUID(), workspaceId, title: "planted", createdBy: ours.scope.userId };
    await expect(withScope(db, ours.scope, (tx) => tx.case.create({ data }))).rejects.toThrow(/row-level security/);
    expect(await readScoped(db, theirs.scope, (queries) => queries.case.count())).toBe(1);
  });

  it("[P1] a hostile id stays a value", async () => {
    const workspaceId = "', true); SET ROLE NONE; --";
    await expect(withScope(db, { workspaceId, userId: "x" }, (tx) => tx.case.count())).rejects.toThrow(/uuid/);
    expect(await db.prisma.case.count()).toBe(0);
  });

  it("undoes everything when the function throws", async () => {
    const attempt = withScope(db, ours.scope, async (tx) => {
      await tx.case.update({ where: { id: ours.caseId }, data: { title: "half done" } });
      throw new Error("stop");
    });
    await expect(attempt).rejects.toThrow("stop");
    const row = await withScope(db, ours.scope, (tx) => tx.case.findUniqueOrThrow({ where: { id: ours.caseId } }));
    expect(row.title).toBe("A case");
  });

  it("hands out the transaction's own connection, also when others are busy at the same time", async () => {
    const busy = connect({ url: test.url, max: 8 });
    try {
      await Promise.all(
        Array.from({ length: 16 }, async (_, index) => {
          const name = `desk ${index}`;
          const seen = await withScope(busy, ours.scope, async (tx, session) => {
            await tx.$queryRaw`SELECT set_config('assay.test', ${name}, true), pg_sleep(0.01)::text`;
            const { rows } = await session.query<{ name: string }>("SELECT current_setting('assay.test') AS name");
            return rows[0]?.name;
          });
          expect(seen).toBe(name);
        }),
      );
    } finally {
      await busy.close();
    }
  });

  it("undoes what was done on the connection by hand with everything else", async () => {
    const undone = withScope(db, ours.scope, async (tx, session) => {
      await session.query("UPDATE cases SET title = 'By hand' WHERE id = $1", [ours.caseId]);
      expect((await tx.case.findUniqueOrThrow({ where: { id: ours.caseId } })).title).toBe("By hand");
      throw new Error("Changed my mind");
    });
    await expect(undone).rejects.toThrow("Changed my mind");
    const [row] = await readScoped(db, ours.scope, (queries) => queries.case.findMany());
    expect(row?.title).toBe("A case");
  });
});
