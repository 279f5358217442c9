import { describe, expect, it } from "vitest";
import { alignWords } from "../align/align-claim.ts";
import { CaseIndex } from "../align/case-index.ts";
import { loadVectors } from "../vectors/load-vectors.ts";
import { CELL_FEATURES, cellFeatures } from "./cell-features.ts";
import { treesValue } from "./boosted-trees.ts";
import { fittedJudge } from "./fitted-judge.ts";
import { judgeClaim } from "./judge-claim.ts";
import { CaseReading } from "./reading.ts";

const CLAIMS = [
  { id: "c1", text: "The ferry Solveig carried 212 passengers." },
  { id: "c2", text: "The captain of the ferry Solveig was arrested." },
  { id: "c3", text: "The ferry Solveig was built in 1987." },
];
const SOURCES = [
  { id: "a", text: "The ferry Solveig ran aground on Sunday. The ferry Solveig carried 212 passengers. Its captain was arrested.", published: "2026-05-04" },
  { id: "b", text: "The ferry Solveig ran aground off Hestnes. The ferry Solveig carried 140 passengers.", published: "2026-05-04" },
  { id: "c", text: "Bakers in Lund have raised the price of rye bread. Flour is dear.", published: "2026-05-04" },
];

describe("judgement", () => {
  const judged = () => {
    const reading = new CaseReading(new CaseIndex(SOURCES, loadVectors(), CLAIMS));
    return CLAIMS.map((claim) => judgeClaim(reading, claim));
  };
  const cells = judged();

  it("[S1] takes the claim's own words for verified", () => {
    expect(cells[0]?.[0]?.suggestion).toBe("verified");
  });

  it("does not measure a source by the one whose words the claim repeats", () => {
    const claim = { id: "c1", text: "The ferry Solveig carried 212 passengers." };
    const reading = new CaseReading(new CaseIndex(SOURCES, loadVectors(), CLAIMS));
    const rows = cellFeatures(reading, reading.claim(claim), alignWords(reading.index, claim, fittedJudge().ranker, "shown"));
    const [own, other] = ["plain", "bestElsewhere"].map((name, at) => rows[at]?.row[CELL_FEATURES.indexOf(name)] ?? 0);
    expect(own).toBeGreaterThan(0.9);
    expect(other).toBeCloseTo(0.75 * (own ?? 0));
  });

  it("shows another figure for the same thing as a conflicting difference, with both spans", () => {
    const difference = cells[0]?.[1]?.differences.find(({ type }) => type === "number");
    expect(difference).toMatchObject({ compatible: false, a: { source: "c1" }, b: { source: "b" } });
    expect(SOURCES[1]?.text.slice(difference?.b.start, difference?.b.end)).toBe(difference?.b.exact);
  });

  it("calls a source on another subject silent and says what was looked for", () => {
    expect(cells.map((row) => row[2]?.suggestion)).toEqual(["missing", "missing", "missing"]);
    expect(cells[0]?.[2]?.terms).toContain("Solveig");
  });

  it("gives the same answer every time", () => {
    expect(judged()).toEqual(cells);
  });

  it("scores between nought and one", () => {
    for (const { score } of cells.flat()) expect(score >= 0 && score <= 1).toBe(true);
  });
});

describe("weights", () => {
  it("were fitted on the features that are computed", () => {
    expect(fittedJudge().present.trees.features).toEqual(CELL_FEATURES);
    expect(fittedJudge().disputed.sum.weights).toHaveLength(CELL_FEATURES.length);
  });

  it("asks its questions in the order of a heap", () => {
    const trees = { features: ["x", "y"], depth: 2, bias: 1, trees: [{ ask: [0, 1, 1], at: [0.5, 0.5, 0.5], leaf: [10, 20, 30, 40] }] };
    expect([treesValue(trees, [0, 0]), treesValue(trees, [0, 1]), treesValue(trees, [1, 0]), treesValue(trees, [1, 1])]).toEqual([11, 21, 31, 41]);
  });
});
