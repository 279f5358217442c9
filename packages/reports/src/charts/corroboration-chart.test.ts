import { describe, expect, it } from "vitest";
import { buildSnapshot } from "../snapshot/build-snapshot.ts";
import { ferryInput } from "../testing/ferry-case.ts";
import { corroborationChart } from "./corroboration-chart.ts";

const snapshot = buildSnapshot(ferryInput());
const [first] = snapshot.claims;

function chartOf(count: number) {
  if (first === undefined) throw new Error("The ferry case has no claim");
  const claims = Array.from({ length: count }, (_, at) => ({ ...first, label: `C${at + 1}`, number: at + 1 }));
  return corroborationChart({ ...snapshot, claims });
}
const labelsIn = (svg: string) => [...svg.matchAll(/>(C\d+)</gu)].map(([, label]) => label);

describe("the chart of who bears each claim out", () => {
  it("is one picture with its words as its alternative", () => {
    const { svg, description, sheets } = chartOf(34);
    expect(sheets).toEqual([{ svg, description }]);
  });

  it.each([35, 40, 60])("of %i claims comes in sheets that a page has room for, every claim on one", (count) => {
    const { svg, sheets } = chartOf(count);
    const heights = sheets.map((sheet) => Number(/ height="([\d.]+)" class="chart"/u.exec(sheet.svg)?.[1]));
    expect(Math.max(...heights)).toBeLessThan(650);
    expect(sheets.flatMap((sheet) => labelsIn(sheet.svg))).toEqual(labelsIn(svg));
    expect(labelsIn(svg)).toHaveLength(count);
    expect(sheets[1]?.description).toBe(`The chart goes on: C${Math.ceil(count / 2) + 1} to C${count}.`);
  });

  it("counts the claims where there are too many for a row each, and draws every number in its table", () => {
    const { svg, sheets, table } = chartOf(61);
    expect(labelsIn(svg)).toEqual([]);
    expect(sheets).toHaveLength(1);
    expect(table.rows).toHaveLength(61);
  });
});
