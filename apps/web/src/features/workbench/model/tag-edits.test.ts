import { describe, expect, it } from "vitest";
import {
  addPassage,
  attest,
  changeStance,
  evidenceOf,
  newContent,
  removePassage,
  setRole,
  withStance,
} from "./tag-edits.ts";

const TEXT = "The call lasted fifty minutes. The office said so. Nobody else did.";
const first = evidenceOf("e1", TEXT, { start: 0, end: 30 }, "supports");
const second = evidenceOf("e2", TEXT, { start: 31, end: 50 }, "supports");
const attestation = { revisionSha256: "ab", readInFull: true, searchTerms: ["call"] };

describe("passages", () => {
  it("carries the exact words and their place", () => {
    expect(first).toMatchObject({ exact: "The call lasted fifty minutes.", start: 0, end: 30, state: "exact" });
  });

  it("keeps reading order whatever the order of adding", () => {
    const content = addPassage(newContent("verified", [second]), first);
    expect(content.evidence.map((one) => one.id)).toEqual(["e1", "e2"]);
  });

  it("does not take the same words twice", () => {
    const content = newContent("verified", [first]);
    expect(addPassage(content, { ...first, id: "e9" })).toBe(content);
  });

  it("removes one and leaves the original alone", () => {
    const content = newContent("verified", [first, second]);
    expect(removePassage(content, first).evidence).toEqual([second]);
    expect(content.evidence).toHaveLength(2);
    expect(removePassage(content, { start: 0, end: 3 })).toBe(content);
  });

  it("finds a passage again whose id changed with the version", () => {
    const content = newContent("verified", [{ ...first, id: "later" }, second]);
    expect(removePassage(content, first).evidence).toEqual([second]);
  });

  it("sets a role on one passage only", () => {
    const content = setRole(newContent("verified", [first, second]), second, "qualifies");
    expect(content.evidence.map((one) => one.role)).toEqual(["supports", "qualifies"]);
    expect(setRole(content, second, "qualifies")).toBe(content);
  });
});

describe("stance", () => {
  it("turns usual roles with the stance and keeps a chosen one", () => {
    const content = newContent("verified", [first, { ...second, role: "qualifies" }]);
    const turned = changeStance(content, "disputed");
    expect(turned.evidence.map((one) => one.role)).toEqual(["refutes", "qualifies"]);
    expect(turned.evidence.map((one) => one.id)).toEqual(["e1", "e2"]);
  });

  it("[S3] missing keeps no passage and is never attributed", () => {
    const content = { ...newContent("verified", [first]), attributed: true, rationale: "why" };
    expect(changeStance(content, "missing")).toMatchObject({ evidence: [], attributed: false, rationale: "why" });
  });

  it("[S1] leaving missing drops the attestation", () => {
    const missing = attest(null, attestation, "");
    expect(missing).toMatchObject({ stance: "missing", attestation });
    expect(withStance(missing, "verified", first)).toMatchObject({ attestation: null, evidence: [first] });
  });

  it("the same stance again adds the passage and nothing else", () => {
    const content = { ...newContent("disputed", []), rationale: "kept" };
    expect(withStance(content, "disputed", second)).toEqual({ ...content, evidence: [second] });
  });
});
