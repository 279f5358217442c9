import { describe, expect, it } from "vitest";
import { mapAnchors } from "./anchoring/map-anchors.ts";
import { makeAnchor } from "./anchoring/make-anchor.ts";
import { asWritten, carryTag, countStates, keptLost } from "./carry-tag.ts";
import type { Evidence } from "./tag.ts";

const OLD = [
  "The ferry Aurora struck a sandbank at 06:40 on Tuesday with 214 people aboard, the operator said.",
  "Nobody was hurt in the accident, said Ines Varga, who commands the vessel since spring.",
].join("\n\n");
const BETWEEN = { from: { id: "r1", number: 1 }, to: { number: 2 } };

function passage(words: string): Evidence {
  const start = OLD.indexOf(words);
  return { id: words, role: "supports", ...makeAnchor(OLD, start, start + words.length) };
}

function carry(newText: string, ...words: string[]) {
  const own = words.map(passage);
  const mapped = mapAnchors(OLD, newText, own);
  return carryTag({ stance: "verified" }, own.map((one) => ({ now: one, own: one })), mapped, BETWEEN);
}

describe("a tag carried to a newer revision", () => {
  it("[T6] keeps what was decided where every passage says what it said, be it elsewhere", () => {
    const { evidence, staleReason } = carry(`Corrected on Friday.\n\n${OLD}`, "214 people aboard", "Nobody was hurt");
    expect(staleReason).toBeNull();
    expect(evidence.map(({ state }) => state)).toEqual(["moved", "moved"]);
    expect(carry(`${OLD}\n\nMore to follow.`, "214 people aboard").evidence[0]?.state).toBe("exact");
  });

  it("[T6] is stale where the words of a passage changed, and says how many", () => {
    const { evidence, staleReason } = carry(OLD.replace("214 people", "241 people"), "with 214 people aboard");
    expect(evidence[0]).toMatchObject({ state: "fuzzy", exact: "with 241 people aboard" });
    expect(staleReason).toBe("Revision 2 of the source changed the words of a passage.");
  });

  it("[X4] keeps the words of a passage that is gone, and where it stood", () => {
    const own = passage("Nobody was hurt in the accident");
    const { evidence, staleReason } = carry(OLD.slice(0, OLD.indexOf("\n\n")), "Nobody was hurt in the accident");
    expect(evidence).toEqual([{ ...own, state: "orphaned", stoodIn: "r1" }]);
    expect(staleReason).toBe("Revision 2 of the source no longer has a passage.");
    const [lost] = evidence;
    if (lost === undefined) throw new Error("The passage disappeared");
    const next = { from: { id: "r2", number: 2 }, to: { number: 3 } };
    const again = carryTag({ stance: "verified" }, [{ now: lost, own }], [{ anchor: lost, score: 0, reasons: [] }], next);
    expect(again.evidence[0]?.stoodIn).toBe("r1");
    const found = carryTag({ stance: "verified" }, [{ now: lost, own }], mapAnchors("", OLD, [lost]), next);
    expect(found.evidence).toEqual([own]);
  });

  it("[T6] changed words stay changed words in the revisions after, and are themselves again when they come back", () => {
    const own = passage("with 214 people aboard");
    const changed = { ...own, exact: "with 241 people aboard", state: "fuzzy" as const };
    const mapped = (exact: string) => [{ anchor: { ...changed, exact, state: "exact" as const }, score: 1, reasons: [] }];
    const carried = (exact: string) => carryTag({ stance: "verified" }, [{ now: changed, own }], mapped(exact), BETWEEN);
    expect(carried("with 241 people aboard").evidence[0]?.state).toBe("fuzzy");
    expect(carried("with 214 people aboard").evidence[0]?.state).toBe("exact");
  });

  it("[S3] a missing one is stale whatever changed: nobody has read this revision", () => {
    const { evidence, staleReason } = carryTag({ stance: "missing" }, [], [], BETWEEN);
    expect(evidence).toEqual([]);
    expect(staleReason).toContain("attested that revision 1 is silent");
  });

  it("[S3] [T6] it stands where only the form of the text changed: the same words were read", () => {
    expect(carryTag({ stance: "missing" }, [], [], { ...BETWEEN, sameWholeText: true }).staleReason).toBeNull();
  });

  it("says each of several things once", () => {
    const places = (["fuzzy", "ambiguous", "orphaned", "orphaned"] as const).map((state, index) => {
      const own = { ...passage("214 people aboard"), id: String(index) };
      const exact = state === "fuzzy" ? "other words" : own.exact;
      return { own, now: own, mapped: { anchor: { ...own, exact, state }, score: 0, reasons: [] } };
    });
    const { evidence, staleReason } = carryTag({ stance: "disputed" }, places, places.map(({ mapped }) => mapped), BETWEEN);
    expect(staleReason).toBe(
      "Revision 2 of the source changed the words of a passage, has more than one place for a passage " +
        "and no longer has 2 passages.",
    );
    expect(countStates(evidence)).toEqual({ exact: 0, moved: 0, fuzzy: 1, ambiguous: 1, orphaned: 2 });
  });
});

describe("passages of a carried tag", () => {
  const lost: Evidence = { ...passage("214 people aboard"), state: "orphaned", stoodIn: "r1" };

  it("are its author's own words again when they stand by them; lost ones stay lost", () => {
    const fuzzy = { ...lost, id: "f", state: "fuzzy" as const };
    expect(asWritten([fuzzy, lost]).map(({ state }) => state)).toEqual(["exact", "orphaned"]);
  });

  it("[X4] stay lost when they are sent along as they are, and only then", () => {
    expect(keptLost({ ...lost, role: "qualifies" }, [lost])).toEqual({ ...lost, role: "qualifies" });
    expect(keptLost({ ...lost, start: lost.start + 1 }, [lost])).toBeNull();
    expect(keptLost({ ...lost, state: "exact" }, [lost])).toBeNull();
    expect(keptLost(lost, [{ ...lost, state: "moved" }])).toBeNull();
  });
});
