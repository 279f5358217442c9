import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "./client.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

const REAL = fileURLToPath(new URL("../../../prisma/migrations", import.meta.url));

let test: TestDatabase;
let folder: string;

beforeEach(async () => {
  test = await createTestDatabase();
  await run(`DROP TABLE "_prisma_migrations"; CREATE SCHEMA fresh`);
  folder = await mkdtemp(path.join(tmpdir(), "assay-migrations-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await test.drop();
});

async function run<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

const go = () => migrate({ url: test.url, folder });
const tables = async () =>
  (await run<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'fresh' ORDER BY 1")).map(
    (row) => row.name,
  );

describe("migrate", () => {
  it("applies what is new, in the order of names, each once, and writes Prisma's columns", async () => {
    await write("0002_b", "CREATE TABLE fresh.b (a_id int REFERENCES fresh.a (id));");
    await write("0001_a", "CREATE TABLE fresh.a (id int PRIMARY KEY); -- 'quoted'; $$ $$");
    expect(await go()).toEqual({ applied: ["0001_a", "0002_b"] });
    expect(await go()).toEqual({ applied: [] });
    await write("0003_c", "CREATE TABLE fresh.c (id int)");
    expect(await go()).toEqual({ applied: ["0003_c"] });
    const rows = await run(`SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at,
      finished_at >= started_at AS finished, length(id) AS id FROM "_prisma_migrations" ORDER BY 1`);
    const expected = (await readMigrations(folder)).map(({ name, checksum }) => ({
      migration_name: name, checksum, applied_steps_count: 1, logs: null, rolled_back_at: null, finished: true, id: 36,
    }));
    expect(rows).toEqual(expected);
  });

  it("undoes a failed migration whole, says which and why, and goes on from there once it is mended", async () => {
    await write("0001_a", "CREATE TABLE fresh.a (id int)");
    await write("0002_b", "CREATE TABLE fresh.b (id int); SELECT 1/0");
    await expect(go()).rejects.toThrow("Migration 0002_b failed and was undone: division by zero");
    expect(await tables()).toEqual(["a"]);
    await write("0002_b", "CREATE TABLE fresh.b (id int)");
    expect(await go()).toEqual({ applied: ["0002_b"] });
  });

  it("refuses an applied migration that was changed since, and touches nothing; CRLF is no change", async () => {
    await write("0001_a", "CREATE TABLE\n  fresh.a (id int)");
    await go();
    await write("0001_a", "CREATE TABLE\r\n  fresh.a (id int)");
    expect(await go()).toEqual({ applied: [] });
    await write("0001_a", "CREATE TABLE\n  fresh.a (id bigint)");
    await write("0002_b", "CREATE TABLE fresh.b (id int)");
    await expect(go()).rejects.toThrow("Migration 0001_a was changed after");
    expect(await tables()).toEqual(["a"]);
  });

  it("refuses a database that is ahead of the program", async () => {
    await write("0001_a", "CREATE TABLE fresh.a (id int)");
    await write("0002_b", "CREATE TABLE fresh.b (id int)");
    await go();
    await rm(path.join(folder, "0002_b"), { recursive: true });
    await expect(go()).rejects.toThrow("migration 0002_b, which this version of Assay does not know");
  });

  it("refuses what another tool began and did not finish, and passes over what it rolled back", async () => {
    await write("0001_a", "CREATE TABLE fresh.a (id int)");
    await go();
    await run(`UPDATE "_prisma_migrations" SET finished_at = NULL`);
    await expect(go()).rejects.toThrow("0001_a was begun by another tool and not finished");
    await run(`UPDATE "_prisma_migrations" SET rolled_back_at = now(); DROP TABLE fresh.a`);
    expect(await go()).toEqual({ applied: ["0001_a"] });
  });

  it("lets processes start at the same time: one applies, the others find it done", async () => {
    await write("0001_a", "CREATE TABLE fresh.a (id int); SELECT pg_sleep(0.3)");
    const module = fileURLToPath(new URL("./migrate.ts", import.meta.url));
    const script = `const { migrate } = await import(${JSON.stringify(pathToFileURL(module).href)});
      console.log(JSON.stringify(await migrate(${JSON.stringify({ url: test.url, folder })})));`;
    const start = () =>
      promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    const outputs = await Promise.all([start(), start(), start()]);
    expect(outputs.map((output) => output.stdout.trim()).sort()).toEqual([
      '{"applied":["0001_a"]}',
      '{"applied":[]}',
      '{"applied":[]}',
    ]);
  });

  it("refuses an empty folder rather than calling an empty database ready", async () => {
    await expect(go()).rejects.toThrow("No migrations");
  });

  it("brings a second database of a server up beside the first, at the same moment", async () => {
    const others = await Promise.all([emptyDatabase("one"), emptyDatabase("two")]);
    const results = await Promise.all(others.map(({ url }) => migrate({ url, folder: REAL })));
    for (const result of results) expect(result.applied.length).toBeGreaterThan(0);
    for (const { name } of others) await run(`DROP DATABASE ${name} WITH (FORCE)`);
  });

  it("lets an owner who may only administer the server's role also act as it, or says what an administrator must do", async () => {
    await write("0001_a", "SELECT 1");
    const url = new URL(test.url);
    const owner = `${url.pathname.slice(1)}_owner`;
    await run(`CREATE ROLE ${owner} LOGIN PASSWORD 'x'; GRANT ALL ON DATABASE ${url.pathname.slice(1)} TO ${owner};
      GRANT ALL ON SCHEMA public TO ${owner}; GRANT assay_app TO ${owner} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE`);
    Object.assign(url, { username: owner, password: "x" });
    try {
      await migrate({ url: url.href, folder });
      const db = connect({ url: url.href });
      await db.check().finally(() => db.close());
      await run(`REVOKE assay_app FROM ${owner} CASCADE`);
      await expect(migrate({ url: url.href, folder })).rejects.toThrow(`GRANT assay_app TO ${owner}`);
    } finally {
      await run(`DROP OWNED BY ${owner} CASCADE; DROP ROLE ${owner}`);
    }
  });
});

async function emptyDatabase(suffix: string): Promise<{ name: string; url: string }> {
  const url = new URL(test.url);
  const name = `${url.pathname.slice(1)}_${suffix}`;
  await run(`CREATE DATABASE ${name} TEMPLATE template0`);
  url.pathname = `/${name}`;
  return { name, url: url.href };
}
