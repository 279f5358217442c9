import { expect, it } from "vitest";
import { NO_RULING, readRuling } from "./ruling-draft.ts";

it("brings back what was chosen, and nothing else", () => {
  const chosen = { outcome: "overturn", stance: "missing", cause: "edge_case" } as const;
  expect(readRuling(JSON.stringify(chosen))).toEqual(chosen);
  for (const bad of [null, "", "{", "7", "null", '{"outcome":"hang"}']) expect(readRuling(bad)).toEqual(NO_RULING);
});
