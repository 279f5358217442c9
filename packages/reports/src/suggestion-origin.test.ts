import { readFileSync } from "node:fs";
import type { SuggestionOrigin } from "@assay/domain";
import Ajv from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { buildSnapshot } from "./snapshot/build-snapshot.ts";
import { exportReport } from "./export-report.ts";
import { ferryInput, ferryView } from "./testing/ferry-case.ts";

const MODEL: SuggestionOrigin = {
  provider: "models.example",
  version: "harbour-7b",
  promptHash: "d".repeat(64),
  key: "c".repeat(64),
  score: 0.75,
  edited: true,
};

function suggested() {
  const view = ferryView();
  const [claim, ...claims] = view.claims;
  if (claim === undefined) throw new Error("the case has no claim");
  const tags = view.tags.map((tag) => (tag.claimId === claim.id ? { ...tag, suggestion: MODEL } : tag));
  return buildSnapshot(ferryInput({ view: { ...view, claims: [{ ...claim, suggestion: MODEL }, ...claims], tags } }));
}

const textOf = (format: "json" | "html" | "md") => new TextDecoder().decode(exportReport(suggested(), format).bytes);

describe("what was made of a suggestion", () => {
  it("says so in the JSON export, in the form that is published", () => {
    const json = JSON.parse(textOf("json")) as ReturnType<typeof suggested>;
    const schema = JSON.parse(readFileSync(new URL("../report.schema.json", import.meta.url), "utf8")) as object;
    const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
    expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
    expect(json.claims[0]?.suggestion).toEqual(MODEL);
    const tags = json.claims[0]?.cells.flatMap(({ tag }) => tag ?? []) ?? [];
    expect(tags.length).toBeGreaterThan(0);
    for (const tag of tags) expect(tag.suggestion).toEqual(MODEL);
    expect(json.claims[1]).not.toHaveProperty("suggestion");
  });

  it.each(["html", "md"] as const)("says so beside who answers for it, as %s", (format) => {
    // Markdown takes the meaning from some marks.
    expect(textOf(format).replaceAll("\\", "")).toContain("from a suggestion of models.example (harbour-7b)");
  });
});
