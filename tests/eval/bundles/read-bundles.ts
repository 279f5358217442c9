import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { AssistClaim, AssistSource } from "@assay/assist";

export interface GoldSpan {
  source: string;
  start: number;
  end: number;
  text: string;
}

export interface GoldCell {
  source: string;
  status: "verified" | "disputed" | "missing";
  attributed: boolean;
  quote: string | null;
  start: number | null;
  end: number | null;
  note: string;
}

export interface GoldClaim {
  id: string;
  claim: string;
  type: string;
  sources: GoldCell[];
}

interface Gold {
  bundle: string;
  published: Record<string, string>;
  independence: string[][];
  claims: GoldClaim[];
  quotes: { a: GoldSpan; b: GoldSpan; relation: "identical" | "truncated" | "altered" }[];
  differences: { type: string; a: GoldSpan; b: GoldSpan; compatible: boolean; note?: string }[];
}

/** One event in three or four sources, judged by hand. */
export interface Bundle {
  name: string;
  sources: AssistSource[];
  claims: AssistClaim[];
  gold: Gold;
}

export function readBundles(folder: string): Bundle[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "gold.json")));
  if (names.length === 0) throw new Error(`No bundle (a folder with gold.json) in ${folder}`);
  return names.toSorted().map((name) => {
    const gold = JSON.parse(readFileSync(join(folder, name, "gold.json"), "utf8")) as Gold;
    return {
      name,
      gold,
      sources: Object.entries(gold.published).map(([id, published]) => ({
        id,
        published,
        text: readFileSync(join(folder, name, `${id}.txt`), "utf8"),
      })),
      claims: gold.claims.map(({ id, claim }) => ({ id, text: claim })),
    };
  });
}
