import type { CellView, ClaimView, VerdictView } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { ledgerRows, matchesText } from "./ledger-filter.ts";
import type { LedgerInput } from "./ledger-filter.ts";

function claim(number: number, text: string, more: Partial<ClaimView> = {}): ClaimView {
  return {
    id: `c${number}`,
    number,
    version: 1,
    text,
    type: "event",
    claimant: "",
    parentId: null,
    withdrawn: false,
    createdBy: "teo",
    createdAt: "",
    updatedAt: "",
    ...more,
  };
}

function cell(state: CellView["state"]): CellView {
  return { state, stance: null, attributed: false, tags: [], leading: null, pending: [], waitsFor: null, reason: "" };
}

const verdict = (kind: VerdictView["kind"]) => ({ kind }) as VerdictView;

const input: LedgerInput = {
  claims: [
    claim(1, "The call lasted fifty minutes."),
    claim(2, "The visit was cancelled.", { createdBy: "ana" }),
    claim(12, "Zoë Ärmel spoke first."),
    claim(13, "A withdrawn one.", { withdrawn: true, createdBy: "ana" }),
  ],
  cells: new Map([
    ["c1", new Map([["s1", cell("settled")], ["s2", cell("settled")]])],
    ["c2", new Map([["s1", cell("settled")]])],
    ["c12", new Map([["s1", cell("settled")], ["s2", cell("contested")]])],
  ]),
  verdicts: new Map([
    ["c1", verdict("conflicting")],
    ["c2", verdict("corroborated")],
  ]),
  sourceCount: 2,
  userId: "ana",
};

describe("ledger filters", () => {
  it("counts what each filter shows", () => {
    const { counts } = ledgerRows(input, "all", "");
    expect(counts).toEqual({ all: 3, open: 2, mine: 1, conflicting: 1 });
    for (const filter of ["all", "open", "mine", "conflicting"] as const) {
      expect(ledgerRows(input, filter, "").rows).toHaveLength(counts[filter]);
    }
  });

  it("an untagged cell keeps its claim open", () => {
    expect(ledgerRows(input, "open", "").rows.map((row) => row.number)).toEqual([2, 12]);
  });

  it("counts within the text filter", () => {
    expect(ledgerRows(input, "all", "the").counts).toEqual({ all: 2, open: 1, mine: 1, conflicting: 1 });
  });

  it("finds words in any order, whatever the accents, and a claim by its number", () => {
    const [one, , twelve] = input.claims;
    expect(matchesText(twelve as ClaimView, "armel zoe")).toBe(true);
    expect(matchesText(one as ClaimView, "c1")).toBe(true);
    expect(matchesText(twelve as ClaimView, "c1")).toBe(false);
    expect(matchesText(one as ClaimView, "fifty hours")).toBe(false);
  });
});
