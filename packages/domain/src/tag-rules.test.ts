import { describe, expect, it } from "vitest";
import type { Evidence, EvidenceRole, TagContent } from "./tag.ts";
import type { TagContext } from "./tag-rules.ts";
import { checkForSubmit, checkTagContent, defaultEvidenceRole, lackingForSubmit } from "./tag-rules.ts";

const CTX: TagContext = { completeness: "full", revisionSha256: "abc", textLength: 50 };

function passage(role: EvidenceRole, over: Partial<Evidence> = {}): Evidence {
  return { id: "e1", role, start: 3, end: 7, exact: "four", prefix: "", suffix: "", state: "exact", ...over };
}

function content(over: Partial<TagContent>): TagContent {
  return {
    stance: "verified",
    attributed: false,
    confidence: null,
    rationale: "",
    evidence: [],
    attestation: null,
    ...over,
  };
}

const attestation = { revisionSha256: "abc", readInFull: true, searchTerms: [] };

function rulesOf(over: Partial<TagContent>, ctx: Partial<TagContext> = {}): string[] {
  return lackingForSubmit(content(over), { ...CTX, ...ctx }).map(({ rule }) => rule);
}

describe("lackingForSubmit", () => {
  it("[S1] a verified tag needs a passage, and the refusal names the key", () => {
    expect(lackingForSubmit(content({}), CTX)).toEqual([
      { rule: "S1", reason: "A verified tag needs a passage. Select one in the source, then press V." },
    ]);
    expect(rulesOf({ evidence: [passage("supports")] })).toEqual([]);
    expect(rulesOf({ evidence: [passage("qualifies")] })).toEqual([]);
  });

  it("[S1] a passage that refutes is not what a verified tag rests on", () => {
    expect(rulesOf({ evidence: [passage("refutes")] })).toEqual(["S1"]);
    expect(rulesOf({ evidence: [passage("refutes"), passage("supports", { id: "e2" })] })).toEqual([]);
  });

  it("[S2] a disputed tag needs a passage, and the refusal names the key", () => {
    expect(lackingForSubmit(content({ stance: "disputed" }), CTX)).toEqual([
      { rule: "S2", reason: "A disputed tag needs a passage. Select one in the source, then press D." },
    ]);
    expect(rulesOf({ stance: "disputed", evidence: [passage("refutes")] })).toEqual([]);
  });

  it("[S3] a missing tag needs an attestation that the whole current revision was read", () => {
    expect(rulesOf({ stance: "missing", attestation })).toEqual([]);
    const broken = [null, { ...attestation, readInFull: false }, { ...attestation, revisionSha256: "old" }];
    const reasons = broken.map((one) => {
      const lacking = lackingForSubmit(content({ stance: "missing", attestation: one }), CTX);
      expect(lacking.map(({ rule }) => rule)).toEqual(["S3"]);
      expect(lacking[0]?.reason).toMatch(/press M/i);
      return lacking[0]?.reason;
    });
    expect(new Set(reasons).size).toBe(3);
  });

  it("[S3] missing is refused on a partial revision, whatever is attested", () => {
    expect(rulesOf({ stance: "missing", attestation }, { completeness: "partial" })).toEqual(["S3"]);
    expect(rulesOf({ evidence: [passage("supports")] }, { completeness: "partial" })).toEqual([]);
  });

  it("[S3] a missing tag has no passage", () => {
    expect(rulesOf({ stance: "missing", attestation, evidence: [passage("supports")] })).toEqual(["S3"]);
  });

  it("[S4] verified and disputed can be attributed, missing never", () => {
    expect(rulesOf({ attributed: true, evidence: [passage("supports")] })).toEqual([]);
    expect(rulesOf({ stance: "disputed", attributed: true, evidence: [passage("refutes")] })).toEqual([]);
    expect(rulesOf({ stance: "missing", attributed: true, attestation })).toEqual(["S4"]);
  });

  it("[S5] names everything that is lacking, not only the first", () => {
    const outcome = checkForSubmit(content({ stance: "missing", attributed: true }), {
      ...CTX,
      completeness: "partial",
    });
    expect(rulesOf({ stance: "missing", attributed: true }, { completeness: "partial" })).toEqual(["S3", "S3", "S4"]);
    expect(outcome).toMatchObject({ ok: false, rule: "S3" });
    expect(outcome.ok ? "" : outcome.reason).toMatch(/partial.*attestation.*attributed/);
    expect(checkForSubmit(content({ evidence: [passage("supports")] }), CTX)).toEqual({ ok: true });
  });

  it.each(["orphaned", "ambiguous"] as const)("[X4] a passage that is %s waits for a person", (state) => {
    expect(rulesOf({ evidence: [passage("supports", { state })] })).toEqual(["X4"]);
    expect(rulesOf({ evidence: [passage("supports", { state: "moved" })] })).toEqual([]);
  });

  it("[X4] a passage whose words changed is read by its author before anybody reviews it", () => {
    expect(rulesOf({ evidence: [passage("supports", { state: "fuzzy" })] })).toEqual(["X4"]);
  });
});

describe("checkTagContent", () => {
  it("[S5] what breaks S1–S3 can still be saved as a draft", () => {
    expect(checkTagContent(content({}), CTX)).toEqual({ ok: true });
    expect(checkTagContent(content({ stance: "disputed" }), CTX)).toEqual({ ok: true });
    const contradictory = content({ stance: "missing", attributed: true, evidence: [passage("supports")] });
    expect(checkTagContent(contradictory, { ...CTX, completeness: "partial" })).toEqual({ ok: true });
  });

  it.each([
    { start: -1, end: 3 },
    { start: 5, end: 5, exact: "" },
    { start: 48, end: 52 },
    { start: 3, end: 8 },
    { start: 3.5, end: 7.5 },
  ])("[X1] refuses a passage that does not lie inside the text: %j", (range) => {
    const draft = content({ evidence: [passage("supports", range)] });
    expect(checkTagContent(draft, CTX)).toMatchObject({ ok: false, rule: "X1" });
    expect(lackingForSubmit(draft, CTX).map(({ rule }) => rule)).toEqual(["X1"]);
  });

  it("[X4] keeps an orphaned passage whose old place is past the end of the new text", () => {
    const lost = passage("supports", { start: 90, end: 94, state: "orphaned" });
    expect(checkTagContent(content({ evidence: [lost] }), CTX)).toEqual({ ok: true });
  });

  it("refuses a stance that is none, and the same passage twice", () => {
    const unknown = JSON.parse('{"stance":"true"}') as Pick<TagContent, "stance">;
    expect(checkTagContent(content(unknown), CTX).ok).toBe(false);
    expect(checkTagContent(content({ evidence: [passage("supports"), passage("refutes")] }), CTX).ok).toBe(false);
  });

  it("gives a passage the role that its stance asks for", () => {
    for (const stance of ["verified", "disputed"] as const) {
      expect(rulesOf({ stance, evidence: [passage(defaultEvidenceRole(stance))] })).toEqual([]);
    }
    expect(defaultEvidenceRole("disputed")).toBe("refutes");
  });
});
