import { buildCaseView } from "@assay/seeds";
import { describe, expect, it } from "vitest";
import type { CellRating } from "./cell-rating.ts";
import { agreementSlices } from "./agreement-slices.ts";

const view = buildCaseView({
  claims: [{ id: "c1", type: "date" }, { id: "c2", type: "number" }],
  sources: [{ id: "s1", publisher: "Courier" }, { id: "s2" }],
});
const rating = (cell: string, annotatorId: string, stance: CellRating["stance"], independent = true): CellRating => {
  const [claimId = "", sourceId = ""] = cell.split(" ");
  return { tagId: `${cell} ${annotatorId}`, claimId, sourceId, annotatorId, stance, independent };
};
const ratings = [
  rating("c1 s1", "ana", "verified"),
  rating("c1 s1", "ben", "verified"),
  rating("c1 s2", "ana", "missing"),
  rating("c1 s2", "ben", "disputed", false),
  rating("c2 s1", "ana", "verified"),
];

describe("agreementSlices", () => {
  const slices = agreementSlices(view, ratings);
  const slice = (key: string) => slices.find((one) => one.key === key);

  it("cuts the case by source and by claim type", () => {
    expect(slices.map(({ key }) => key)).toEqual(["all", "source-1", "source-2", "type-number", "type-date"]);
    expect(slice("source-1")).toMatchObject({ label: "Courier", group: "source" });
  });

  it("measures cells with two tags or more, and says how many tags were blind", () => {
    expect(slice("all")).toMatchObject({ tags: 4, blindTags: 3, report: { counts: { pairableUnits: 2 } } });
    expect(slice("all")?.report.percentAgreement.value).toBe(0.5);
    expect(slice("source-1")?.report.percentAgreement.value).toBe(1);
    expect(slice("type-number")?.report.percentAgreement.value).toBeNull();
  });

  it("lists the cells that divide annotators, and speaks of cells", () => {
    expect(slice("all")?.report.disagreements.listed.map(({ unit }) => unit)).toEqual(["c1 s2"]);
    expect(slice("type-number")?.report.warnings.join(" ")).toMatch(/No cell has ratings by two annotators/);
  });
});
