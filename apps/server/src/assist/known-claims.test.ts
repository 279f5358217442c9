import { builtInProvider } from "@assay/assist";
import { expect, it } from "vitest";
import { knownClaimFinder } from "./known-claims.ts";

const HERALD = "Four barges were trapped in the basin for nine hours. Hedda Moll closed the sluices by hand.";
const RADIO = "Six barges were trapped in the basin on Monday. By hand the sluices were closed by Hedda Moll. Repairs will cost £240,000.";

async function finder(claims: readonly string[]) {
  const { report, sources } = await builtInProvider.read({
    sources: [{ id: "herald", text: HERALD }, { id: "radio", text: RADIO }],
    claims: claims.map((text, index) => ({ id: `c${index + 1}`, text })),
  });
  const known = knownClaimFinder(report.claims);
  const radio = sources.find(({ source }) => source === "radio")?.claims ?? [];
  return (words: string) => {
    const suggestion = radio.find(({ text }) => text.includes(words));
    if (suggestion === undefined) throw new Error(`Nothing is suggested with “${words}”`);
    return known(suggestion);
  };
}

it("a claim of the case that says the same is found, one that nobody has made is not", async () => {
  const same = await finder(["The sluices were closed by hand by Hedda Moll."]);
  expect(same("sluices")).toEqual({ same: "c1", alike: "c1" });
  expect(same("£240,000")).toEqual({ same: null, alike: null });
});

it("a claim that the source denies is not the one it makes", async () => {
  const same = await finder(["Four barges were trapped in the basin for nine hours.", "Six barges were trapped in the basin."]);
  expect(same("Six barges").same).toBe("c2");
});

it("a claim that names somebody more is alike, and no other may stand for it", async () => {
  const same = await finder(["By hand the sluices were closed by Hedda Moll for Lowmouth."]);
  expect(same("sluices")).toEqual({ same: null, alike: "c1" });
});
