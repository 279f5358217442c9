import { describe, expect, it } from "vitest";
import { CaseIndex } from "../align/case-index.ts";
import { CaseReading } from "../judge/reading.ts";
import type { AssistClaim } from "../suggestion.ts";
import { loadVectors } from "../vectors/load-vectors.ts";
import type { ReadClaim } from "./claim-evidence.ts";
import { conflictCandidates, weighDifferences } from "./find-differences.ts";
import type { ConflictModel } from "./conflict-model.ts";

const SOURCES = [
  { id: "a", text: "The ferry Solveig carried 212 passengers on Sunday. Divers searched the hold until dusk.", published: "2026-05-04" },
  { id: "b", text: "The ferry Solveig carried 140 passengers on Sunday. Nobody has gone down to it yet.", published: "2026-05-04" },
];
const CLAIM: AssistClaim = { id: "c", text: "Divers searched the hold of the Solveig." };

const never = { bias: -9, weights: [] };
const surely = { bias: 9, weights: [] };
const model = (changes: Partial<ConflictModel["claims"]>): ConflictModel => ({
  claims: { value: never, denial: never, stance: never, claim: never, ...changes },
  alone: { value: never, denial: never, stance: never },
});

function conflicts(weighed: ConflictModel, claims: readonly ReadClaim[] = []): string[] {
  const reading = new CaseReading(new CaseIndex(SOURCES, loadVectors(), [CLAIM]));
  const { conflicts: candidates, sure } = conflictCandidates(reading, [], claims);
  return weighDifferences(candidates, sure, weighed)
    .filter(({ compatible }) => !compatible)
    .map(({ type, a, b }) => `${type}: ${a.exact} | ${b.exact}`);
}

const passage = (source: number, words: string) => {
  const start = SOURCES[source]?.text.indexOf(words) ?? -1;
  return { start, end: start + words.length };
};
const READ: ReadClaim = {
  ...CLAIM,
  cells: [
    { source: "a", present: 0.98, disputed: 0.02, passages: [passage(0, "Divers searched the hold until dusk.")] },
    { source: "b", present: 0.9, disputed: 0.85, passages: [passage(1, "Nobody has gone down to it yet.")] },
  ],
};

describe("what cannot both hold", () => {
  it("is shown once it is sure enough, and not before", () => {
    expect(conflicts(model({ value: surely }))).toEqual(["number: 212 | 140"]);
    expect(conflicts(model({}))).toEqual([]);
  });

  it("is shown by a claim that one source carries and the other speaks against, though no words meet", () => {
    const shown = conflicts(model({ claim: surely }), [READ]);
    expect(shown).toEqual(["outcome: Divers searched the hold until dusk. | Nobody has gone down to it yet."]);
    const [carrier, other] = READ.cells;
    if (!carrier || !other) throw new RangeError("two cells");
    const agreed = { ...READ, cells: [carrier, { ...other, disputed: 0.01 }] };
    expect(conflicts(model({ claim: surely }), [agreed])).toEqual([]);
  });

  it("sets a value against one of each other source", () => {
    const [first, second] = SOURCES;
    if (!first || !second) throw new RangeError("two sources");
    const reading = new CaseReading(
      new CaseIndex([first, { ...second, text: `${second.text} The ferry Solveig carried 160 passengers on Sunday.` }], loadVectors()),
    );
    const { conflicts: candidates, sure } = conflictCandidates(reading, [], []);
    const shown = weighDifferences(candidates, sure, model({ value: surely })).filter(({ compatible }) => !compatible);
    expect(shown.filter(({ a, b }) => [a.exact, b.exact].includes("212"))).toHaveLength(1);
  });

  it("is shown by its words, and not again as two whole clauses", () => {
    const claim = { id: "c", text: "The ferry Solveig carried 212 passengers." };
    const cells = SOURCES.map(({ id, text }, at) => {
      return { source: id, present: 0.98, disputed: at === 0 ? 0.02 : 0.9, passages: [{ start: 0, end: text.indexOf(".") + 1 }] };
    });
    expect(conflicts(model({ value: surely, claim: surely }), [{ ...claim, cells }])).toEqual(["number: 212 | 140"]);
    expect(conflicts(model({ claim: surely }), [{ ...claim, cells }])).toHaveLength(1);
  });

  it("is not what agrees within rounding, however sure a judge is of the claim", () => {
    const claim = { id: "c", text: "The ferry Solveig carried about 140 passengers on Sunday." };
    const cells = SOURCES.map(({ id, text }, at) => {
      return { source: id, present: 0.98, disputed: at === 0 ? 0.02 : 0.9, passages: [{ start: 0, end: text.indexOf(".") + 1 }] };
    });
    expect(conflicts(model({ claim: surely }), [{ ...claim, cells }])).toEqual([]);
  });
});
