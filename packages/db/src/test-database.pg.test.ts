import pg from "pg";
import { expect, it } from "vitest";
import { createTestDatabase } from "./test-database.ts";

it("gives each caller a database of its own, and names a connection left open when it goes", async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(one.url).not.toBe(two.url);
  await two.drop();
  const client = new pg.Client({ connectionString: one.url, application_name: "forgetful" });
  client.on("error", () => undefined);
  await client.connect();
  const { rows } = await client.query<{ count: string }>("SELECT count(*) FROM cases");
  expect(rows[0]?.count).toBe("0");
  await expect(one.drop()).rejects.toThrow("Connections were left open: forgetful: SELECT count(*) FROM cases");
  await client.end().catch(() => undefined);
});
