import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AdjudicationView, TagView } from "./case-view.ts";
import type { TagState } from "./tag.ts";
import { STANCES } from "./stance.ts";
import { TAG_STATES } from "./tag.ts";
import { CELL_STATES, EMPTY_CELL, deriveCell, deriveCells } from "./cell.ts";
import { aCase, aClaim, aSource, aTag, anAdjudication, minute } from "./testing/case-builder.ts";

function cellOf(...states: TagState[]) {
  return deriveCell(states.map((state, index) => aTag({ id: `t${index}`, authorId: `p${index}`, state })));
}

describe("deriveCell", () => {
  it.each([
    ["draft", "in_progress", "author"],
    ["submitted", "awaiting_review", "reviewer"],
    ["changes_requested", "changes_requested", "author"],
    ["challenged", "contested", "adjudicator"],
    ["approved", "settled", null],
    ["overturned", "changes_requested", "author"],
    ["stale", "stale", "author"],
    ["withdrawn", "empty", null],
  ] as const)("one tag in %s makes the cell %s and waits for %s", (tag, state, waitsFor) => {
    expect(cellOf(tag)).toMatchObject({ state, waitsFor });
  });

  it("a cell without tags is empty", () => {
    expect(deriveCell([])).toBe(EMPTY_CELL);
  });

  it("the most urgent state of an unsettled cell leads", () => {
    const urgency: TagState[] = ["draft", "submitted", "changes_requested", "stale"];
    const names = ["in_progress", "awaiting_review", "changes_requested", "stale"];
    urgency.forEach((state, index) => {
      expect(cellOf(...urgency.slice(0, index), state).state).toBe(names[index]);
    });
  });

  it("another person's open tag does not unsettle a settled cell; it is pending", () => {
    for (const open of ["draft", "submitted", "changes_requested", "stale"] as const) {
      const cell = cellOf("approved", open);
      expect(cell).toMatchObject({ state: "settled", stance: "verified", reason: "Approved. 1 other tag is open." });
      expect(cell.pending.map((tag) => tag.id)).toEqual(["t1"]);
    }
    expect(cellOf("approved", "approved")).toMatchObject({ state: "settled", pending: [], reason: "Approved." });
  });

  it("[B4] two submitted or approved tags of different stances contest the cell", () => {
    const pairs = [["submitted", "submitted"], ["approved", "submitted"], ["approved", "approved"]] as const;
    for (const [one, two] of pairs) {
      const tags = [aTag({ state: one }), aTag({ id: "t2", state: two, stance: "disputed" })];
      expect(deriveCell(tags)).toMatchObject({
        state: "contested",
        waitsFor: "adjudicator",
        reason: "Tags differ: verified against disputed. A lead has to adjudicate.",
      });
    }
    const draft = [aTag({ state: "submitted" }), aTag({ id: "t2", state: "draft", stance: "disputed" })];
    expect(deriveCell(draft).state).toBe("awaiting_review");
  });

  it("[B4] a contested cell shows the approved stance, or none", () => {
    const approved = aTag({ state: "approved" });
    const rival = aTag({ id: "t2", state: "submitted", stance: "missing" });
    expect(deriveCell([approved, rival]).stance).toBe("verified");
    expect(deriveCell([{ ...approved, state: "submitted" }, rival]).stance).toBeNull();
  });

  it("[A1] a challenge contests the cell, whatever else is approved, and its reason is shown", () => {
    const tags = [aTag({ state: "approved" }), aTag({ id: "t2", state: "challenged", stateReason: "It says 15" })];
    expect(deriveCell(tags)).toMatchObject({ state: "contested", reason: "Challenged: It says 15." });
  });

  it("[A2] an overturned tag leaves the adjudicated stance standing", () => {
    const tag = aTag({ state: "overturned", stance: "verified", attributed: true });
    expect(deriveCell([tag], [anAdjudication({ stance: "disputed" })])).toMatchObject({
      state: "settled",
      stance: "disputed",
      attributed: false,
      leading: tag,
      pending: [],
      waitsFor: null,
    });
  });

  it("[A2] the latest adjudication of a tag counts", () => {
    const rulings = [
      anAdjudication({ id: "j2", stance: "missing", createdAt: minute(9) }),
      anAdjudication({ id: "j1", stance: "disputed", createdAt: minute(3) }),
    ];
    const overturned = [aTag({ state: "overturned" })];
    expect(deriveCell(overturned, rulings).stance).toBe("missing");
    const upheldLater = anAdjudication({ id: "j3", outcome: "uphold", stance: "verified", createdAt: minute(12) });
    expect(deriveCell(overturned, [...rulings, upheldLater]).stance).toBe("missing");
  });

  it("[A2] [B4] upholding one of two tags that differ settles the cell for as long as that version stands", () => {
    const upheld = aTag({ state: "approved", version: 2, updatedAt: minute(5) });
    const rival = aTag({ id: "t2", state: "submitted", stance: "disputed", updatedAt: minute(4) });
    const ruling = anAdjudication({ outcome: "uphold", stance: null, tagVersion: 2, createdAt: minute(5) });
    const settled = { state: "settled", stance: "verified", leading: upheld, pending: [rival] };
    expect(deriveCell([upheld, rival], [])).toMatchObject({ state: "contested" });
    expect(deriveCell([upheld, rival], [ruling])).toMatchObject(settled);
    expect(deriveCell([{ ...upheld, version: 3 }, rival], [ruling]).state).toBe("contested");
    const approvedLater: TagView = { ...rival, state: "approved", updatedAt: minute(6) };
    expect(deriveCell([upheld, approvedLater], [ruling]).state).toBe("contested");
  });

  it("[A2] overrules the tags that were there, and is contested by one that says otherwise later", () => {
    const ruling = anAdjudication({ stance: "disputed", createdAt: minute(5) });
    const overturned = aTag({ state: "overturned" });
    const rival = aTag({ id: "t2", state: "submitted", stance: "missing", updatedAt: minute(4) });
    const before = deriveCell([overturned, rival], [ruling]);
    expect(before).toMatchObject({ state: "settled", stance: "disputed", pending: [rival] });
    expect(deriveCell([overturned, { ...rival, updatedAt: minute(6) }], [ruling]).state).toBe("contested");
    const agreeing: TagView = { ...rival, stance: "disputed", updatedAt: minute(6) };
    expect(deriveCell([overturned, agreeing], [ruling])).toMatchObject({ state: "settled", stance: "disputed" });
  });

  it("[T6] [T9] a ruling ends when its tag goes stale or gets a new version", () => {
    const ruling = [anAdjudication({})];
    expect(deriveCell([aTag({ state: "stale" })], ruling).state).toBe("stale");
    expect(deriveCell([aTag({ state: "draft" })], ruling).state).toBe("in_progress");
    expect(deriveCell([aTag({ state: "submitted" })], ruling).state).toBe("awaiting_review");
  });

  it("[S4] a settled cell is attributed when every approved tag behind it is", () => {
    const one = aTag({ state: "approved", attributed: true });
    const two = aTag({ id: "t2", state: "approved", attributed: false });
    expect(deriveCell([one]).attributed).toBe(true);
    expect(deriveCell([one, two]).attributed).toBe(false);
    expect(deriveCell([one, { ...two, state: "draft" }]).attributed).toBe(true);
  });

  it("tells the author why a tag came back", () => {
    const reason = (state: TagState) => deriveCell([aTag({ state, stateReason: "Which of the two calls?" })]).reason;
    expect(reason("changes_requested")).toBe("Changes requested: Which of the two calls?");
    expect(reason("stale")).toBe("Stale: Which of the two calls?");
    expect(reason("submitted")).toBe("Submitted, not reviewed yet.");
  });

  it("[V5] derives the same cell from the same tags in any order", () => {
    const tag = fc.record({
      state: fc.constantFrom(...TAG_STATES),
      stance: fc.constantFrom(...STANCES),
      attributed: fc.boolean(),
      createdAt: fc.nat(3).map(minute),
      updatedAt: fc.nat(3).map(minute),
    });
    const ruling = fc.record({
      tag: fc.nat(4),
      stance: fc.constantFrom(...STANCES, null),
      outcome: fc.constantFrom("overturn" as const, "uphold" as const),
      createdAt: fc.nat(3).map(minute),
    });
    const given = fc.tuple(fc.array(tag, { maxLength: 5 }), fc.array(ruling, { maxLength: 4 }));
    const shuffle = fc.infiniteStream(fc.nat(1000));
    fc.assert(
      fc.property(given, shuffle, ([tags, rulings], keys) => {
        const views = tags.map((over, index) => aTag({ id: `t${index}`, ...over }));
        const adjudications = rulings.map(({ tag: of, ...over }, index): AdjudicationView =>
          anAdjudication({ id: `j${index}`, tagId: `t${of}`, ...over }),
        );
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((value): [number, T] => [Number(keys.next().value), value])
            .sort(([a], [b]) => a - b)
            .map(([, value]) => value);
        expect(deriveCell(shuffled(views), shuffled(adjudications))).toEqual(deriveCell(views, adjudications));
      }),
      { numRuns: 500 },
    );
  });

  it("has a state for every mixture of tags", () => {
    const states = fc.array(fc.constantFrom(...TAG_STATES), { maxLength: 4 });
    fc.assert(
      fc.property(states, (mixture) => {
        expect(CELL_STATES).toContain(cellOf(...mixture).state);
      }),
    );
  });
});

describe("deriveCells", () => {
  it("gives every claim a cell for every source, each from its own tags", () => {
    const view = aCase({
      sources: [aSource(1), aSource(2)],
      claims: [aClaim(1), aClaim(2)],
      tags: [
        aTag({ claimId: "c1", sourceId: "s2", state: "overturned" }),
        aTag({ id: "t2", claimId: "c2", sourceId: "s1", state: "submitted" }),
      ],
      adjudications: [anAdjudication({ tagId: "t1", stance: "missing" })],
    });
    const cells = deriveCells(view);
    expect([...cells].map(([claim, row]) => [claim, ...[...row.values()].map(({ state }) => state)])).toEqual([
      ["c1", "empty", "settled"],
      ["c2", "awaiting_review", "empty"],
    ]);
    expect(cells.get("c1")?.get("s2")?.stance).toBe("missing");
  });
});
