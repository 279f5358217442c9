import { expect, it } from "vitest";
import { readText } from "../segment/read-text.ts";
import type { QuotePair } from "../suggestion.ts";
import { pairQuotes } from "./pair-quotes.ts";

const pairs = (...texts: string[]): QuotePair[] =>
  pairQuotes(texts.map((text, at) => ({ id: `s${at}`, read: readText(text) })));
const shown = (found: QuotePair[]): string[] =>
  found.map(({ relation, a, b }) => `${relation}: ${a.exact} | ${b.exact}`);

it("compares the words as printed, whatever the marks, the case and the commas", () => {
  const found = pairs(
    "“The river, like us, keeps late hours,” said Olga Brenn.",
    'Olga Brenn told the club: "The river like us keeps late hours."',
  );
  expect(shown(found)).toEqual([
    "identical: The river, like us, keeps late hours | The river like us keeps late hours",
  ]);
  expect(found[0]?.reattributed).toBe(false);
});

it("gives a pair for each part of an utterance that was split", () => {
  const found = pairs(
    "“We rowed until the lamps went out,” Brenn said, “and then we sang to keep the boats together.”",
    "“We rowed until the lamps went out, and then we sang to keep the boats together,” Brenn said.",
  );
  expect(shown(found)).toEqual([
    "truncated: We rowed until the lamps went out | We rowed until the lamps went out, and then we sang to keep the boats together",
    "truncated: and then we sang to keep the boats together | We rowed until the lamps went out, and then we sang to keep the boats together",
  ]);
});

it("calls reworded words altered, and unrelated ones nothing", () => {
  expect(
    shown(pairs("“Nobody sails home in such a fog,” she said.", "“Nobody rows home in such a thick fog,” she said.")),
  ).toEqual(["altered: Nobody sails home in such a fog | Nobody rows home in such a thick fog"]);
  expect(pairs("“Nobody sails home in such a fog,” she said.", "“The council will meet on Monday,” he said.")).toEqual(
    [],
  );
});

it("sees the same words with another speaker", () => {
  const [found] = pairs(
    "“The tide keeps its own books,” said Olga Brenn.",
    "“The tide keeps its own books,” said Piet Maar.",
  );
  expect(found?.reattributed).toBe(true);
  expect([found?.speakers?.a.exact, found?.speakers?.b.exact]).toEqual(["Olga Brenn", "Piet Maar"]);
});

it("finds words in a turn of a transcript, where there are no marks", () => {
  const found = pairs(
    "“It was a long night and a cold one,” said Piet Maar.",
    "ANNA HOLM (PRESENTER): Good evening.\n\nPIET MAAR: It was a long night and a cold one. We are glad of the soup.\n\nANNA HOLM: Thank you.",
  );
  expect(shown(found)).toEqual(["identical: It was a long night and a cold one | It was a long night and a cold one"]);
});

it("takes two who are not named for nobody in particular, not for two speakers", () => {
  const found = pairs(
    "In Lasgrad a Karvenian official said: “We remain committed to talks and hope that they come to the table.”",
    "“We remain committed to talks and hope that they come to the table,” a K.R. official said.",
  );
  expect(found.map(({ reattributed }) => reattributed)).toEqual([false]);
});
