import { describe, expect, it } from "vitest";
import { readValues } from "../values/read-values.ts";
import type { Value } from "../values/value.ts";
import { loadVectors } from "../vectors/load-vectors.ts";
import { CaseIndex } from "./case-index.ts";
import { givesValue, valueRarity } from "./value-rarity.ts";

const valueOf = (text: string): Value => readValues(text)[0] as Value;

describe("how far a value tells a claim apart", () => {
  const claims = ["The pier cost 40,000 crowns.", "Repairs are put at 40,000 crowns.", "Two divers were hurt.", "The pier is 300 metres long."];
  const index = new CaseIndex([{ id: "s", text: "Nothing." }], loadVectors(), claims.map((text, at) => ({ id: `c${at}`, text })));

  it("is less where another claim of the case gives the same", () => {
    expect(valueRarity(index, valueOf("300 metres"))).toBeGreaterThan(valueRarity(index, valueOf("40,000 crowns")));
    expect(valueRarity(index, valueOf("300 metres"))).toBe(valueRarity(index, valueOf("12 tonnes")));
  });

  it("takes small numbers for one value only where they count one thing", () => {
    expect(givesValue(index, readValues("two doctors"), valueOf("two divers"))).toBe(false);
    expect(givesValue(index, readValues("two divers"), valueOf("two divers"))).toBe(true);
    expect(givesValue(index, readValues("212 doctors"), valueOf("212 divers"))).toBe(true);
  });
});
