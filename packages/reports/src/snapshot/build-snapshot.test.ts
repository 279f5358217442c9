import { describe, expect, it } from "vitest";
import { buildSnapshot } from "./build-snapshot.ts";
import type { ReportSnapshot } from "./report-snapshot.ts";
import { ferryInput, ferryTexts, ferryView, sha } from "../testing/ferry-case.ts";

const all = { claimIds: "all", sourceIds: "all", settledOnly: false } as const;

function cellOf(snapshot: ReportSnapshot, label: string, source: number) {
  const cell = snapshot.claims.find((claim) => claim.label === label)?.cells.find((one) => one.sourceNumber === source);
  if (cell === undefined) throw new Error(`no cell ${label}, source ${source}`);
  return cell;
}

describe("what a snapshot holds", () => {
  const snapshot = buildSnapshot(ferryInput());

  it("gives each passage its exact words, offsets, paragraph and sentence", () => {
    const [passage] = cellOf(snapshot, "C1", 1).tag?.evidence ?? [];
    expect(passage).toMatchObject({ exact: "186 passengers aboard", block: 2, matchesText: true, after: "." });
    expect(ferryTexts()[0]?.text.slice(passage?.start, passage?.end)).toBe("186 passengers aboard");
    expect(passage?.before).toBe("The Corrie Lark struck Sallow Bank at 7.12 p.m. with ");
  });

  it("[X4] quotes a lost passage from the revision in which it last stood", () => {
    const view = ferryView();
    const [newest, ...others] = ferryTexts();
    if (newest === undefined) throw new Error("The ferry case has no text");
    const older = { ...newest, id: "older", sha256: sha(9) };
    const shorter = { ...newest, text: "All words are gone.", blocks: [{ kind: "paragraph", start: 0, end: 19 } as const] };
    const tags = view.tags.map((tag) => {
      if (tag.id !== "t1") return tag;
      const evidence = tag.evidence.map((one) => ({ ...one, state: "orphaned" as const, stoodIn: "older" }));
      return { ...tag, state: "stale" as const, evidence };
    });
    const input = { ...ferryInput(), view: { ...view, tags }, texts: [shorter, older, ...others] };
    expect(cellOf(buildSnapshot(input), "C1", 1).tag?.evidence[0]).toMatchObject({ exact: "186 passengers aboard", anchorState: "orphaned", block: 2, textSha256: sha(9) });
  });

  it("[S3] gives a missing its attestation", () => {
    expect(cellOf(snapshot, "C2", 2).tag?.attestation).toEqual({
      revisionSha256: sha(2),
      readInFull: true,
      searchTerms: ["wheel", "steering"],
    });
  });

  it("names author and reviewer, and the version that was approved", () => {
    const { tag } = cellOf(snapshot, "C1", 3);
    expect(tag?.author).toBe("Priya Oyelaran");
    expect(tag?.approval).toMatchObject({ reviewer: "Teo Lindgren", tagVersion: 2, by: "review", own: false });
  });

  it("calls every cell unreviewed that is not settled", () => {
    const states = snapshot.claims.flatMap((claim) => claim.cells).map((cell) => [cell.state, cell.reviewed]);
    expect(states.filter(([state, reviewed]) => (state === "settled") !== reviewed)).toEqual([]);
    expect(cellOf(snapshot, "C2", 3)).toMatchObject({ state: "awaiting_review", reviewed: false, stance: "missing" });
    expect(cellOf(snapshot, "C4", 1)).toMatchObject({ state: "empty", stance: null, tag: null });
  });

  it("[A4] keeps the overturned tag and its ruling beside the stance that stands", () => {
    const cell = cellOf(snapshot, "C3", 2);
    expect(cell).toMatchObject({ state: "settled", stance: "verified" });
    expect(cell.tag).toMatchObject({ stance: "missing", state: "overturned" });
    expect(cell.adjudications).toMatchObject([
      { adjudicator: "Wren Halloran", note: "There is one bank on that course." },
    ]);
  });

  it("[V4] lets an override stand and still gives what the rule gave", () => {
    const verdict = snapshot.claims[1]?.verdict;
    expect(verdict).toMatchObject({ kind: "not_enough_evidence", derived: "single_source" });
    expect(verdict?.override).toMatchObject({ author: "Wren Halloran" });
    expect(snapshot.counts.verdicts.not_enough_evidence).toBe(2);
  });

  it("[V1] counts sources of one origin once", () => {
    expect(snapshot.counts).toMatchObject({ sources: 3, independenceGroups: 2 });
  });

  it("counts what it prints", () => {
    const { counts } = snapshot;
    expect(counts).toMatchObject({ claims: 4, cells: 12, passages: 6, attributed: 1, overrides: 1, selfReviewed: 0 });
    expect(Object.values(counts.states).reduce((sum, count) => sum + count)).toBe(counts.cells);
    expect(counts.stances).toEqual({ verified: 4, disputed: 1, missing: 1 });
  });

  it("leaves out withdrawn claims and names a claim's parent", () => {
    expect(snapshot.claims.map((claim) => claim.label)).toEqual(["C1", "C2", "C3", "C4"]);
    expect(snapshot.claims[3]?.parentLabel).toBe("C3");
  });
});

