import type { ClaimView, SourceView } from "@assay/domain";
import { expect, it } from "vitest";
import type { CaseReport } from "../assist-types.ts";
import { omissionTable } from "./omission-rows.ts";

const claims = [
  { id: "c1", number: 1, withdrawn: false },
  { id: "c2", number: 2, withdrawn: true },
  { id: "c3", number: 3, withdrawn: false },
] as ClaimView[];
const sources = [{ id: "s1", number: 1 }, { id: "s2", number: 2 }] as SourceView[];
const cell = (source: string, suggestion: "verified" | "disputed" | "missing") =>
  ({ key: "", source, suggestion, score: 1, attributed: false, silence: "no" }) as const;
const report = {
  claims: [
    { id: "c1", version: 1, cells: [cell("s1", "verified"), cell("s2", "missing")] },
    { id: "c2", version: 1, cells: [cell("s1", "verified"), cell("s2", "verified")] },
    { id: "c3", version: 1, cells: [cell("s1", "missing"), cell("s2", "disputed")] },
  ],
  omissions: [{ source: "s2", reported: 2, omitted: ["c1"] }],
} as unknown as CaseReport;

it("says of each source which claims it tells, tells otherwise and leaves out, withdrawn claims aside", () => {
  const table = omissionTable({ claims, sources }, report);
  expect(table.claims.map(({ id }) => id)).toEqual(["c1", "c3"]);
  expect(table.rows.map(({ cells }) => cells)).toEqual([["told", "unread"], ["left-out", "otherwise"]]);
  expect(table.rows.map(({ told, omitted }) => [told, omitted.map(({ id }) => id)])).toEqual([[1, []], [1, ["c1"]]]);
});
