import { describe, expect, it } from "vitest";
import { checkReadiness } from "./check-readiness.ts";

const check = (findMissing: () => Promise<string[]>) => checkReadiness({ findMissing }, ["0001_init", "0002_more"], 50);

describe("readiness", () => {
  it("needs every migration this server knows", async () => {
    expect(await check(async () => [])).toEqual({
      ready: true,
      lines: ["database: ok", "migrations: 2 of 2 applied"],
    });
    expect(await check(async () => ["0002_more"])).toEqual({
      ready: false,
      lines: ["database: ok", "migrations: 1 of 2 applied", "missing: 0002_more"],
    });
  });

  it("needs a database that answers, and in time; it tells nobody why it does not", async () => {
    const silent = { ready: false, lines: ["database: no answer"] };
    expect(await check(() => Promise.reject(new Error("password of db.internal")))).toEqual(silent);
    expect(await check(() => new Promise(() => undefined))).toEqual(silent);
  });
});
