import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approved, callAs, newId, only, openCase, openDesk, refusalOf, say } from "../testing/desk.ts";
import { PLAN } from "../testing/publish.ts";
import type { Caller, Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let test: TestCase;
let tagId: string;
let overrideId: string;
let assignmentId: string;
/** Owns another workspace with a case, source and claim of its own. */
let other: Caller;
let own: { workspaceId: string; test: TestCase };

beforeAll(async () => {
  desk = await openDesk();
  test = await openCase(desk);
  tagId = (await approved(desk, test)).id;
  overrideId = newId();
  const override = { id: overrideId, claimId: test.claim.id, claimVersion: 1, replaces: null, verdict: "refuted", reason: "Because" } as const;
  await desk.as.lead.verdict.override({ mutationId: newId(), caseId: test.caseId, ...override });
  assignmentId = newId();
  const place = { claimId: test.claim.id, sourceId: test.source.id, dueOn: null, note: "" };
  const given = { id: assignmentId, kind: "tag", assigneeId: desk.people.second.id, ...place } as const;
  await desk.as.lead.assignment.assign({ mutationId: newId(), caseId: test.caseId, ...given });
  await desk.as.reviewer.review.open({ caseId: test.caseId, tagId, tagVersion: 1 });
  other = callAs(desk.app, desk.people.stranger);
  const workspaceId = newId();
  await other.workspace.create({ mutationId: newId(), id: workspaceId, name: "Elsewhere" });
  const there = { ...desk, workspaceId, as: { ...desk.as, lead: other, annotator: other } };
  own = { workspaceId, test: await openCase(there) };
});
afterAll(() => desk.close());

type Attempt = () => Promise<unknown>;

/** Every procedure that names something, asked for another workspace's. */
function attempts(caseId: string): Record<string, Attempt> {
  const { workspaceId } = desk;
  const { claim, source } = test;
  const m = () => ({ mutationId: newId(), caseId });
  const w = () => ({ mutationId: newId(), workspaceId });
  const { revision: _, revisions, id: sourceId, number: __, version: ___, createdBy: ____, createdAt: _____, ...meta } = source;
  const content = { kind: "text", text: "Words" } as const;
  const scope = { claimIds: "all", sourceIds: "all", settledOnly: false } as const;
  const wording = { text: "Words", type: "event", claimant: "" } as const;
  const cell = { claimId: claim.id, sourceId, revisionId: source.revision.id };
  const seen = { tagId, tagVersion: 1 };
  const children = ["One", "Two"].map((text) => ({ ...wording, id: newId(), text }));
  const place = { id: newId(), kind: "tag", claimId: claim.id, sourceId } as const;
  const given = { ...place, dueOn: null, note: "" };
  const balance = { kind: "tag" as const, people: [desk.people.viewer.id], claimIds: null, sourceIds: null };
  return {
    "workspace.get": () => other.workspace.get({ workspaceId }),
    "workspace.rename": () => other.workspace.rename({ ...w(), baseVersion: 1, name: "Mine" }),
    "workspace.invite": () => other.workspace.invite({ ...w(), role: "viewer" }),
    "workspace.revokeInvitation": () => other.workspace.revokeInvitation({ ...w(), invitationId: newId() }),
    "workspace.makeReset": () => other.workspace.makeReset({ ...w(), userId: desk.people.viewer.id }),
    "workspace.revokeReset": () => other.workspace.revokeReset({ ...w(), resetId: newId() }),
    "workspace.setRole": () => other.workspace.setRole({ ...w(), userId: desk.people.viewer.id, role: "owner" }),
    "workspace.removeMember": () => other.workspace.removeMember({ ...w(), userId: desk.people.viewer.id }),
    "case.list": () => other.case.list({ workspaceId }),
    "case.create": () => other.case.create({ ...w(), id: newId(), title: "T", summary: "" }),
    "case.get": () => other.case.get({ caseId }),
    "case.head": () => other.case.head({ caseId }),
    "case.edit": () => other.case.edit({ ...m(), baseVersion: 1, title: "T", summary: "" }),
    "case.away": () => other.case.away({ workspaceId }),
    "case.putAway": () => other.case.putAway({ ...m() }),
    "case.bringBack": () => other.case.bringBack({ ...m() }),
    "case.log": () => other.case.log({ caseId, after: 0, limit: 10 }),
    "case.verifyLog": () => other.case.verifyLog({ caseId }),
    "source.inspect": () => other.source.inspect({ caseId, content }),
    "source.add": () => other.source.add({ ...m(), id: newId(), content, meta, completeness: "full" }),
    "source.edit": () => other.source.edit({ ...m(), sourceId, baseVersion: 1, meta }),
    "source.remove": () => other.source.remove({ ...m(), sourceId, baseVersion: 1, reason: "Why" }),
    "source.restore": () => other.source.restore({ ...m(), sourceId, baseVersion: 1 }),
    "source.text": () => other.source.text({ caseId, sourceId }),
    "source.previewRevision": () => other.source.previewRevision({ caseId, sourceId, content, completeness: "full" }),
    "source.revise": () =>
      other.source.revise({ ...m(), sourceId, baseRevisionId: only(revisions).id, content, completeness: "full" }),
    "claim.create": () => other.claim.create({ ...m(), id: newId(), ...wording }),
    "claim.edit": () => other.claim.edit({ ...m(), claimId: claim.id, baseVersion: 1, ...wording }),
    "claim.withdraw": () => other.claim.withdraw({ ...m(), claimId: claim.id, baseVersion: 1 }),
    "claim.restore": () => other.claim.restore({ ...m(), claimId: claim.id, baseVersion: 1 }),
    "claim.history": () => other.claim.history({ caseId, claimId: claim.id }),
    "tag.save": () =>
      other.tag.save({ ...m(), id: newId(), ...cell, baseVersion: 0, claimVersion: 1, content: say(test, "verified") }),
    "tag.submit": () => other.tag.submit({ ...m(), tagId, baseVersion: 1 }),
    "tag.withdraw": () => other.tag.withdraw({ ...m(), tagId, baseVersion: 1 }),
    "tag.restore": () => other.tag.restore({ ...m(), tagId, baseVersion: 1 }),
    "tag.reaffirm": () => other.tag.reaffirm({ ...m(), tagId, baseVersion: 1, claimVersion: 1, revisionId: only(revisions).id }),
    "tag.history": () => other.tag.history({ caseId, tagId }),
    "review.decide": () => other.review.decide({ ...m(), ...seen, decision: "comment", reason: "Hello" }),
    "review.adjudicate": () =>
      other.review.adjudicate({ ...m(), ...seen, outcome: "uphold", cause: "edge_case", note: "" }),
    "verdict.override": () =>
      other.verdict.override({ ...m(), id: newId(), claimId: claim.id, claimVersion: 1, replaces: null, verdict: "refuted", reason: "Why" }),
    "verdict.lift": () => other.verdict.lift({ ...m(), overrideId }),
    "claim.split": () =>
      other.claim.split({ ...m(), claimId: claim.id, baseVersion: 1, children, carry: true, note: "" }),
    "tag.whatChanged": () => other.tag.whatChanged({ caseId, tagId }),
    "review.open": () => other.review.open({ caseId, ...seen }),
    "review.readings": () => other.review.readings({ caseId }),
    "review.precedents": () => other.review.precedents({ caseId, tagId }),
    "queue.mine": () => other.queue.mine({ workspaceId, today: "2025-03-01" }),
    "assignment.assign": () => other.assignment.assign({ ...m(), ...given, assigneeId: desk.people.viewer.id }),
    "assignment.claim": () => other.assignment.claim({ ...m(), ...place }),
    "assignment.change": () =>
      other.assignment.change({ ...m(), assignmentId, baseVersion: 1, assigneeId: "x", dueOn: null, note: "" }),
    "assignment.end": () => other.assignment.end({ ...m(), assignmentId, reason: "" }),
    "assignment.proposal": () => other.assignment.proposal({ caseId, ...balance }),
    "assignment.balance": () => other.assignment.balance({ ...m(), ...balance, dueOn: null, note: "" }),
    "assignment.handOver": () =>
      other.assignment.handOver({ ...w(), from: desk.people.second.id, to: desk.people.annotator.id, note: "" }),
    "live.case": () => other.live.case({ caseId }),
    "live.presence": () =>
      other.live.presence({ caseId, pageId: newId(), sourceId, claimId: claim.id, selection: null }),
    "live.leave": () => other.live.leave({ caseId, pageId: newId() }),
    "assist.suggestions": () => other.assist.suggestions({ caseId }),
    "assist.cell": () => other.assist.cell({ caseId, claimId: claim.id, sourceId }),
    "assist.claim": () => other.assist.claim({ caseId, claimId: claim.id }),
    "assist.dismiss": () => other.assist.dismiss({ ...m(), items: [{ kind: "claim", key: "a".repeat(64) }] }),
    "assist.restore": () => other.assist.restore({ ...m(), items: [{ kind: "claim", key: "a".repeat(64) }] }),
    "assist.settings": () => other.assist.settings({ workspaceId }),
    "assist.setSettings": () =>
      other.assist.setSettings({ ...w(), baseVersion: 0, reader: "built-in", baseUrl: "", model: "", folder: "" }),
    "assist.cancel": () => other.assist.cancel({ caseId }),
    "report.export": () => other.report.export({ caseId, format: "json", title: "T", scope }),
    "rating.set": () =>
      other.rating.set({ ...m(), id: newId(), claimId: claim.id, claimVersion: 1, baseVersion: 0, entryId: "true", justification: "So" }),
    "rating.history": () => other.rating.history({ caseId, ratingId: newId() }),
    "rating.scale": () => other.rating.scale({ workspaceId }),
    "rating.setScale": () => other.rating.setScale({ ...w(), baseVersion: 0, name: "Mine", entries: [] }),
    "release.sign": () => other.release.sign({ ...m(), id: newId(), plan: PLAN, seenEvent: 99 }),
    "release.unsign": () => other.release.unsign({ ...m(), signOffId: newId() }),
    "release.make": () => other.release.make({ ...m(), id: newId(), plan: PLAN, seenEvent: 99 }),
    "release.correct": () => other.release.correct({ ...m(), id: newId(), claimId: claim.id, what: "That", why: "So" }),
    "release.withdrawCorrection": () => other.release.withdrawCorrection({ ...m(), correctionId: newId() }),
    "release.compare": () => other.release.compare({ caseId, from: 1, to: null }),
    "share.list": () => other.share.list({ caseId }),
    "share.create": () => other.share.create({ ...m(), number: 1, label: "", days: 30 }),
    "share.revoke": () => other.share.revoke({ ...m(), shareId: newId() }),
  };
}

/** Answered without looking for the ids in it. */
const WITHOUT_FOREIGN_ID = [
  "case.get",
  "case.head",
  "case.edit",
  "case.log",
  "case.verifyLog",
  "source.inspect",
  "review.readings",
];
const OWN_CASE_ALLOWS = [...WITHOUT_FOREIGN_ID, "source.add", "claim.create", "report.export"];

describe("a workspace", () => {
  it("[P1] answers NOT_FOUND to a stranger for every procedure, and stays as it was", async () => {
    const before = await desk.as.viewer.case.get({ caseId: test.caseId });
    for (const [name, attempt] of Object.entries(attempts(test.caseId))) {
      expect((await refusalOf(attempt())).code, name).toBe("NOT_FOUND");
    }
    expect(await desk.as.viewer.case.get({ caseId: test.caseId })).toEqual(before);
  });

  it("[P1] answers NOT_FOUND for its source, claim, tag and override named inside another's case", async () => {
    const before = await desk.as.viewer.case.get({ caseId: test.caseId });
    const named = Object.entries(attempts(own.test.caseId)).filter(([name]) =>
      /^(source|claim|tag|review|verdict|assignment)/.test(name),
    );
    for (const [name, attempt] of named) {
      if (!OWN_CASE_ALLOWS.includes(name)) expect((await refusalOf(attempt())).code, name).toBe("NOT_FOUND");
    }
    const cell = { claimId: own.test.claim.id, sourceId: own.test.source.id, revisionId: test.source.revision.id };
    const m = { mutationId: newId(), caseId: own.test.caseId };
    const content = say(own.test, "verified");
    const save = { ...m, id: newId(), ...cell, baseVersion: 0, claimVersion: 1, content };
    expect((await refusalOf(other.tag.save(save))).code).toBe("NOT_FOUND");
    const parent = { id: newId(), parentId: test.claim.id, text: "T", type: "event", claimant: "" } as const;
    expect((await refusalOf(other.claim.create({ ...m, ...parent }))).code).toBe("NOT_FOUND");
    const many = await other.tag.submitMany({ ...m, mutationId: newId(), items: [{ tagId, baseVersion: 1 }] });
    expect(many).toMatchObject({ refused: [{ tagId, reason: "There is no such tag in this case." }] });
    expect(many.tags).toBeUndefined();
    expect(await desk.as.viewer.case.get({ caseId: test.caseId })).toEqual(before);
  });

  it("[P1] cannot be taken over by making one of the same id", async () => {
    const take = other.workspace.create({ mutationId: newId(), id: desk.workspaceId, name: "Mine" });
    expect((await refusalOf(take)).code).toBe("ALREADY_EXISTS");
    const takeCase = { mutationId: newId(), workspaceId: own.workspaceId, id: test.caseId, title: "T", summary: "" };
    expect((await refusalOf(other.case.create(takeCase))).code).toBe("ALREADY_EXISTS");
    expect((await desk.as.viewer.workspace.get({ workspaceId: desk.workspaceId })).name).toBe("Harbour desk");
  });

  it("[P1] shows no row of another workspace to SQL of the server's role, and takes none in", async () => {
    const tables = [
      "members",
      "invitations",
      "cases",
      "sources",
      "source_revisions",
      "carried_evidence",
      "claims",
      "claim_versions",
      "tags",
      "tag_versions",
      "evidence",
      "reviews",
      "assignments",
      "tag_readings",
      "verdict_overrides",
      "case_events",
      "suggestion_dismissals",
      "assist_settings",
      "password_resets",
    ];
    await desk.as.lead.workspace.makeReset({ ...m0(), userId: desk.people.viewer.id });
    const dismissed = { caseId: test.caseId, items: [{ kind: "claim" as const, key: "a".repeat(64) }] };
    await desk.as.lead.assist.dismiss({ mutationId: newId(), ...dismissed });
    const settings = { reader: "built-in", baseUrl: "", model: "", folder: "" } as const;
    await desk.as.lead.assist.setSettings({ ...m0(), baseVersion: 0, ...settings });
    const { caseId, source, text } = test;
    const content = { kind: "text", text: `Corrected.\n\n${text}` } as const;
    const revised = { sourceId: source.id, baseRevisionId: source.revision.id, content, completeness: "full" } as const;
    await desk.as.lead.source.revise({ mutationId: newId(), caseId, ...revised });
    const client = await desk.db.pool.connect();
    try {
      const count = async (table: string) => {
        const { rows } = await client.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM ${table} WHERE workspace_id = $1`,
          [desk.workspaceId],
        );
        return rows[0]?.n;
      };
      await client.query("SELECT set_config('assay.workspace', $1, false)", [own.workspaceId]);
      for (const table of tables) expect(await count(table), `${table} seen from another workspace`).toBe(0);
      const smuggle = client.query("UPDATE claims SET workspace_id = $1", [desk.workspaceId]);
      await expect(smuggle).rejects.toThrow(/row-level security/);
      await client.query("SELECT set_config('assay.workspace', '', false)");
      for (const table of tables) expect(await count(table), `${table} seen from nowhere`).toBe(0);
      await client.query("SELECT set_config('assay.workspace', $1, false)", [desk.workspaceId]);
      for (const table of tables) expect(await count(table), `${table} seen from inside`).toBeGreaterThan(0);
    } finally {
      client.release(true);
    }
  });

  it("asks for a sign-in before anything else", async () => {
    const nobody = callAs(desk.app, null);
    expect((await refusalOf(nobody.case.get({ caseId: test.caseId }))).code).toBe("UNAUTHENTICATED");
    const me = await nobody.me.get();
    expect(me).toMatchObject({ user: null, workspaces: [] });
  });

  it("refuses to each role what it may not do, and says whom to ask", async () => {
    const { caseId } = test;
    const m = () => ({ mutationId: newId(), caseId });
    const wording = { text: "T", type: "event", claimant: "" } as const;
    const refused: [string, Attempt][] = [
      ["viewer tags", () => desk.as.viewer.tag.submit({ ...m(), tagId, baseVersion: 1 })],
      ["viewer edits a claim", () => desk.as.viewer.claim.create({ ...m(), id: newId(), ...wording })],
      [
        "viewer comments",
        () => desk.as.viewer.review.decide({ ...m(), tagId, tagVersion: 1, decision: "comment", reason: "Hi" }),
      ],
      [
        "annotator approves",
        () => desk.as.second.review.decide({ ...m(), tagId, tagVersion: 1, decision: "approve", reason: "" }),
      ],
      [
        "annotator edits the case",
        () => desk.as.annotator.case.edit({ ...m(), baseVersion: 1, title: "T", summary: "" }),
      ],
      ["reviewer overrides", () => desk.as.reviewer.verdict.lift({ ...m(), overrideId })],
      ["lead renames", () => desk.as.lead.workspace.rename({ ...m0(), baseVersion: 1, name: "N" })],
    ];
    for (const [what, call] of refused) {
      const refusal = await refusalOf(call());
      expect(refusal.code, what).toBe("FORBIDDEN");
      expect(refusal.message, what).toMatch(/^(A|An) \w+ cannot .+\. Ask an owner/);
    }
  });
});

function m0() {
  return { mutationId: newId(), workspaceId: desk.workspaceId };
}
