import { createHash } from "node:crypto";
import { applyChange } from "@assay/domain";
import type { CaseChange } from "@assay/domain";
import { canonicalSnapshot } from "@assay/reports";
import type { ReportSnapshot } from "@assay/reports";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClaim, newId, openDesk, refusalOf, save, say, seen } from "../testing/desk.ts";
import type { Desk } from "../testing/desk.ts";
import { setOwnPolicy } from "../testing/blind.ts";
import { PLAN, correct, openReadyCase, openReleased, rate, release, seenNow, sign } from "../testing/publish.ts";
import { releaseFile } from "../services/release-file.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const viewOf = (caseId: string) => desk.as.viewer.case.get({ caseId });

describe("a release", () => {
  it("[R2] is frozen: its sha256 is of its canonical snapshot, with signatures and ratings", async () => {
    const test = await openReadyCase(desk);
    await rate(desk.as.annotator, test, test.claim.id);
    await rate(desk.as.annotator, test, null);
    await sign(desk.as.reviewer, test, { ...PLAN, rated: true });
    await sign(desk.as.owner, test, { ...PLAN, rated: true });
    const { releases } = await release(desk.as.lead, test, { ...PLAN, rated: true });
    const made = releases?.[0];
    const file = await releaseFile(desk.app, { workspaceId: desk.workspaceId, userId: "" }, made?.id ?? "", "json");
    const snapshot = JSON.parse(new TextDecoder().decode(file.bytes)) as ReportSnapshot;
    expect(createHash("sha256").update(canonicalSnapshot(snapshot)).digest("hex")).toBe(made?.sha256);
    expect(snapshot.release).toMatchObject({
      number: 1,
      sha256: made?.sha256,
      releasedBy: "lead",
      signatures: [{ name: "reviewer" }, { name: "owner" }],
      corrections: [],
    });
    expect(snapshot.ratings?.claims).toMatchObject([{ label: "Mostly true", value: 4 }]);
    expect(snapshot.ratings?.piece).toMatchObject({ label: "Mostly true", by: "annotator" });
    const view = await viewOf(test.caseId);
    expect(view.signOffs).toEqual([]);
    const inbox = { workspaceId: desk.workspaceId, unreadOnly: true, after: null, limit: 5 };
    const { items } = await desk.as.viewer.notification.list(inbox);
    expect(items[0]).toMatchObject({ kind: "released", caseId: test.caseId });
  });

  it("[R2] exports the same bytes after the case has changed, on a server of a later version too", async () => {
    const test = await openReleased(desk);
    const { caseId } = test;
    const [made] = (await viewOf(caseId)).releases;
    const scope = { workspaceId: desk.workspaceId, userId: "" };
    const formats = ["html", "md", "csv", "json", "annotations", "hypothesis", "claimreview"] as const;
    const first = await Promise.all(formats.map((format) => releaseFile(desk.app, scope, made?.id ?? "", format)));
    await addClaim(desk.as.annotator, caseId, "Nobody was hurt.");
    const later = { ...desk.app, version: "99.0.0", now: () => new Date("2031-01-01T00:00:00.000Z") };
    for (const [index, format] of formats.entries()) {
      const again = await releaseFile(later, scope, made?.id ?? "", format);
      expect(Buffer.from(again.bytes).equals(Buffer.from(first[index]?.bytes ?? [])), format).toBe(true);
      expect(createHash("sha256").update(again.bytes).digest("hex")).toBe(again.sha256);
    }
  });

  it("[R2] cannot be changed by the server's own role", async () => {
    const test = await openReleased(desk);
    const { prisma } = desk.db;
    const scoped = (sql: string) =>
      prisma.$transaction([
        prisma.$executeRawUnsafe(`SELECT set_config('assay.workspace', '${desk.workspaceId}', true)`),
        prisma.$executeRawUnsafe(sql),
      ]);
    await expect(scoped(`UPDATE releases SET title = 'x' WHERE case_id = '${test.caseId}'`)).rejects.toThrow(/denied/);
    await expect(scoped(`DELETE FROM releases WHERE case_id = '${test.caseId}'`)).rejects.toThrow(/denied/);
    await expect(scoped("UPDATE release_files SET bytes = ''")).rejects.toThrow(/denied/);
  });

  it("[R2] two at once make one", async () => {
    const test = await openReadyCase(desk, { signOffs: 0 });
    const seenEvent = await seenNow(desk.as.lead, test);
    const { caseId } = test;
    const make = () => ({ mutationId: newId(), caseId, id: newId(), plan: PLAN, seenEvent });
    const done = await Promise.allSettled([desk.as.lead.release.make(make()), desk.as.owner.release.make(make())]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await viewOf(caseId)).releases.map(({ number }) => number)).toEqual([1]);
  });

  it("[E4] is made once per mutation id", async () => {
    const test = await openReadyCase(desk, { signOffs: 0 });
    const { caseId } = test;
    const input = { mutationId: newId(), caseId, id: newId(), plan: PLAN, seenEvent: await seenNow(desk.as.lead, test) };
    const first = await desk.as.lead.release.make(input);
    expect(await desk.as.lead.release.make(input)).toEqual(first);
  });

  it("[B1] [R1] waits for blind cells, and tells nothing of them", async () => {
    const test = await openReadyCase(desk, { signOffs: 0 });
    await setOwnPolicy(desk, test, { signOffs: 0, requiredTags: 2 });
    const claim = await addClaim(desk.as.annotator, test.caseId, "Nobody was hurt.");
    const hidden = { ...test, claim };
    await save(desk.as.annotator, hidden, say(hidden, "verified", "Nobody was hurt"));
    const refused = await refusalOf(release(desk.as.lead, test));
    expect(refused.message).toBe(
      "One thing blocks the release. First: C2 in The Quayside Gazette. Blind: it opens when 2 people have " +
        "submitted. Until then everybody sees only their own tag.",
    );
  });
});

