import { describe, expect, it } from "vitest";
import {
  addPassage,
  attest,
  changeStance,
  evidenceOf,
  keepWords,
  movePassage,
  newContent,
  placePassage,
  removePassage,
  samePlace,
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

  it("moves a passage's edges, keeps its role, and makes one of two with the same edges", () => {
    const content = newContent("verified", [{ ...first, role: "qualifies" }, second]);
    const moved = movePassage(content, first, (role) => evidenceOf("e3", TEXT, { start: 4, end: 30 }, role));
    expect(moved.evidence.map(({ exact, role }) => [exact, role])).toEqual([
      ["call lasted fifty minutes.", "qualifies"],
      [second.exact, "supports"],
    ]);
    expect(movePassage(content, first, (role) => evidenceOf("e3", TEXT, second, role)).evidence).toEqual([second]);
    expect(movePassage(content, { start: 0, end: 3 }, () => second)).toBe(content);
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

describe("passages after a newer revision", () => {
  const lost = { ...first, state: "orphaned" as const, stoodIn: "r1" };

  it("[X4] a lost one is at no place of the text, be its old offsets those of another", () => {
    expect(samePlace(lost, first)).toBe(false);
    const both = addPassage(newContent("verified", [lost]), first);
    expect(both.evidence).toHaveLength(2);
    expect(removePassage(both, lost).evidence).toEqual([first]);
    expect(setRole(both, lost, "qualifies").evidence.map(({ role }) => role).toSorted()).toEqual(["qualifies", "supports"]);
  });

  it("[X4] a lost one is placed where a person says it is, at its old offsets too", () => {
    expect(placePassage(newContent("verified", [second, lost]), lost, first).evidence).toEqual([first, second]);
    expect(placePassage(newContent("verified", [lost]), lost, second).evidence).toEqual([second]);
  });

  it("changed words are kept as new content, though nothing else differs", () => {
    const content = newContent("verified", [{ ...first, state: "fuzzy" }, second]);
    expect(keepWords(content, first).evidence).toEqual([first, second]);
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
