import type { CaseView } from "@assay/domain";
import { expect, it } from "vitest";
import type { ClaimAnswer } from "../assist-types.ts";
import { ofNow } from "./of-now.ts";

const view = {
  claims: [{ id: "c1", version: 2, withdrawn: false }],
  sources: [
    { id: "gazette", revision: { id: "g1" } },
    { id: "herald", revision: { id: "h2" } },
  ],
} as unknown as CaseView;

function answer(...cells: [source: string, revisionId: string, claimVersion: number][]): ClaimAnswer {
  const read = cells.map(([source, revisionId, claimVersion]) => ({ claimId: "c1", source, revisionId, claimVersion }));
  return { state: "ready", cells: read, differences: [{ key: "d" }] } as unknown as ClaimAnswer;
}

it("[T6] [X4] what was read in other words of the claim, or in an older text, is not suggested any more", () => {
  const now = answer(["gazette", "g1", 2], ["herald", "h2", 2]);
  expect(ofNow(now, view)).toBe(now);
  expect(ofNow(answer(["gazette", "g1", 2], ["herald", "h1", 2]), view)).toMatchObject({
    state: "reading",
    cells: [{ source: "gazette" }],
    differences: [],
  });
  expect(ofNow(answer(["gazette", "g1", 1], ["herald", "h2", 1]), view).cells).toEqual([]);
  expect(ofNow(now, { ...view, claims: [{ ...view.claims[0], withdrawn: true }] } as CaseView).cells).toEqual([]);
});
