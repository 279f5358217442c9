import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approved, newId, openCase, openDesk, refusalOf, submitted } from "../testing/desk.ts";
import type { Desk } from "../testing/desk.ts";
import { openReadyCase, sign } from "../testing/publish.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const m = (caseId: string) => ({ mutationId: newId(), caseId });
const listed = async () => (await desk.as.viewer.case.list({ workspaceId: desk.workspaceId })).map(({ id }) => id);
const away = async () => (await desk.as.viewer.case.away({ workspaceId: desk.workspaceId })).map(({ id }) => id);
const work = async (caseId: string) => {
  const { items } = await desk.as.reviewer.queue.mine({ workspaceId: desk.workspaceId, today: "2025-03-01" });
  return items.filter((item) => item.caseId === caseId).length;
};

describe("a case that is put away", () => {
  it("[T7] leaves list and work, keeps everything, and is brought back as it was", async () => {
    const test = await openCase(desk);
    const { caseId } = test;
    await submitted(desk.as.annotator, test);
    const before = await desk.as.viewer.case.get({ caseId });
    expect([(await listed()).includes(caseId), await work(caseId)]).toEqual([true, 1]);
    await desk.as.lead.case.putAway(m(caseId));
    expect([(await listed()).includes(caseId), await work(caseId), await away()]).toEqual([false, 0, [caseId]]);
    const put = await desk.as.viewer.case.get({ caseId });
    expect(put).toMatchObject({ version: before.version, archivedAt: expect.any(String) as string });
    expect(put.tags).toEqual(before.tags);
    await desk.as.lead.case.bringBack(m(caseId));
    expect([(await listed()).includes(caseId), await work(caseId), await away()]).toEqual([true, 1, []]);
    const { lastEvent: _, lastHash: __, ...back } = await desk.as.viewer.case.get({ caseId });
    expect(before).toMatchObject(back);
  });

  it("[T8] stands in the log with who and when, and can go on", async () => {
    const test = await openCase(desk);
    const { caseId } = test;
    await desk.as.lead.case.putAway(m(caseId));
    await approved(desk, test);
    await desk.as.owner.case.bringBack(m(caseId));
    const { events } = await desk.as.viewer.case.log({ caseId, after: 0, limit: 100 });
    const moves = events.filter(({ kind }) => kind === "case.put_away" || kind === "case.brought_back");
    expect(moves.map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ["case.put_away", desk.people.lead.id],
      ["case.brought_back", desk.people.owner.id],
    ]);
    expect(await desk.as.lead.case.verifyLog({ caseId })).toMatchObject({ ok: true });
  });

  it("[R1] keeps its signatures, and nobody who edits its title meanwhile is in the way", async () => {
    const test = await openReadyCase(desk);
    const { caseId } = test;
    const { version } = await desk.as.viewer.case.get({ caseId });
    await sign(desk.as.reviewer, test);
    await desk.as.lead.case.putAway(m(caseId));
    await desk.as.lead.case.bringBack(m(caseId));
    expect((await desk.as.viewer.case.get({ caseId })).signOffs).toHaveLength(1);
    await desk.as.lead.case.edit({ ...m(caseId), baseVersion: version, title: "Aurora, again", summary: "" });
  });

  it("is put away by those who manage cases, once", async () => {
    const { caseId } = await openCase(desk);
    expect(await refusalOf(desk.as.reviewer.case.putAway(m(caseId)))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(desk.as.lead.case.bringBack(m(caseId)))).toMatchObject({ code: "REFUSED" });
    await desk.as.lead.case.putAway(m(caseId));
    expect(await refusalOf(desk.as.lead.case.putAway(m(caseId)))).toMatchObject({ code: "REFUSED" });
    expect(await refusalOf(desk.as.annotator.case.bringBack(m(caseId)))).toMatchObject({ code: "FORBIDDEN" });
  });
});
