import { describe, expect, it } from "vitest";
import { newSplit, readSplit } from "./split-draft.ts";

describe("a split that is being written", () => {
  const ids = ["a", "b"];
  const split = newSplit({ text: "It burst at dawn and flooded 31 stalls.", type: "event" }, () => ids.shift() ?? "");

  it("[A2] starts as two claims with the words of the whole one", () => {
    expect(split.children.map(({ id, text }) => [id, text])).toEqual([
      ["a", "It burst at dawn and flooded 31 stalls."],
      ["b", "It burst at dawn and flooded 31 stalls."],
    ]);
    expect(split.carry).toBe(true);
  });

  it("is read as it was kept, and a damaged one counts as none", () => {
    expect(readSplit(JSON.stringify(split))).toEqual(split);
    for (const damaged of [null, "", "{", "7", '{"children":[{"id":1}]}', '{"children":{}}']) {
      expect(readSplit(damaged)).toBeNull();
    }
  });
});
