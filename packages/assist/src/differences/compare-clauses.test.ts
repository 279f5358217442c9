import { describe, expect, it } from "vitest";
import type { ClauseInput } from "./clause.ts";
import { compareClauses } from "./compare-clauses.ts";

const clause = (text: string, source: string, start = 0): ClauseInput => ({
  text,
  start,
  source,
  published: "2026-05-06",
});
const compare = (a: string, b: string): string[] =>
  compareClauses(clause(a, "a"), clause(b, "b")).map(
    ({ type, compatible, a: x, b: y }) => `${compatible ? "~" : "≠"} ${type}: ${x.exact} | ${y.exact}`,
  );

describe("values are paired by what they count", () => {
  it("sets the same count against another figure, not the nearest in order", () => {
    expect(compare("Four goats and nine sheep escaped", "Nine sheep and six goats escaped")).toEqual([
      "≠ number: Four | six",
    ]);
  });

  it("knows who does a thing by the verb for it", () => {
    expect(compare("The petition has 900 signatures", "The petition was signed by 700 people")).toEqual([
      "≠ number: 900 | 700",
    ]);
  });

  it("settles what can be worked out", () => {
    expect(compare("There were 44 people on the ferry", "The ferry carried 40 passengers and four crew")).toEqual([]);
  });

  it("never sets the killed against the wounded", () => {
    expect(compare("The fire on the pier killed 12 people", "At least 30 people were wounded in the fire on the pier")).toEqual([]);
    expect(compare("The fire killed 12 people and wounded 34", "In the fire 15 people died and 34 were injured")).toEqual([
      "≠ number: 12 | 15",
    ]);
  });

  it("takes the part of a whole for the count, and crew for no cars", () => {
    const told = "The tram carried two crew when three of its five cars left the rails";
    expect(compare("Two cars of the tram left the rails", told)).toEqual(["≠ number: Two | three of its five"]);
    expect(compare("Five of the seven judges ruled for the port", "The seven-judge court split 4-3")).toEqual(["≠ number: Five of the seven | 4-3"]);
    expect(compare("Five of the seven judges ruled for the port", "The seven-judge court split 5-2")).not.toContainEqual(expect.stringContaining("≠"));
  });

  it("never sets a few in one place against many in another", () => {
    expect(compare("At least 75 people were killed in Dolmar", "Karvenian rescuers counted three killed")).toEqual([]);
    expect(compare("At least 75 people were killed in Dolmar", "Three people were killed in Dolmar")).toEqual(["≠ number: At least 75 | Three"]);
    expect(compare("The quake killed 75 people in Dolmar", "The quake killed 71 people in Karvenia")).toEqual(["≠ number: 75 | 71"]);
  });

  it("never sets how long something took against how long after something it was", () => {
    expect(compare("The meeting lasted two hours", "The meeting began 36 hours after the storm")).toEqual([]);
    expect(compare("The council met two days after the storm", "The council met five days after the storm")).toEqual([
      "≠ duration: two days | five days",
    ]);
  });

  it("shows rounding as compatible, with the words that were printed", () => {
    expect(compare("The delay lasted 50 minutes", "It was a nearly hour-long delay")).toEqual([
      "~ duration: 50 minutes | nearly hour-long",
    ]);
  });

  it("gives spans of the source, not of the clause", () => {
    const [found] = compareClauses(clause("Four goats escaped", "a", 100), clause("Six goats escaped", "b", 40));
    expect([found?.a.start, found?.a.end, found?.b.start, found?.b.end]).toEqual([100, 104, 40, 43]);
    expect(found?.why).toBe("“Four” and “Six” are different figures.");
  });
});

describe("denials and opposites", () => {
  it("sees that one denies what the other says", () => {
    expect(compare("The siren sounded at the harbour", "The siren at the harbour never sounded")).toContain(
      "≠ negation: sounded | never sounded",
    );
  });

  it("does not take two denials for one", () => {
    expect(compare("No link to the well was found", "A link to the well has not been found")).toEqual([]);
  });

  it("tells postponed from cancelled", () => {
    expect(compare("The regatta was postponed", "The regatta was cancelled")).toEqual([
      "≠ outcome: postponed | cancelled",
    ]);
  });

  it("leaves open what a source could not confirm", () => {
    expect(
      compare("The bridge is safe", "Engineers could not confirm the bridge is safe").filter((one) =>
        one.startsWith("≠"),
      ),
    ).toEqual([]);
  });
});

