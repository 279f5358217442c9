import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeEntry } from "@assay/domain";
import type { SuggestionOrigin } from "@assay/domain";
import { only, newId, openCase, openDesk, refusalOf, say } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const ORIGIN: SuggestionOrigin = { provider: "built-in", version: "1", key: "c".repeat(64), score: 0.75 };
const MODEL: SuggestionOrigin = { ...ORIGIN, provider: "harbour", version: "harbour-7b", promptHash: "d".repeat(64) };
const wording = { text: "Nobody was hurt.", type: "event", claimant: "" } as const;

function cellOf({ source }: TestCase, claimId: string) {
  return { claimId, sourceId: source.id, revisionId: source.revision.id };
}

/** A claim and a tag of it, both made of suggestions. */
async function accept(test: TestCase) {
  const { caseId, source } = test;
  const content = say(test, "verified", "Nobody was hurt");
  const tag = { id: newId(), sourceId: source.id, revisionId: source.revision.id, content, suggestion: MODEL };
  const made = { ...wording, id: newId(), suggestion: ORIGIN, tag };
  const change = await desk.as.annotator.claim.create({ mutationId: newId(), caseId, ...made });
  return { claim: only(change.claims), tag: only(change.tags) };
}

describe("what was made of a suggestion", () => {
  it("says so, is a draft, and keeps its origin through every later version", async () => {
    const test = await openCase(desk);
    const { caseId } = test;
    const m = () => ({ mutationId: newId(), caseId });
    const { claim, tag } = await accept(test);
    expect(claim.suggestion).toEqual(ORIGIN);
    expect(tag).toMatchObject({ suggestion: MODEL, state: "draft" });

    const reworded = { claimId: claim.id, baseVersion: 1, ...wording, text: "No passenger was hurt." };
    const edited = only((await desk.as.second.claim.edit({ ...m(), ...reworded })).claims);
    expect(edited.suggestion).toEqual({ ...ORIGIN, edited: true });
    const { versions } = await desk.as.viewer.claim.history({ caseId, claimId: claim.id });
    expect(versions.map(({ suggestion }) => suggestion)).toEqual([ORIGIN, { ...ORIGIN, edited: true }]);

    const content = { ...say(test, "verified", "Nobody was hurt"), rationale: "Read twice." };
    const later = { id: tag.id, ...cellOf(test, claim.id), baseVersion: 1, claimVersion: 2, content };
    const saved = only((await desk.as.annotator.tag.save({ ...m(), ...later })).tags);
    expect(saved.suggestion).toEqual({ ...MODEL, edited: true });
    // Another one accepted takes its place.
    const again = { ...later, baseVersion: 2, content: { ...content, rationale: "Read again." }, suggestion: ORIGIN };
    expect(only((await desk.as.annotator.tag.save({ ...m(), ...again })).tags).suggestion).toEqual(ORIGIN);
    const history = await desk.as.viewer.tag.history({ caseId, tagId: tag.id });
    expect(history.versions.map(({ suggestion }) => suggestion)).toEqual([MODEL, { ...MODEL, edited: true }, ORIGIN]);
  });

  it("[T8] is in the log, in the words of the history, and what a person wrote alone has none of it", async () => {
    const test = await openCase(desk);
    const { caseId, claim: own } = test;
    const { claim, tag } = await accept(test);
    const { entries } = await desk.as.viewer.history.list({ caseId, before: null, limit: 100 });
    const of = (id: string) => only(entries.filter(({ subject }) => subject === id));
    expect(of(claim.id).payload).toMatchObject({ suggestion: ORIGIN });
    expect(of(tag.id).payload).toMatchObject({ suggestion: MODEL, to: "draft" });
    expect(of(own.id).payload).not.toHaveProperty("suggestion");
    const names = { claim: () => "C2", source: () => "The Courier", person: () => "Ann" };
    const deedOf = (id: string) => describeEntry(of(id), names).deed;
    expect(deedOf(claim.id)).toBe("added C2, from a suggestion of the built-in reader");
    expect(deedOf(tag.id)).toBe("tagged C2 in The Courier verified, from a suggestion of harbour (harbour-7b)");
    expect(deedOf(own.id)).toBe("added C2");
    const view = await desk.as.viewer.case.get({ caseId });
    expect(view.claims.find(({ id }) => id === own.id)).not.toHaveProperty("suggestion");
  });

  it("tells which suggestion of a source became which claim", async () => {
    const test = await openCase(desk);
    const { caseId, source } = test;
    const read = async () => {
      await desk.as.annotator.assist.suggestions({ caseId });
      await desk.app.assist.settled();
      return (await desk.as.annotator.assist.suggestions({ caseId })).reading?.sources[0]?.claims ?? [];
    };
    const [first] = await read();
    if (first === undefined) throw new Error("Nothing was suggested");
    expect(first.claimId).toBeNull();
    const { text, type, claimant, key, score } = first;
    const made = { id: newId(), text, type, claimant, suggestion: { ...ORIGIN, key, score } };
    await desk.as.annotator.claim.create({ mutationId: newId(), caseId, ...made });
    const after = (await read()).filter(({ claimId }) => claimId !== null);
    expect(after).toMatchObject([{ key, claimId: made.id, sourceId: source.id }]);
  });

  it("cannot be sent as edited, nor with a key that is none", async () => {
    const { caseId } = await openCase(desk);
    const make = (suggestion: SuggestionOrigin) =>
      desk.as.annotator.claim.create({ mutationId: newId(), caseId, id: newId(), ...wording, suggestion });
    expect((await refusalOf(make({ ...ORIGIN, edited: true }))).code).toBe("INVALID");
    expect((await refusalOf(make({ ...ORIGIN, key: "short" }))).code).toBe("INVALID");
    expect((await refusalOf(make({ ...ORIGIN, score: 2 }))).code).toBe("INVALID");
  });

  it("goes into the narrower claims of a split that was suggested", async () => {
    const test = await openCase(desk);
    const { caseId, claim } = test;
    const children = ["214 were passengers.", "They were aboard."].map((text) => ({ ...wording, id: newId(), text }));
    const split = { claimId: claim.id, baseVersion: 1, children, carry: false, note: "", suggestion: ORIGIN };
    const { claims } = await desk.as.lead.claim.split({ mutationId: newId(), caseId, ...split });
    const born = claims?.filter(({ parentId }) => parentId === claim.id) ?? [];
    expect(born.map(({ suggestion }) => suggestion)).toEqual([ORIGIN, ORIGIN]);
  });
});