describe("after a release", () => {
  it("[R3] the next one takes a correction, which it and every later one carry", async () => {
    const test = await openReleased(desk);
    const { caseId, claim } = test;
    await setOwnPolicy(desk, test, { signOffs: 0 });
    expect((await refusalOf(release(desk.as.lead, test))).message).toMatch(/Say what the next one corrects/);
    await correct(desk.as.lead, test, claim.id);
    const gone = await correct(desk.as.lead, test);
    const correctionId = gone.corrections?.[0]?.id ?? "";
    await desk.as.lead.release.withdrawCorrection({ mutationId: newId(), caseId, correctionId });
    const second = (await release(desk.as.lead, test)).releases?.[0];
    await correct(desk.as.owner, test);
    const third = (await release(desk.as.lead, test)).releases?.[0];
    const scope = { workspaceId: desk.workspaceId, userId: "" };
    const read = async (id = "") => {
      const { bytes } = await releaseFile(desk.app, scope, id, "json");
      return (JSON.parse(new TextDecoder().decode(bytes)) as ReportSnapshot).release;
    };
    expect((await read(second?.id))?.corrections).toMatchObject([
      { corrects: 1, madeRelease: 2, what: "C1: 214 people were aboard, not 241.", by: "lead" },
    ]);
    expect(await read(third?.id)).toMatchObject({
      number: 3,
      corrections: [{ madeRelease: 2 }, { corrects: 2, madeRelease: 3, by: "owner" }],
    });
    const late = { mutationId: newId(), caseId, correctionId: (await viewOf(caseId)).corrections[0]?.id ?? "" };
    expect((await refusalOf(desk.as.lead.release.withdrawCorrection(late))).message).toMatch(/part of release 2/);
  });

  it("compares two releases, and the last one with today, in words", async () => {
    const test = await openReleased(desk);
    const { caseId, claim } = test;
    expect(await desk.as.viewer.release.compare({ caseId, from: 1, to: null })).toEqual([]);
    await setOwnPolicy(desk, test, { signOffs: 0 });
    await rate(desk.as.annotator, test, claim.id);
    const [tag] = (await viewOf(caseId)).tags;
    if (tag === undefined) throw new Error("No tag");
    const decision = { decision: "challenge", reason: "Misread", proposedStance: "disputed" } as const;
    await desk.as.reviewer.review.decide({ ...seen(test, tag), ...decision });
    const since = await desk.as.viewer.release.compare({ caseId, from: 1, to: null });
    expect(since.map(({ kind, claimLabel, before, after }) => [kind, claimLabel, before, after])).toEqual([
      ["verdict", "C1", "single-source", "not enough evidence"],
      ["rating", "C1", "", "Mostly true. The operator's log has it."],
      ["tag", "C1", "verified", "verified, contested"],
    ]);
    expect(await refusalOf(desk.as.viewer.release.compare({ caseId, from: 9, to: null }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("the answer to a change", () => {
  it("[E3] tells of everything it touched: laid over the case it is what a fresh load gives", async () => {
    const test = await openReadyCase(desk, { signOffs: 1 });
    const { caseId, claim } = test;
    const m = () => ({ mutationId: newId(), caseId });
    let view = await viewOf(caseId);
    const lay = async (change: Promise<CaseChange>) => {
      view = applyChange(view, await change);
      expect(view).toEqual(await viewOf(caseId));
    };
    await lay(sign(desk.as.reviewer, test));
    await lay(desk.as.reviewer.release.unsign({ ...m(), signOffId: view.signOffs[0]?.id ?? "" }));
    await lay(sign(desk.as.reviewer, test));
    await lay(sign(desk.as.owner, test));
    // The same words again are no change, and end no signature.
    const same = { text: claim.text, type: claim.type, claimant: claim.claimant };
    await lay(desk.as.annotator.claim.edit({ ...m(), claimId: claim.id, baseVersion: claim.version, ...same }));
    expect(view.signOffs).toHaveLength(2);
    await lay(release(desk.as.lead, test));
    await lay(correct(desk.as.lead, test, claim.id));
    await lay(sign(desk.as.reviewer, test));
    await lay(rate(desk.as.annotator, test, claim.id));
    expect(view.signOffs).toEqual([]);
    const { version, document } = await desk.as.lead.document.get({ caseId });
    await lay(sign(desk.as.reviewer, test));
    const written = { ...document, title: "Another title" };
    await lay(desk.as.lead.document.save({ ...m(), baseVersion: version, document: written }));
    expect(view).toMatchObject({ signOffs: [], documentVersion: 1 });
    const correctionId = view.corrections[0]?.id ?? "";
    await lay(desk.as.lead.release.withdrawCorrection({ ...m(), correctionId }));
    await lay(desk.as.lead.share.create({ ...m(), number: 1, label: "", days: 1 }));
  });
});

describe("ratings", () => {
  it("[E5] keep every version, and refuse one that rests on an older", async () => {
    const test = await openReadyCase(desk);
    const { caseId, claim } = test;
    const [rating] = (await rate(desk.as.annotator, test, claim.id)).ratings ?? [];
    expect(await refusalOf(rate(desk.as.reviewer, test, claim.id))).toMatchObject({
      code: "CONFLICT",
      details: { current: { id: rating?.id, label: "Mostly true" } },
    });
    const lift = { id: newId(), claimId: claim.id, claimVersion: 1, baseVersion: 1, entryId: null, justification: "" };
    await desk.as.reviewer.rating.set({ mutationId: newId(), caseId, ...lift });
    const history = await desk.as.viewer.rating.history({ caseId, ratingId: rating?.id ?? "" });
    expect(history.map(({ version, label }) => [version, label])).toEqual([
      [2, ""],
      [1, "Mostly true"],
    ]);
    expect((await viewOf(caseId)).ratings).toMatchObject([{ id: rating?.id, entryId: null, version: 2 }]);
  });

  it("need a reason and an entry of the scale", async () => {
    const test = await openReadyCase(desk);
    const { caseId } = test;
    const of = { caseId, id: newId(), claimId: null, claimVersion: null, baseVersion: 0 };
    const bare = desk.as.annotator.rating.set({ mutationId: newId(), ...of, entryId: "true", justification: " " });
    expect((await refusalOf(bare)).message).toMatch(/Say why/);
    const none = desk.as.annotator.rating.set({ mutationId: newId(), ...of, entryId: "purple", justification: "So" });
    expect((await refusalOf(none)).message).toMatch(/no such entry/);
  });

  it("[R2] a new scale changes no release, ends signatures on what it rates, and asks to rate again", async () => {
    const test = await openReadyCase(desk, { signOffs: 1 });
    const { caseId, claim } = test;
    const { workspaceId } = desk;
    await rate(desk.as.annotator, test, claim.id);
    await sign(desk.as.reviewer, test);
    await release(desk.as.lead, test);
    const [made] = (await viewOf(caseId)).releases;
    await correct(desk.as.lead, test);
    await sign(desk.as.reviewer, test);
    const scale = await desk.as.viewer.rating.scale({ workspaceId });
    const entries = scale.entries.map((entry) => (entry.id === "mostly-true" ? { ...entry, label: "Largely true" } : entry));
    const set = { workspaceId, baseVersion: scale.version, name: scale.name, entries };
    await desk.as.lead.rating.setScale({ mutationId: newId(), ...set });
    const view = await viewOf(caseId);
    expect(view.signOffs).toEqual([]);
    expect(view.ratingScale.entries[3]?.label).toBe("Largely true");
    expect((await refusalOf(sign(desk.as.reviewer, test))).message).toMatch(/“Mostly true”, which the scale has no longer/);
    const { bytes } = await releaseFile(desk.app, { workspaceId, userId: "" }, made?.id ?? "", "json");
    expect(new TextDecoder().decode(bytes)).toContain("Mostly true");
    expect(await refusalOf(desk.as.lead.rating.setScale({ mutationId: newId(), ...set }))).toMatchObject({ code: "CONFLICT" });
    const same = { ...set, baseVersion: 1, entries: [...entries, { ...entries[0]!, id: "again" }] };
    expect((await refusalOf(desk.as.lead.rating.setScale({ mutationId: newId(), ...same }))).message).toMatch(/Two entries/);
    const back = { ...set, baseVersion: 1, entries: scale.entries };
    await desk.as.lead.rating.setScale({ mutationId: newId(), ...back });
  });
});
