import { applyChange, changesWhatIsSigned } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../create-app.ts";
import { setOwnPolicy } from "../testing/blind.ts";
import { addClaim, addText, callAs, newId, openCase, openDesk, refusalOf } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function readBy(name: "annotator" | "viewer" | "second", { caseId }: TestCase) {
  const as = desk.as[name];
  await as.assist.suggestions({ caseId });
  await desk.app.assist.settled();
  return as.assist.suggestions({ caseId });
}

/** Nothing is read until it is let go: what is seen meanwhile does not hang on who is faster. */
function holdReader(): () => Promise<void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const load = () => held.then(() => ({ sources: [], claims: [], model: null, notices: [] }));
  desk.app.assist.ask({ caseId: newId(), key: newId(), revisionIds: [], byModel: false, load });
  return () => (release(), desk.app.assist.settled());
}

describe("suggestions of a case", () => {
  it("are read in the background, and name exact words of the newest texts", async () => {
    const test = await openCase(desk);
    const { caseId, source, text } = test;
    const letGo = holdReader();
    const first = await desk.as.viewer.assist.suggestions({ caseId });
    expect(first).toMatchObject({ state: "reading", reading: null, problem: null, dismissed: [] });
    await letGo();
    const { state, progress, reading } = await desk.as.viewer.assist.suggestions({ caseId });
    expect({ state, progress }).toEqual({ state: "ready", progress: 1 });
    const [own] = reading?.sources ?? [];
    expect(own).toMatchObject({ sourceId: source.id, revisionId: source.revision.id });
    expect(own?.claims.length).toBeGreaterThan(0);
    for (const { start, end, exact } of own?.claims ?? []) expect(text.slice(start, end)).toBe(exact);
    const { readingKey } = await desk.as.viewer.assist.suggestions({ caseId });
    const again = await desk.as.viewer.assist.suggestions({ caseId, have: readingKey ?? "" });
    expect(again).toMatchObject({ state: "ready", readingKey, reading: null, unchanged: true });
    const { reading: outline } = await desk.as.viewer.assist.suggestions({ caseId, outline: true });
    expect(outline?.report.claims).toEqual(reading?.report.claims);
    expect(outline?.sources).toEqual(reading?.sources.map((source) => ({ ...source, claims: [] })));
    expect(outline?.report.differences).toEqual([]);
    const { cell, identity } = await desk.as.viewer.assist.cell({ caseId, claimId: test.claim.id, sourceId: source.id });
    expect(identity).toMatchObject({ provider: "built-in" });
    expect(cell).toMatchObject({ claimId: test.claim.id, source: source.id, claimVersion: 1 });
    expect(cell?.passages.length).toBeGreaterThan(0);
    for (const { start, end, exact } of cell?.passages ?? []) expect(text.slice(start, end)).toBe(exact);
  });

  it("are read anew when a text or a claim changes, and meanwhile show what still holds", async () => {
    const test = await openCase(desk);
    const { caseId, source } = test;
    const before = await readBy("annotator", test);
    const claim = await addClaim(desk.as.annotator, caseId, "Nobody was hurt.");
    const letGo = holdReader();
    const meanwhile = await desk.as.annotator.assist.suggestions({ caseId });
    expect(meanwhile).toMatchObject({ state: "reading", reading: before.reading });
    expect((await desk.as.annotator.assist.cell({ caseId, claimId: claim.id, sourceId: source.id })).cell).toBeNull();
    await letGo();
    const after = await readBy("annotator", test);
    expect(after.reading?.report.claims.map(({ id }) => id)).toEqual([test.claim.id, claim.id]);
    await addText(desk.as.annotator, caseId, "Another text says 214 people were aboard.");
    expect((await readBy("annotator", test)).reading?.sources).toHaveLength(2);
    const content = { kind: "text", text: `Corrected.\n\n${test.text}` } as const;
    const revised = { sourceId: source.id, baseRevisionId: source.revision.id, content, completeness: "full" } as const;
    await desk.as.lead.source.revise({ mutationId: newId(), caseId, ...revised });
    expect(await desk.as.annotator.assist.suggestions({ caseId })).toMatchObject({ state: "reading", reading: null });
  });

  it("stay dismissed, also in a newer revision and for everybody, until they are brought back", async () => {
    const test = await openCase(desk);
    const { caseId, source } = test;
    const { reading } = await readBy("annotator", test);
    const [one, other] = reading?.sources[0]?.claims ?? [];
    if (one === undefined || other === undefined) throw new Error("Nothing was suggested");
    const m = () => ({ mutationId: newId(), caseId });
    const items = [one, other].map(({ key }) => ({ kind: "claim" as const, key }));
    const change = await desk.as.annotator.assist.dismiss({ ...m(), items });
    expect(change.dismissals).toBe(2);
    await desk.as.second.assist.dismiss({ ...m(), items });
    const content = { kind: "text", text: `Corrected.\n\n${test.text}` } as const;
    const revised = { sourceId: source.id, baseRevisionId: source.revision.id, content, completeness: "full" } as const;
    await desk.as.lead.source.revise({ ...m(), ...revised });
    const seen = await readBy("second", test);
    expect(seen.dismissed.map(({ key }) => key).toSorted()).toEqual([one.key, other.key].toSorted());
    expect(seen.dismissed[0]).toMatchObject({ kind: "claim", by: desk.people.annotator.id });
    expect(seen.reading?.sources[0]?.claims.map(({ key }) => key)).toEqual(expect.arrayContaining([one.key, other.key]));
    const restored = await desk.as.second.assist.restore({ ...m(), items: items.slice(0, 1) });
    expect(restored.dismissals).toBe(3);
    expect((await readBy("second", test)).dismissed.map(({ key }) => key)).toEqual([other.key]);
    const { entries } = await desk.as.viewer.history.list({ caseId, before: null, limit: 10 });
    const told = entries.filter(({ kind }) => kind.startsWith("suggestion."));
    expect(told.map(({ kind }) => kind)).toEqual(["suggestion.restored", "suggestion.dismissed"]);
  });

  it("stay dismissed when the server is started anew", async () => {
    const { caseId } = await openCase(desk);
    const items = [{ kind: "merge" as const, key: "b".repeat(64) }];
    await desk.as.annotator.assist.dismiss({ mutationId: newId(), caseId, items });
    const app = createApp({ db: desk.db, secret: "a secret of tests, 32 characters", origins: ["http://127.0.0.1"] });
    const { dismissed } = await callAs(app, desk.people.viewer).assist.suggestions({ caseId });
    expect(dismissed).toMatchObject([{ ...items[0], by: desk.people.annotator.id }]);
    await app.assist.settled();
    app.assist.close();
  });

  it("change nothing that was signed, and what is laid over a page is what a fresh load gives", async () => {
    const test = await openCase(desk);
    const { caseId } = test;
    const items = [{ kind: "claim" as const, key: "d".repeat(64) }];
    for (const procedure of ["dismiss", "restore", "restore", "dismiss"] as const) {
      const before = await desk.as.viewer.case.get({ caseId });
      const change = await desk.as.annotator.assist[procedure]({ mutationId: newId(), caseId, items });
      expect(changesWhatIsSigned(before, change)).toBe(false);
      expect(applyChange(before, change)).toEqual(await desk.as.viewer.case.get({ caseId }));
    }
  });

  it("[B1] of a blind cell are not dismissed: that would tell what somebody thinks of it", async () => {
    const test = await openCase(desk);
    await setOwnPolicy(desk, test, { requiredTags: 2 });
    const { caseId, claim, source } = test;
    await readBy("annotator", test);
    const { cell } = await desk.as.annotator.assist.cell({ caseId, claimId: claim.id, sourceId: source.id });
    const item = { kind: "cell", key: cell?.key ?? "", claimId: claim.id, sourceId: source.id } as const;
    const dismiss = { mutationId: newId(), caseId, items: [item] };
    expect(await refusalOf(desk.as.annotator.assist.dismiss(dismiss))).toMatchObject({ code: "REFUSED", details: { rule: "B1" } });
    await setOwnPolicy(desk, test, { requiredTags: 1 });
    await desk.as.annotator.assist.dismiss({ ...dismiss, mutationId: newId() });
    expect((await desk.as.viewer.assist.suggestions({ caseId })).dismissed).toHaveLength(1);
  });

  it("are cancelled while they wait, and read when asked for again", async () => {
    const test = await openCase(desk);
    const { caseId } = test;
    const letGo = holdReader();
    expect((await desk.as.annotator.assist.suggestions({ caseId })).state).toBe("reading");
    expect(await desk.as.annotator.assist.cancel({ caseId })).toMatchObject({ state: "stopped" });
    await letGo();
    expect(await desk.as.viewer.assist.suggestions({ caseId })).toMatchObject({ state: "stopped", reading: null });
    await desk.as.viewer.assist.suggestions({ caseId, again: true });
    await desk.app.assist.settled();
    expect((await desk.as.viewer.assist.suggestions({ caseId })).state).toBe("ready");
  });

  it("are not read from more text than anybody waits for, which is said in words", async () => {
    const test = await openCase(desk, "Nobody was hurt on the ferry Aurora. ".repeat(85_000));
    const { state, problem, reading } = await readBy("annotator", test);
    expect({ state, reading }).toEqual({ state: "failed", reading: null });
    expect(problem).toMatch(/too long to be read for suggestions/);
  });

  it("are for everybody to read, and for those who edit claims to dismiss and stop", async () => {
    const { caseId } = await openCase(desk);
    const items = [{ kind: "claim" as const, key: "a".repeat(64) }];
    const dismiss = { mutationId: newId(), caseId, items };
    for (const call of ["dismiss", "restore"] as const) {
      expect((await refusalOf(desk.as.viewer.assist[call](dismiss))).code).toBe("FORBIDDEN");
    }
    expect((await refusalOf(desk.as.viewer.assist.cancel({ caseId }))).code).toBe("FORBIDDEN");
    expect((await refusalOf(desk.as.stranger.assist.suggestions({ caseId }))).code).toBe("NOT_FOUND");
  });
});
