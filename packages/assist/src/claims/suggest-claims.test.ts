import { describe, expect, it } from "vitest";
import { hearText } from "../attribution/is-attributed.ts";
import { readText } from "../segment/read-text.ts";
import { checkWorthiness } from "./check-worthiness.ts";
import { claimTypeOf } from "./claim-type.ts";
import { suggestClaims } from "./suggest-claims.ts";

const TEXT =
  "LOWMOUTH, May 4 (Wire) - The council raised the toll to 4 crowns and closed the bridge on Tuesday. " +
  "Ben Orr, who runs the ferry, said that 300 people had to wait. He was not told.\n\n" +
  "“Nobody asked the people who cross every day,” said Mara Lind, a nurse. Was it a mistake? Thank you.";

const claims = (text = TEXT) => suggestClaims("s1", hearText(readText(text)));

describe("suggestClaims", () => {
  it("words each clause so that it stands alone, and marks the words it was taken from", () => {
    const found = claims();
    for (const { start, end, exact } of found) expect(TEXT.slice(start, end)).toBe(exact);
    expect(found.map((claim) => claim.text)).toEqual(
      expect.arrayContaining([
        "The council raised the toll to 4 crowns.",
        "The council closed the bridge on Tuesday.",
        "300 people had to wait.",
        "Mara Lind said: “Nobody asked the people who cross every day”",
      ]),
    );
  });

  it("takes the comma out with what it set off", () => {
    const texts = claims("Ben Orr, who turned 60 that day, ran 4 ferries on Tuesday.").map(({ text }) => text);
    expect(texts).toContain("Ben Orr ran 4 ferries on Tuesday.");
  });

  it("names what “he” and “it” stand for, and suggests nothing where the text leaves that open", () => {
    const texts = (text: string) => claims(text).map((claim) => claim.text);
    expect(texts("Ben Orr sold the ferry in May. On Friday he bought 2 boats.")).toContain("On Friday Ben Orr bought 2 boats.");
    expect(texts("The harbour board met on Monday. It raised the toll to 4 crowns.")).toContain("The harbour board raised the toll to 4 crowns.");
    expect(texts("The keeper was fined on Monday. It was towed to Lowmouth on Friday. They paid 400 crowns in May.")).toEqual(["The keeper was fined on Monday."]);
    expect(texts("Officials closed the pier in May. He had run it for 10 years.").join(" ")).not.toMatch(/had run/);
    expect(texts("It was unclear whether the toll of 4 crowns would stay.")).toHaveLength(1);
  });

  it("never names the wrong person: nobody, where a place, a body or a second person could be meant", () => {
    const texts = (text: string) => claims(text).map((claim) => claim.text).join(" ");
    expect(texts("Norvala is ready to talk, Mr Orr repeated. He sold 3 ferries in May.")).toContain("Mr Orr sold 3 ferries in May.");
    expect(texts("Norvala is ready to talk. He sold 3 ferries in May.")).not.toMatch(/sold/);
    expect(texts("Ben Orr told Karl Quill that Norvala would not pay 400 crowns. He accused the town of theft in May.")).not.toMatch(/accused/);
    expect(texts("Ben Orr sold the ferry in May. Ms Lind's term ends in 2027. She will not seek a second term of 4 years.")).not.toMatch(/Orr will/);
    expect(texts("Ms Ada Lind left in May. He bought 2 boats on Friday.")).not.toMatch(/bought/);
    expect(texts("Ben Orr sold the ferry in May. The keeper, asked about 2 boats, said that he had seen nothing since Friday.")).not.toMatch(/Orr had seen/);
  });

  it("takes who is named in the same sentence, with all of the name, before anybody named earlier", () => {
    const texts = (text: string) => claims(text).map((claim) => claim.text).join(" ");
    const said = "Karl Quill ran for office in May. Transport Minister Liv Odegaard-Rask said after a visit on Monday that she would close 4 lines.";
    expect(texts(said)).toContain("Transport Minister Liv Odegaard-Rask would close 4 lines.");
    expect(texts("Karl Quill of the harbour union told 40 members that the pay was poor. But he ruled out a strike in May.")).toContain("Karl Quill ruled out a strike in May");
    expect(texts("The harbour board met on Monday. It was the third meeting of 2026.")).not.toMatch(/board was the third/);
  });

  it("says who is quoted by name, and leaves out half quotations and what only leads to one", () => {
    const found = (text: string) => claims(text).map(({ text: words, claimant }) => `${claimant}: ${words}`).join(" ");
    expect(found("Ben Orr sold the ferry in May. “Nobody asked me for 2 years,” he said.")).toContain("Ben Orr: Ben Orr said: “Nobody asked me for 2 years”");
    expect(found("The keeper sold the ferry in May. “Nobody asked me for 2 years,” he said.")).not.toMatch(/[Hh]e said|he:/);
    expect(found("“The council called this morning to wish me a happy 60 years,” Mr Orr wrote on Friday.")).not.toMatch(/[^“”]*” Mr Orr wrote/);
    expect(found("In Lowmouth an official would say only: “We keep to the plan of May.”")).not.toMatch(/say only\./);
  });

  it("leaves out a clause whose subject was not found: an alternative, an age, the last noun of several", () => {
    const texts = (text: string) => claims(text).map((claim) => claim.text).join(" ");
    expect(texts("The mayor has 15 days to sign the bill or send it back to the council.")).not.toMatch(/mayor send/);
    expect(texts("Norvala has neither taken up the offer of 4 May nor turned it down.")).not.toMatch(/neither taken[^.]*\d\.|Norvala nor/);
    expect(texts("The farmers of Lowmouth, who lost 300 sheep in May, were not invited.")).not.toMatch(/Lowmouth lost/);
    expect(texts("The guard, 58, who needed 4 stitches in his head, went home on Friday.")).not.toMatch(/58 needed/);
    expect(texts("The board plans a vote of no confidence, which he hopes to hold by 4 May.")).not.toMatch(/confidence he hopes/);
    expect(texts("Repairs were made by Brandt & Voll, which maintains 40 signals.")).not.toMatch(/(?:^|\. )Voll maintains/);
  });

  it("suggests whole thoughts: both of what stands between two, nothing left over, no time without its event", () => {
    const texts = (text: string) => claims(text).map((claim) => claim.text);
    expect(texts("The mayor left on Monday, warning that the strife between Norvala and Ostrava might spread.").join(" ")).toContain("between Norvala and Ostrava");
    expect(texts("The talks took place days after the ferry Gannet sank, a move that worried its owners.").join(" ")).not.toMatch(/a move\./);
    expect(texts("The council met in May. It was two days after the ferry sank that the pier closed.").join(" ")).not.toMatch(/(?:It|council) was two days/);
    expect(texts("Despite earlier calling the plan of the board “sound,” Ada Quill left the board in May.").join(" ")).not.toMatch(/^Despite[^,]*,?”?\.?$/);
  });

  it("says who claims it, and nobody where the outlet does", () => {
    const claimant = (words: string) => claims().find((claim) => claim.text.includes(words))?.claimant;
    expect(claimant("300 people")).toBe("Ben Orr");
    expect(claimant("raised the toll")).toBe("");
    expect(claimant("Nobody asked")).toBe("Mara Lind");
  });

  it("leaves out questions, courtesies and clauses that only say who speaks", () => {
    for (const { text } of claims()) expect(text).not.toMatch(/mistake|Thank|^Ben Orr.*said\.?$/);
  });

  it("puts what can be looked up before what cannot", () => {
    const found = claims();
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
    const score = (text: string) => checkWorthiness(text, readText(text).sentences.flatMap(({ words }) => words));
    expect(score("The town paid 3.2 million crowns for the wall in 2019.")).toBeGreaterThan(score("I think that this is a wonderful town."));
    expect(score("The county cut 400 jobs last year.")).toBeGreaterThan(score("Would you like to answer that question?"));
  });

  it("has nothing to suggest in an empty text, a table or a list of headings", () => {
    for (const text of ["", " \n\n", "12 34 56\n78 90 12\n", "North\n\nSouth\n\nEast"]) expect(claims(text)).toEqual([]);
  });
});

describe("claimTypeOf", () => {
  it.each([
    ["The wall cost 3.2 million crowns.", "number"],
    ["The two mayors met the three owners.", "event"],
    ["Two mayors met the owners.", "number"],
    ["The board held a meeting on Friday.", "event"],
    ["The bridge closes on 4 May 2026.", "date"],
    ["The flood was caused by a broken gate.", "cause"],
    ["Ada Quill is the mayor of Lowmouth.", "role"],
    ["The talks were held in Kingsferry.", "place"],
    ["The bridge was closed.", "event"],
  ])("%s: %s", (text, type) => {
    expect(claimTypeOf(text)).toBe(type);
  });
});
