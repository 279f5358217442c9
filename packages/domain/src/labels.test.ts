import { describe, expect, it } from "vitest";
import { CELL_STATES } from "./cell.ts";
import { STANCES } from "./stance.ts";
import { TAG_STATES } from "./tag.ts";
import { VERDICT_KINDS } from "./verdict.ts";
import { claimLabel, sourceName, stanceWord, stateWord, verdictWord } from "./labels.ts";

describe("labels", () => {
  it("names a source by its publisher, else its title, else its number", () => {
    expect(sourceName({ publisher: " The Courier ", title: "Call", number: 2 })).toBe("The Courier");
    expect(sourceName({ publisher: " ", title: "Call", number: 2 })).toBe("Call");
    expect(sourceName({ publisher: "", title: "", number: 2 })).toBe("Source 2");
  });

  it("has words, and no identifiers, for everything that is shown", () => {
    const words = [
      ...STANCES.map(stanceWord),
      ...TAG_STATES.map(stateWord),
      ...CELL_STATES.map(stateWord),
      ...VERDICT_KINDS.map(verdictWord),
    ];
    for (const word of words) expect(word).toMatch(/^[a-z][a-z -]+$/);
    expect([verdictWord("single_source"), verdictWord("not_enough_evidence"), stateWord("changes_requested")]).toEqual([
      "single-source",
      "not enough evidence",
      "changes requested",
    ]);
    expect(claimLabel({ number: 5 })).toBe("C5");
  });
});
