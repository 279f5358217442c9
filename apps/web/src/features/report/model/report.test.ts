import { deriveCells, verdictsOf } from "@assay/domain";
import { buildCaseView } from "@assay/seeds";
import { describe, expect, it } from "vitest";
import { byteLength, fileLength, hashGroups, sizeWords } from "./byte-size.ts";
import { claimsInScope, scopeOf, sourcesInScope, toggled, unratedWords, warningsOf } from "./report-scope.ts";
import { readOptions, reportSearch, writeOptions } from "./report-search.ts";

const view = buildCaseView({
  claims: [{}, {}, {}, { withdrawn: true }],
  tags: [
    { claim: 1, source: 1 },
    { claim: 1, source: 2, stance: "disputed" },
    { claim: 2, source: 1, state: "submitted" },
    { claim: 2, source: 2, state: "stale" },
    { claim: 3, source: 1, state: "challenged" },
    { claim: 4, source: 1, state: "submitted" },
  ],
});
const cells = deriveCells(view);
const verdicts = verdictsOf(view, cells);
const options = readOptions({}, "The late sailing");

describe("the report's address", () => {
  it("keeps every option, and nothing that is as it would be anyway", () => {
    const chosen = readOptions(
      { title: "Late", claims: "3,1", sources: 2, settled: true, built: "internal", format: "csv", width: "phone" },
      "The late sailing",
    );
    expect(chosen).toMatchObject({ claims: [1, 3], sources: [2], settledOnly: true, verdicts: null });
    const written = writeOptions(chosen, "The late sailing");
    const kept = { title: "Late", claims: "1,3", sources: 2, settled: true, built: "internal" };
    expect(written).toEqual({ ...kept, format: "csv", width: "phone" });
    expect(readOptions({ ...written }, "The late sailing")).toEqual(chosen);
    expect(writeOptions(options, "The late sailing")).toEqual({});
    expect(writeOptions({ ...options, title: "" }, "The late sailing")).toEqual({});
  });

  it("opens on a mistyped link with what it understands", () => {
    expect(reportSearch({ claims: "x,2,-1", verdicts: "conflicting,wrong", format: "gif", settled: "yes" })).toEqual({
      claims: 2,
      verdicts: "conflicting",
    });
  });

  it("tells nothing chosen from everything", () => {
    expect(readOptions({ claims: "" }, "").claims).toEqual([]);
    expect(readOptions({}, "").claims).toBeNull();
    expect(reportSearch({ claims: "" })).toEqual({ claims: "" });
  });
});

describe("the report's scope", () => {
  it("is everything unless something is chosen, withdrawn claims apart", () => {
    expect(scopeOf(view, verdicts, options)).toEqual({ claimIds: "all", sourceIds: "all", settledOnly: false });
    expect(claimsInScope(view, verdicts, options).map((claim) => claim.number)).toEqual([1, 2, 3]);
  });

  it("tells before the file is made which claims a ClaimReview leaves out", () => {
    const claims = claimsInScope(view, verdicts, options);
    const rating = { entryId: "true", label: "True", colour: "#000000", justification: "", version: 1, authorId: "ana" };
    const at = { createdAt: "2026-10-10T00:00:00.000Z", updatedAt: "2026-10-10T00:00:00.000Z" };
    const rated = claims.map(({ id }) => ({ ...rating, ...at, id: `r-${id}`, claimId: id }));
    expect(unratedWords(view, claims)).toBe("No claim in scope is rated, so this file lists none. Rate them under Ratings.");
    expect(unratedWords({ ...view, ratings: rated.slice(0, 1) }, claims)).toBe(
      "1 of the 3 claims in scope is rated; this file lists no other.",
    );
    expect(unratedWords({ ...view, ratings: rated }, claims)).toBeNull();
    expect(unratedWords(view, [])).toBeNull();
  });

  it("follows the verdicts that are chosen, and the claims that are named before them", () => {
    const conflicting = { ...options, verdicts: ["conflicting" as const] };
    expect(scopeOf(view, verdicts, conflicting).claimIds).toEqual(["claim-1"]);
    expect(scopeOf(view, verdicts, { ...conflicting, claims: [2, 4] }).claimIds).toEqual(["claim-2"]);
    expect(scopeOf(view, verdicts, { ...options, sources: [2] }).sourceIds).toEqual(["source-2"]);
  });

  it("names what is not settled, most urgent first", () => {
    const warnings = warningsOf(claimsInScope(view, verdicts, options), sourcesInScope(view, options), cells);
    expect(warnings.map(({ state, cells: open }) => [state, open.length])).toEqual([
      ["contested", 1],
      ["stale", 1],
      ["awaiting_review", 1],
      ["empty", 1],
    ]);
    expect(warnings[0]?.cells[0]?.claim.number).toBe(3);
  });

  it("reads all boxes ticked as all", () => {
    expect(toggled(null, [1, 2, 3], 2)).toEqual([1, 3]);
    expect(toggled([1, 3], [1, 2, 3], 2)).toBeNull();
    expect(toggled([1], [1, 2], 1)).toEqual([]);
  });
});

describe("an export's size and hash", () => {
  it("counts bytes as a file has them", () => {
    expect(byteLength("é≠😀")).toBe(9);
    expect(fileLength({ body: "é≠😀", encoding: "utf8" })).toBe(9);
    for (const body of ["", "YQ==", "YWI=", "YWJj"]) {
      expect(fileLength({ body, encoding: "base64" })).toBe(atob(body).length);
    }
    expect(sizeWords(999)).toBe("999 bytes");
    expect(sizeWords(4321)).toBe("4.3 kB");
    expect(sizeWords(2_340_000)).toBe("2.3 MB");
    expect(hashGroups("abcdef0123")).toBe("abcd ef01 23");
  });
});
