import { describe, expect, it } from "vitest";
import { checkSplit } from "./split-rules.ts";

const split = (...texts: string[]) => checkSplit({ text: "The call lasted 50 minutes and ended in a row." }, texts.map((text) => ({ text })));

describe("splitting a claim", () => {
  it("[A2] makes two to six narrower claims", () => {
    expect(split("It lasted 50 minutes.", "It ended in a row.")).toEqual({ ok: true });
    expect(split("It lasted 50 minutes.")).toMatchObject({ ok: false, rule: "A2" });
    expect(split(..."abcdef")).toEqual({ ok: true });
    expect(split(..."abcdefg")).toMatchObject({ ok: false, rule: "A2" });
  });

  it("[A2] makes claims that differ from the whole and from each other", () => {
    expect(split("the call lasted 50 minutes  and ended in a row.", "a")).toMatchObject({ ok: false });
    expect(split("It ended.", " it  ended. ")).toMatchObject({ ok: false });
    expect(split("It ended.", "  ")).toMatchObject({ ok: false });
  });
});