describe("notes", () => {
  it("[T4] says that people may review themselves, and how often they did", () => {
    const view = ferryView();
    view.policy = { ...view.policy, selfReview: true };
    view.reviews = view.reviews.map((review) => ({ ...review, reviewerId: review.tagId === "t1" ? "ana" : "teo" }));
    const { notes, counts } = buildSnapshot(ferryInput({ view }));
    expect(counts.selfReviewed).toBe(1);
    expect(notes.join(" ")).toContain("allows people to review their own tags; one tag in this report was approved");
  });

  it("[T4] says nothing of it where it is off", () => {
    expect(buildSnapshot(ferryInput()).notes.join(" ")).not.toContain("review their own");
  });

  it("says what a chosen scope leaves out", () => {
    const scope = { claimIds: ["claim-1"], sourceIds: ["source-3", "source-1"], settledOnly: false };
    const { notes, sources, claims } = buildSnapshot(ferryInput({ scope }));
    expect(sources.map((source) => source.number)).toEqual([1, 3]);
    expect(claims).toHaveLength(1);
    expect(notes.join(" ")).toMatch(/covers 2 of the case’s 3 sources.*covers 1 of the case’s 4 claims/u);
  });

  it("tells of a passage that does not stand at its offsets", () => {
    const texts = ferryTexts().map((text) => (text.id === "revision-1" ? { ...text, text: ` ${text.text}` } : text));
    const snapshot = buildSnapshot(ferryInput({ texts }));
    expect(cellOf(snapshot, "C1", 1).tag?.evidence[0]?.matchesText).toBe(false);
    expect(snapshot.notes.join(" ")).toContain("does not stand at its offsets");
  });

  it("tells so too of a passage of a tag that did not win its cell (A4)", () => {
    const view = ferryView();
    const first = view.tags.find(({ claimId, sourceId }) => claimId === "claim-1" && sourceId === "source-1");
    if (first === undefined) throw new Error("no tag on C1 in the first source");
    const evidence = first.evidence.map((one) => ({ ...one, start: one.start + 1, end: one.end + 1 }));
    const rival = { ...first, id: "tag-rival", state: "draft" as const, evidence };
    const snapshot = buildSnapshot(ferryInput({ view: { ...view, tags: [...view.tags, rival] } }));
    const cell = cellOf(snapshot, "C1", 1);
    expect(cell.tag?.evidence.map(({ matchesText }) => matchesText)).toEqual([true]);
    expect(cell.otherTags.flatMap((tag) => tag.evidence.map(({ matchesText }) => matchesText))).toEqual([false]);
    expect(snapshot.notes.join(" ")).toContain("In C1 a passage does not stand at its offsets");
  });
});

describe("scope", () => {
  it("keeps only settled cells when asked, and says how many it left out", () => {
    const snapshot = buildSnapshot(ferryInput({ scope: { ...all, settledOnly: true } }));
    expect(snapshot.claims.map((claim) => [claim.label, claim.cells.length])).toEqual([
      ["C1", 3],
      ["C2", 2],
      ["C3", 1],
    ]);
    expect(snapshot.scope).toMatchObject({ cellsLeftOut: 6, claimsLeftOut: 1 });
  });

  it("makes do with the anchor's own context where a text is not at hand", () => {
    const [passage] = cellOf(buildSnapshot(ferryInput({ texts: [] })), "C1", 1).tag?.evidence ?? [];
    expect(passage).toMatchObject({
      block: null,
      matchesText: null,
      before: expect.stringContaining("7.12 p.m. with"),
    });
  });

  it("takes an empty case", () => {
    const view = { ...ferryView(), sources: [], claims: [], tags: [], reviews: [], adjudications: [], overrides: [] };
    expect(buildSnapshot(ferryInput({ view, title: " " }))).toMatchObject({
      title: "The grounding of the Corrie Lark",
      claims: [],
      notes: [],
      counts: { cells: 0, independenceGroups: 0 },
    });
  });
});
