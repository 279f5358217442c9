import { describe, expect, it } from "vitest";
import { loadVectors } from "../vectors/load-vectors.ts";
import { CaseIndex } from "./case-index.ts";
import { rivalsOf } from "./crowd.ts";

const TEXT = "The ferry carried 212 passengers. The captain slept on the bridge. Bakers in Lund raised the price of bread.";
const CAPTAIN = { id: "captain", text: "The captain slept on the bridge of the ferry." };
const PASSENGERS = { id: "passengers", text: "The ferry carried 212 passengers." };
/** So many that none has to be taken for granted. */
const OTHERS = Array.from({ length: 10 }, (_, at) => ({ id: `k${at}`, text: `Tower ${at + 40} leans to the west.` }));
const indexOf = (claims: { id: string; text: string }[]) => new CaseIndex([{ id: "s", text: TEXT }], loadVectors(), claims);

describe("the claims of a case among each other", () => {
  const index = indexOf([CAPTAIN, PASSENGERS, ...OTHERS]);

  it("leave a passage to the claim that it meets best", () => {
    expect(rivalsOf(index, CAPTAIN).standing(1, 0.9)).toMatchObject({ above: 0, owners: 0, alike: 0 });
    const second = rivalsOf(index, PASSENGERS).standing(1, 0.2);
    expect(second).toMatchObject({ above: 1, owners: 1, alike: 0 });
    expect(second.share).toBeLessThan(rivalsOf(index, CAPTAIN).standing(1, 0.9).share);
  });

  it("do not count the claim itself, under whatever name", () => {
    expect(rivalsOf(index, { id: "again", text: CAPTAIN.text }).standing(1, 0.6)).toMatchObject({ above: 0, alike: 0 });
  });

  it("set one that says much the same apart from the rivals", () => {
    const reworded = { id: "again", text: "The captain slept on the bridge." };
    expect(rivalsOf(index, reworded).standing(1, 0.6)).toMatchObject({ above: 0, alike: 1 });
  });

  it("are not counted against the wording of a source, whose twin may be one of them", () => {
    const worded = { id: "again", text: "The captain slept on the bridge." };
    const rivals = rivalsOf(index, worded);
    expect(rivals.standing(0, 0.1)).toMatchObject({ above: 1, owners: 1 });
    const asPrinted = rivals.standing(0, 0.1, 1);
    expect(asPrinted).toMatchObject({ above: 0, owners: 0, alike: 0 });
    expect(asPrinted.share).toBeLessThan(0);
  });

  it("have a middling one among them while they are few", () => {
    const few = rivalsOf(indexOf([PASSENGERS]), PASSENGERS);
    expect(few.standing(2, 0.1).above).toBe(1);
    expect(few.standing(2, 0.5).above).toBe(0);
  });
});
