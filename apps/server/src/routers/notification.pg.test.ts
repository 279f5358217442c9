import { withScope } from "@assay/db";
import type { NotificationSettings } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClaim, approved, newId, only, openCase, openDesk, refusalOf, seen, submitted } from "../testing/desk.ts";
import type { Caller, Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const list = async (as: Caller) => {
  const { workspaceId } = desk;
  return as.notification.list({ workspaceId, unreadOnly: false, after: null, limit: 100 });
};
/** What somebody was told of one case, newest first. */
const told = async (as: Caller, { caseId }: TestCase) =>
  (await list(as)).items.filter((item) => item.caseId === caseId).map(({ kind, text, href }) => ({ kind, text, href }));

const quiet: NotificationSettings = { mail: "off", mutedKinds: [], mutedCases: [] };
const set = (as: Caller, settings: Partial<NotificationSettings>) =>
  as.notification.setSettings({
    mutationId: newId(),
    workspaceId: desk.workspaceId,
    settings: { ...quiet, ...settings },
  });

const open = (as: Caller, { caseId }: TestCase, mentions: string[], text = "Please look") =>
  as.thread.open({
    mutationId: newId(),
    caseId,
    id: newId(),
    subject: { kind: "case" },
    comment: { id: newId(), text, mentions },
  });

describe("notifications", () => {
  it("tell an author what became of their tag, with the way to it, and not the one who did it", async () => {
    const test = await openCase(desk);
    const { annotator, reviewer, lead } = desk.as;
    const tag = await submitted(annotator, test);
    await reviewer.review.decide({
      ...seen(test, tag),
      decision: "challenge",
      reason: "Another number",
      proposedStance: "disputed",
    });
    const ruling = { outcome: "overturn", stance: "disputed", cause: "edge_case", note: "The log says 215" } as const;
    await lead.review.adjudicate({ ...seen(test, tag), ...ruling });
    const href = `/c/${test.caseId}?claim=1&source=1`;
    expect(await told(annotator, test)).toEqual([
      { kind: "overruled", href, text: expect.stringContaining("“The log says 215”") as string },
      { kind: "challenged", href, text: expect.stringContaining("proposes disputed: “Another number”") as string },
    ]);
    expect(await told(reviewer, test)).toEqual([]);
    expect(await told(lead, test)).toEqual([]);
  });

  it("[T6] tell every author whose tag a new wording made stale", async () => {
    const test = await openCase(desk);
    await approved(desk, test);
    const wording = { text: "215 people were aboard.", type: "number", claimant: "" } as const;
    const edit = { mutationId: newId(), caseId: test.caseId, claimId: test.claim.id, baseVersion: 1, ...wording };
    await desk.as.lead.claim.edit(edit);
    expect((await told(desk.as.annotator, test))[0]?.kind).toBe("stale");
  });

  it("[E4] are written once, in the transaction of the change: a refused one tells nobody", async () => {
    const test = await openCase(desk);
    const input = {
      mutationId: newId(),
      caseId: test.caseId,
      id: newId(),
      subject: { kind: "case" as const },
      comment: { id: newId(), text: "@reviewer look", mentions: [desk.people.reviewer.id] },
    };
    await Promise.all([desk.as.annotator.thread.open(input), desk.as.annotator.thread.open(input)]);
    await refusalOf(desk.as.annotator.thread.open({ ...input, mutationId: newId() }));
    const [one, ...more] = await told(desk.as.reviewer, test);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ kind: "mentioned", href: `/c/${test.caseId}/threads?thread=${input.id}` });
  });

  it("respect muted kinds and muted cases", async () => {
    const test = await openCase(desk);
    const other = await openCase(desk);
    const { second, lead } = desk.as;
    const me = desk.people.second.id;
    await set(second, { mutedCases: [test.caseId] });
    await open(lead, test, [me]);
    await open(lead, other, [me]);
    await set(second, { mutedKinds: ["mentioned"] });
    await open(lead, other, [me]);
    await set(second, {});
    expect(await told(second, test)).toEqual([]);
    expect(await told(second, other)).toHaveLength(1);
    expect(await second.notification.settings({ workspaceId: desk.workspaceId })).toEqual({ ...quiet, canMail: false });
  });

  it("are read and unread one by one and all at once, by nobody but their reader", async () => {
    const test = await openCase(desk);
    const { viewer, lead, second } = desk.as;
    const { workspaceId } = desk;
    for (const text of ["One", "Two", "Three"]) await open(lead, test, [desk.people.viewer.id], text);
    const { items, unread } = await list(viewer);
    expect(unread).toBe(3);
    expect(items.map(({ text }) => text.slice(-6))).toEqual(["Three”", " “Two”", " “One”"].map((end) => end.slice(-6)));
    const first = items[0]?.id ?? "";
    const mark = (as: Caller, which: { ids: string[] } | { upTo: string }, read: boolean) =>
      as.notification.mark({ mutationId: newId(), workspaceId, which, read });
    expect(await mark(viewer, { ids: [first] }, true)).toEqual({ unread: 2 });
    await mark(second, { ids: items.map(({ id }) => id) }, true);
    expect(await viewer.notification.count({ workspaceId })).toEqual({ unread: 2 });
    expect(await mark(viewer, { ids: [first] }, false)).toEqual({ unread: 3 });
    expect(await mark(viewer, { upTo: items[1]?.createdAt ?? "" }, true)).toEqual({ unread: 1 });
    const some = await viewer.notification.list({ workspaceId, unreadOnly: true, after: null, limit: 100 });
    expect(some.items.map(({ id }) => id)).toEqual([first]);
  });

  it("come in pages without a gap or a repeat", async () => {
    const test = await openCase(desk);
    const { workspaceId } = desk;
    for (let i = 0; i < 7; i += 1) await open(desk.as.lead, test, [desk.people.owner.id], `Note ${i}`);
    const seenIds: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await desk.as.owner.notification.list({
        workspaceId,
        unreadOnly: false,
        after,
        limit: 3,
      });
      seenIds.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seenIds).toEqual((await list(desk.as.owner)).items.map(({ id }) => id));
    expect(new Set(seenIds).size).toBe(7);
  });

  it("[P1] of one desk are out of reach for a stranger", async () => {
    const { workspaceId } = desk;
    const { stranger } = desk.as;
    const asks = [
      () => stranger.notification.count({ workspaceId }),
      () => stranger.notification.list({ workspaceId, unreadOnly: false, after: null, limit: 10 }),
      () => stranger.notification.settings({ workspaceId }),
      () => stranger.notification.mark({ mutationId: newId(), workspaceId, which: { ids: [newId()] }, read: true }),
      () => set(stranger, {}),
    ];
    for (const ask of asks) expect((await refusalOf(ask())).code).toBe("NOT_FOUND");
  });

  it("[P1] are rows that SQL of the server's role shows to their reader alone", async () => {
    const test = await openCase(desk);
    await open(desk.as.lead, test, [desk.people.reviewer.id]);
    const count = (userId: string) =>
      withScope(desk.db, { workspaceId: desk.workspaceId, userId }, (tx) =>
        tx.notification.count({ where: { caseId: test.caseId } }),
      );
    expect(await count(desk.people.reviewer.id)).toBe(1);
    expect(await count(desk.people.lead.id)).toBe(0);
    expect((await desk.db.pool.query("SELECT 1 FROM notifications")).rows).toEqual([]);
  });

  it("[E1] name the event they tell of", async () => {
    const test = await openCase(desk);
    await addClaim(desk.as.annotator, test.caseId, "It was Tuesday.");
    await open(desk.as.lead, test, [desk.people.reviewer.id]);
    const { events } = await desk.as.viewer.case.log({ caseId: test.caseId, after: 0, limit: 100 });
    const scope = { workspaceId: desk.workspaceId, userId: desk.people.reviewer.id };
    const rows = await withScope(desk.db, scope, (tx) => tx.notification.findMany({ where: { caseId: test.caseId } }));
    expect(only(rows).eventNumber).toBe(only(events.filter(({ kind }) => kind === "thread.opened")).number);
  });
});