describe("how far events lie apart", () => {
  it("is told without a measure that neither gives", () => {
    const [found] = compareClauses(
      { text: "They met a day after the vote.", start: 0, source: "a" },
      { text: "They met just days after the vote.", start: 0, source: "b" },
    );
    expect(found).toMatchObject({ type: "duration", compatible: true, why: "“a day” and “days” can be the same stretch of time." });
  });
});

describe("offices and names", () => {
  it("[rule 9] another office for one person is a conflict", () => {
    expect(compare("Transport Minister Olga Brenn resigned", "Olga Brenn, the interior minister, resigned")).toEqual([
      "≠ role: Transport Minister | interior minister",
    ]);
  });

  it("[rule 9] another spelling is none", () => {
    const found = compare("Harbour master Jörg Ødman spoke", "Harbour master Jorg Odman spoke");
    expect(found).toEqual(["~ name: Jörg Ødman | Jorg Odman"]);
  });

  it("[rule 9] the letters of an abbreviation are no name", () => {
    expect(compare("the U.S. envoy Ada Quill spoke", "Ada Quill, the U.N. envoy, spoke").filter((one) => one.includes("name"))).toEqual([]);
  });
});

describe("quotations", () => {
  it("[rule 10] words that change what is said conflict", () => {
    expect(
      compare("Brenn said: “We will sell every boat we own.”", "“We will sell no boat we own,” Brenn said")[0],
    ).toMatch(/^≠ quote/);
  });

  it("[rule 10] cut short is no difference", () => {
    expect(compare("Brenn said: “We will sell every boat we own.”", "“We will sell every boat,” Brenn said")).toEqual(
      [],
    );
  });

  it("[rule 10] the same words from somebody else conflict", () => {
    expect(
      compare(
        "“The tide keeps its own books” was said by Olga Brenn.",
        "“The tide keeps its own books,” said Piet Maar",
      )[0],
    ).toMatch(/^≠ quote/);
  });
});

describe("what is no opposite", () => {
  it.each([
    ["The crew left the harbour last Friday", "The crew reached the harbour first"],
    ["The ferry makes the crossing every day", "The ferry made the crossing at night"],
    ["Workers took down the last stands by the pier", "It was the first storm to reach the pier"],
    ["The council sent the plan back to the harbour office", "The council rejected the plan of the harbour office"],
    ["No new date is set for the ferry race", "The ferry race set for Sunday"],
    ["Is the harbour master a candidate?", "The harbour master will not be a candidate"],
  ])("%s / %s", (a, b) => {
    expect(compare(a, b).filter((found) => found.includes("negation"))).toEqual([]);
  });

  it("is still told of one thing", () => {
    expect(compare("It was the first ferry of the year", "It was the last ferry of the year")).toEqual(["≠ negation: first | last"]);
    expect(compare("No date is set for the ferry race", "A date is set for the ferry race")).toHaveLength(1);
  });
});

describe("a denial", () => {
  const strength = (a: string, b: string): number => compareClauses(clause(a, "a"), clause(b, "b"))[0]?.strength ?? 0;

  it("is of what it denies first, and hardly of what else stands in its reach", () => {
    expect(strength("The boat did not pass the harbour wall", "The boat passed the harbour wall")).toBeGreaterThan(0.5);
    expect(strength("The envoy did not pass over the harbour", "The envoy spoke of the harbour")).toBeLessThan(0.3);
  });
});

describe("what is said twice", () => {
  it("is set against another amount once, by its first wording", () => {
    const found = compare("The pier gets a fund of 400 million florins ($58 million)", "The pier gets a fund of 40 million florins");
    expect(found).toEqual(["≠ number: 400 million florins | 40 million florins"]);
  });
});

describe("[rule 9] another office for one person", () => {
  it("knows a former one by the word, points and capitals or not", () => {
    expect(compare("Former U.S. President Ada Brun said so", "US President Ada Brun said so")).toEqual([
      "≠ role: Former U.S. President | US President",
    ]);
  });

  it("is that of the adviser, not of whom they advise", () => {
    expect(compare("Olga Brenn, the Karvenian president’s foreign policy adviser, spoke", "Deputy Foreign Minister Olga Brenn spoke")).toEqual([
      "≠ role: foreign policy adviser | Deputy Foreign Minister",
    ]);
    expect(compare("The storm hit Karvenia, said its UN ambassador", "In Karvenia, Lasgrad's envoy said, the storm hit")).toEqual([]);
    expect(compare("Karvenia's president, Olga Brenn, and Dolmar's premier, Ada Quist, met", "President Olga Brenn met Ada Quist")).toEqual([]);
  });
});
