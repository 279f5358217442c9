import { expect, it } from "vitest";
import { createStatementNamer } from "./statement-namer.ts";

it("gives a text one name, different texts different names, and none past the limit", () => {
  const nameOf = createStatementNamer(2);
  const first = nameOf({ sql: "SELECT 1" });
  const second = nameOf({ sql: "SELECT 2" });
  expect(first).not.toBe(second);
  // Postgres cuts names off after 63 bytes.
  expect(first.length).toBeLessThan(64);
  expect(nameOf({ sql: "SELECT 3" })).toBe("");
  expect(nameOf({ sql: "SELECT 1" })).toBe(first);
});
