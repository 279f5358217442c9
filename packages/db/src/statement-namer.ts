import { createHash } from "node:crypto";

/**
 * Names statements so that each session prepares a text once and then only binds and runs it. Lists of varying length
 * make ever new texts; past the limit they stay unnamed, so that no session gathers statements without end.
 */
export function createStatementNamer(limit = 1000): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= limit) return "";
    const name = `s${createHash("sha256").update(sql).digest("hex").slice(0, 32)}`;
    names.set(sql, name);
    return name;
  };
}
