import { describe, expect, it } from "vitest";
import { readClause } from "./clause.ts";
import { compareStances } from "./stances.ts";

const clause = (text: string, source: string) => readClause({ text, start: 0, source });
const stand = (a: string, b: string): string => {
  const [x, y] = [clause(a, "a"), clause(b, "b")];
  const { agree, apart } = compareStances(x, y);
  const words = ({ at, end }: { at: number; end: number }, { tokens }: typeof x): string =>
    tokens.slice(at, end).map(({ lower }) => lower).join(" ");
  if (apart) return `${words(apart.a, x)} ≠ ${words(apart.b, y)}`;
  return agree ? "agree" : "nothing";
};

describe("sides that are taken in other words", () => {
  it.each([
    ["The skipper was acquitted", "A jury found the skipper guilty", "acquitted ≠ guilty"],
    ["Two divers were injured", "Both divers came up unharmed", "injured ≠ unharmed"],
    ["The pilot was detained", "The pilot remained at liberty", "detained ≠ liberty"],
    ["The regatta goes ahead", "The regatta has been called off", "goes ahead ≠ called off"],
  ])("%s / %s", (a, b, expected) => {
    expect(stand(a, b)).toBe(expected);
    expect(stand(b, a)).toBe(expected.split(" ≠ ").toReversed().join(" ≠ "));
  });

  it("takes no fall for what falls to somebody", () => {
    expect(stand("The rate will grow", "It fell to Ms Aro to set the rate")).toBe("nothing");
    expect(stand("The rate will grow", "It fell to 4 per cent")).toBe("grow ≠ fell");
  });

  it("turns a denied side round", () => {
    expect(stand("The divers were unharmed", "No diver was injured")).toBe("agree");
    expect(stand("The pilot was arrested", "The pilot was not arrested")).toBe("arrested ≠ arrested");
  });

  it("leaves room between three ways out: what was not cancelled may have been put off", () => {
    expect(stand("The regatta was not cancelled", "The regatta was postponed")).toBe("nothing");
  });

  it("sets nothing against a sentence that speaks of both sides", () => {
    expect(stand("Nine were injured", "Nine were injured, three escaped unhurt")).toBe("agree");
  });

  it("takes a phrase for what it says, not for a word in it", () => {
    expect(stand("The minister stepped down", "The minister resigned")).toBe("agree");
    expect(stand("The mayor spoke to the Gazette", "The mayor refused to speak")).toBe("spoke ≠ refused to speak");
  });

  it("reads no side into a name", () => {
    expect(stand("The harbour is open", "Mr Close runs the harbour")).toBe("nothing");
  });
});
