import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "./client.ts";
import { withScope } from "./scope.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";
import { buildCase } from "./test-rows.ts";

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

describe("connect", () => {
  it("[P1] runs as the bound role in UTC, even if the URL brings options of its own", async () => {
    for (const query of ["", "?options=-c%20timezone%3DAsia%2FTokyo%20-c%20role%3Dnone%20-c%20work_mem%3D5MB"]) {
      const db = connect({ url: test.url + query, applicationName: "a test" });
      await db.check();
      const { rows } = await db.pool.query(
        "SELECT current_user AS role, current_setting('work_mem') AS mem, current_setting('application_name') AS name",
      );
      expect(rows[0]).toEqual({ role: "assay_app", mem: query ? "5MB" : "4MB", name: "a test" });
      await db.close();
    }
  });

  it("reads a time back as it was written, to the millisecond", async () => {
    const db = connect({ url: test.url });
    const { scope, caseId } = await buildCase(db);
    const createdAt = new Date("2026-03-29T01:30:00.123Z");
    const row = await withScope(db, scope, (tx) => tx.case.update({ where: { id: caseId }, data: { createdAt } }));
    expect(row.createdAt.toISOString()).toBe("2026-03-29T01:30:00.123Z");
    const text = await withScope(
      db,
      scope,
      (tx) => tx.$queryRaw<{ at: string }[]>`SELECT created_at::text AS at FROM cases WHERE id = ${caseId}::uuid`,
    );
    expect(text).toEqual([{ at: "2026-03-29 01:30:00.123+00" }]);
    await db.close();
  });

  it("refuses a session whose role was changed", async () => {
    const db = connect({ url: test.url, max: 1 });
    await db.pool.query("SET ROLE NONE");
    await expect(db.check()).rejects.toThrow("not as assay_app in UTC");
    await db.close();
  });

  it("prepares a query's text once for each session", async () => {
    const db = connect({ url: test.url, max: 1 });
    for (let turn = 0; turn < 5; turn++) await db.prisma.user.findUnique({ where: { id: `user ${turn}` } });
    const { rows } = await db.pool.query<{ count: string }>("SELECT count(*) FROM pg_prepared_statements");
    expect(rows[0]?.count).toBe("1");
    await db.close();
  });

  it("closes twice, used or not", async () => {
    const db = connect({ url: test.url });
    await db.close();
    await db.close();
  });
});
