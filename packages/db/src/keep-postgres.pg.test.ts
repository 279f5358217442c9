import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepPostgres } from "./keep-postgres.ts";
import type { RunningPostgres } from "./launch-postgres.ts";

let base: string;
let postgres: RunningPostgres | null = null;
beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), "assay-keep-"));
});
afterEach(async () => {
  await postgres?.stop();
  await rm(base, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** As those who are connected do: again and again until there is an answer. */
async function keepAsking(url: string, sql: string): Promise<unknown[]> {
  for (;;) {
    const rows = await ask(url, sql).catch(() => null);
    if (rows !== null) return rows;
    await sleep(50);
  }
}

it("a database that is killed comes back at the same address with what was committed, and stops when asked to", async () => {
  const said: string[] = [];
  const lost: unknown[] = [];
  const options = { log: (line: string) => said.push(line), onLost: (error: unknown) => lost.push(error) };
  postgres = await keepPostgres({ dataDir: path.join(base, "data"), port: 0, ...options });
  const { url, pid } = postgres;
  await ask(url, "CREATE TABLE kept (word text)");
  await ask(url, "INSERT INTO kept VALUES ('there')");
  process.kill(pid, "SIGKILL");
  expect(await keepAsking(url, "SELECT word FROM kept")).toEqual([{ word: "there" }]);
  // It answers a moment before its launcher has seen that it does.
  while (postgres.pid === pid) await sleep(10);
  expect(said).toContain("Starting the database again");
  await postgres.stop();
  await expect(ask(url, "SELECT 1")).rejects.toThrow();
  // Long enough for a start that nobody asked for.
  await sleep(300);
  await expect(ask(url, "SELECT 1")).rejects.toThrow();
  expect(lost).toEqual([]);
});
