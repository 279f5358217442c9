import { expect, it } from "vitest";
import { checkableWords, matchWords, silenceWords, sureWords } from "./score-words.ts";

it("a score is said in words, and a better one never in weaker ones", () => {
  expect([0, 0.3, 0.5, 0.9].map(checkableWords)).toEqual(["hardly checkable", "partly checkable", "checkable", "clearly checkable"]);
  expect([0, 0.3, 0.6, 1].map(matchWords)).toEqual(["weak match", "loose match", "likely match", "close match"]);
  expect([0.4, 0.6, 0.8, 0.95].map(sureWords)).toEqual(["a guess", "more likely than not", "fairly sure", "almost sure"]);
  expect((["likely", "unsure", "no"] as const).map(silenceWords)).toEqual(["Probably silent", "Perhaps silent", "Not silent"]);
});
