import type { AssignmentKind } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addClaim,
  cellApart,
  newId,
  only,
  openCase,
  openDesk,
  refusalOf,
  save,
  say,
  seen,
  submitted,
} from "../testing/desk.ts";
import type { Crew, Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let test: TestCase;
beforeAll(async () => {
  desk = await openDesk();
  test = await openCase(desk);
});
afterAll(() => desk.close());

const freshCell = () => cellApart(desk, test);

const place = ({ caseId, claim, source }: TestCase) => ({ caseId, claimId: claim.id, sourceId: source.id });
const work = (cell: TestCase, to: keyof Crew, kind: AssignmentKind = "tag") => {
  const assigneeId = desk.people[to].id;
  return { mutationId: newId(), id: newId(), kind, assigneeId, ...place(cell), dueOn: null, note: "" };
};
const taking = (cell: TestCase, kind: AssignmentKind = "review") => {
  return { mutationId: newId(), id: newId(), kind, ...place(cell) };
};
const mine = async (who: keyof Crew, caseId: string) =>
  (await desk.as[who].queue.mine({ workspaceId: desk.workspaceId, today: "2025-03-01", filter: { caseId } })).items;

describe("an assignment", () => {
  it("[T8] is in the case, in its log and in the assignee's queue until it ends", async () => {
    const cell = await freshCell();
    const given = { ...work(cell, "annotator"), dueOn: "2025-03-04", note: "Before noon" };
    const made = only((await desk.as.lead.assignment.assign(given)).assignments);
    expect(made).toMatchObject({ dueOn: "2025-03-04", note: "Before noon", version: 1, createdBy: desk.people.lead.id });
    const view = await desk.as.viewer.case.get({ caseId: cell.caseId });
    expect(view.assignments).toContainEqual(made);
    expect(await mine("annotator", cell.caseId)).toContainEqual(
      expect.objectContaining({ kind: "to_tag", why: "assigned", claimId: cell.claim.id, assignmentId: made.id }),
    );
    const end = { mutationId: newId(), caseId: cell.caseId, assignmentId: made.id, reason: "No time" };
    expect((await desk.as.annotator.assignment.end(end)).endedAssignments).toEqual([made.id]);
    expect((await desk.as.viewer.case.get({ caseId: cell.caseId })).assignments).not.toContainEqual(made);
    const { events } = await desk.as.viewer.case.log({ caseId: cell.caseId, after: view.lastEvent - 1, limit: 10 });
    expect(events.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["assignment.created", "Before noon"],
      ["assignment.ended", "No time"],
    ]);
  });

  it("[E4] [E5] changes hands once, on the version that was seen", async () => {
    const cell = await freshCell();
    const made = only((await desk.as.lead.assignment.assign(work(cell, "annotator"))).assignments);
    const to = { assigneeId: desk.people.second.id, dueOn: "2025-03-09", note: "Please" };
    const change = { mutationId: newId(), caseId: cell.caseId, assignmentId: made.id, baseVersion: 1, ...to };
    const changed = await desk.as.lead.assignment.change(change);
    expect(only(changed.assignments)).toMatchObject({ ...to, version: 2 });
    expect(await desk.as.lead.assignment.change(change)).toEqual(changed);
    const late = desk.as.owner.assignment.change({ ...change, mutationId: newId(), note: "Mine" });
    expect(await refusalOf(late)).toMatchObject({
      code: "CONFLICT",
      details: { current: { version: 2, note: "Please" }, yours: { note: "Mine" } },
    });
  });

  it("is given by leads, and taken by anybody whose role can do the work", async () => {
    const cell = await freshCell();
    expect(await refusalOf(desk.as.reviewer.assignment.assign(work(cell, "annotator")))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(desk.as.annotator.assignment.claim(taking(cell)))).toMatchObject({ code: "FORBIDDEN" });
    expect(await refusalOf(desk.as.lead.assignment.assign(work(cell, "annotator", "review")))).toMatchObject({
      code: "REFUSED",
      details: { rule: "assignee" },
    });
    const taken = await desk.as.reviewer.assignment.claim(taking(cell));
    const other = { mutationId: newId(), caseId: cell.caseId, assignmentId: only(taken.assignments).id, reason: "" };
    expect(await refusalOf(desk.as.annotator.assignment.end(other))).toMatchObject({ code: "FORBIDDEN" });
  });

  it("[T4] [A1] [B2] is not given to whoever had a hand in the cell", async () => {
    const cell = await freshCell();
    const tag = await submitted(desk.as.reviewer, cell);
    const give = (to: keyof Crew, kind: AssignmentKind) => refusalOf(desk.as.lead.assignment.assign(work(cell, to, kind)));
    expect(await give("reviewer", "review")).toMatchObject({ code: "REFUSED", details: { rule: "T4" } });
    expect(await give("reviewer", "tag")).toMatchObject({ code: "REFUSED", details: { rule: "B2" } });
    const challenge = { decision: "challenge", reason: "No", proposedStance: "disputed" } as const;
    await desk.as.owner.review.decide({ ...seen(cell, tag), ...challenge });
    expect(await give("owner", "adjudicate")).toMatchObject({ code: "REFUSED", details: { rule: "A1" } });
  });

  it("[T7] is refused on a withdrawn claim, to a stranger, and twice to the same person", async () => {
    const cell = await freshCell();
    const first = work(cell, "annotator");
    await desk.as.lead.assignment.assign(first);
    const again = desk.as.lead.assignment.assign({ ...first, mutationId: newId(), id: newId() });
    expect(await refusalOf(again)).toMatchObject({ code: "ALREADY_EXISTS", details: { existing: { id: first.id } } });
    expect((await refusalOf(desk.as.lead.assignment.assign(work(cell, "stranger")))).code).toBe("NOT_FOUND");
    const { caseId, claimId } = place(cell);
    await desk.as.lead.claim.withdraw({ mutationId: newId(), caseId, claimId, baseVersion: 1 });
    const late = desk.as.lead.assignment.assign(work(cell, "second"));
    expect(await refusalOf(late)).toMatchObject({ code: "REFUSED", details: { rule: "T7" } });
    expect(await mine("annotator", cell.caseId)).not.toContainEqual(expect.objectContaining({ claimId }));
  });

  it("given in bulk answers each refusal by itself and does the rest", async () => {
    const [one, two] = [await freshCell(), await freshCell()];
    await save(desk.as.second, two, say(two, "verified"));
    const items = [work(one, "annotator"), work(two, "second"), work(two, "stranger"), work(two, "annotator")];
    const bare = items.map(({ mutationId: _, caseId: __, ...item }) => item);
    const many = { mutationId: newId(), caseId: one.caseId, items: bare };
    const done = await desk.as.lead.assignment.assignMany(many);
    expect(done.assignments?.map(({ id }) => id).sort()).toEqual([items[0]?.id, items[3]?.id].sort());
    expect(done.refused).toMatchObject([
      { id: items[1]?.id, rule: "B2" },
      { id: items[2]?.id, rule: null },
    ]);
  });
});

describe("taking work", () => {
  it("is one assignment however often it is tapped", async () => {
    const cell = await freshCell();
    const first = await desk.as.reviewer.assignment.claim(taking(cell));
    const second = await desk.as.reviewer.assignment.claim(taking(cell));
    expect(second.assignments).toEqual(first.assignments);
  });

  it("goes to one of two who take it at once", async () => {
    const cell = await freshCell();
    const both = [desk.as.reviewer.assignment.claim(taking(cell)), desk.as.lead.assignment.claim(taking(cell))];
    const done = await Promise.allSettled(both);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = done.findIndex(({ status }) => status === "rejected");
    expect(await refusalOf(both[lost] ?? Promise.resolve())).toMatchObject({
      code: "REFUSED",
      details: { rule: "taken" },
    });
  });
});

describe("a balance", () => {
  it("[B2] [B1] gives each blind cell to as many people as it needs, and tells nobody who tagged what", async () => {
    const blind = await openCase(desk);
    const { caseId } = blind;
    for (let count = 0; count < 3; count += 1) await addClaim(desk.as.annotator, caseId, `Claim ${count}`);
    await desk.db.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('assay.workspace', ${desk.workspaceId}, true)`;
      await tx.$executeRaw`UPDATE cases SET policy = '{"requiredTags": 2}' WHERE id = ${caseId}::uuid`;
    });
    const crew = [desk.people.annotator.id, desk.people.second.id, desk.people.reviewer.id];
    const scope = { caseId, kind: "tag", people: crew, claimIds: null, sourceIds: null } as const;
    const before = await desk.as.lead.assignment.proposal(scope);
    expect(before.assignments).toHaveLength(8);
    expect(before.load.map(({ after }) => after).sort()).toEqual([2, 3, 3]);
    await submitted(desk.as.annotator, blind);
    expect(await desk.as.lead.assignment.proposal(scope)).toEqual(before);
    const apply = { ...scope, mutationId: newId(), dueOn: "2025-03-03", note: "" };
    const done = await desk.as.lead.assignment.balance(apply);
    expect(done.proposal).toEqual(before);
    expect(done.assignments).toHaveLength(8);
    const again = await desk.as.lead.assignment.balance({ ...apply, mutationId: newId() });
    expect(again.proposal.assignments).toEqual([]);
    const queue = await mine("annotator", caseId);
    expect(queue).not.toContainEqual(expect.objectContaining({ claimId: blind.claim.id }));
  });
});

describe("somebody who leaves", () => {
  it("hands over what they have first, in all cases, and is told what there is", async () => {
    const one = await openCase(desk);
    const two = await openCase(desk);
    const from = desk.people.second;
    await desk.as.lead.assignment.assign(work(one, "second"));
    const draft = await save(desk.as.second, two, say(two, "verified"));
    const leave = () => {
      return desk.as.owner.workspace.removeMember({ mutationId: newId(), workspaceId: desk.workspaceId, userId: from.id });
    };
    const refused = await refusalOf(leave());
    expect(refused).toMatchObject({ code: "REFUSED", details: { rule: "open work" } });
    expect(refused.details["openWork"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ caseId: one.caseId, assignments: [expect.objectContaining({ kind: "tag" })] }),
        expect.objectContaining({ caseId: two.caseId, tags: [expect.objectContaining({ tagId: draft.id })] }),
      ]),
    );
    const viewer = { mutationId: newId(), workspaceId: desk.workspaceId, userId: from.id, role: "viewer" } as const;
    expect(await refusalOf(desk.as.owner.workspace.setRole(viewer))).toMatchObject({ details: { rule: "open work" } });
    const handOver = { mutationId: newId(), workspaceId: desk.workspaceId, from: from.id, note: "On leave" };
    const wrong = await desk.as.lead.assignment.handOver({ ...handOver, to: desk.people.viewer.id });
    expect(wrong.cases.flatMap((each) => each.refused).length).toBeGreaterThanOrEqual(2);
    expect(wrong.cases.map(({ given }) => given)).not.toContain(1);
    const right = { ...handOver, mutationId: newId(), to: desk.people.annotator.id };
    const done = await desk.as.lead.assignment.handOver(right);
    expect(done.cases.flatMap((each) => each.refused)).toEqual([]);
    expect(await desk.as.lead.assignment.handOver(right)).toEqual(done);
    for (const { caseId, claim } of [one, two]) {
      const item = { why: "assigned", claimId: claim.id, assigneeIds: [desk.people.annotator.id] };
      expect(await mine("annotator", caseId)).toContainEqual(expect.objectContaining(item));
      expect(await desk.as.lead.case.verifyLog({ caseId })).toMatchObject({ ok: true });
    }
    await leave();
    const late = desk.as.lead.assignment.assign(work(await freshCell(), "second"));
    expect(await refusalOf(late)).toMatchObject({ code: "REFUSED", details: { rule: "assignee" } });
  });

  it("is not given work at the same moment", async () => {
    const cell = await freshCell();
    const { id } = await (async () => {
      const { token } = await desk.as.owner.workspace.invite({
        mutationId: newId(),
        workspaceId: desk.workspaceId,
        role: "annotator",
      });
      await desk.as.stranger.invitation.accept({ mutationId: newId(), token });
      return desk.people.stranger;
    })();
    const removing = desk.as.owner.workspace.removeMember({
      mutationId: newId(),
      workspaceId: desk.workspaceId,
      userId: id,
    });
    const giving = desk.as.lead.assignment.assign(work(cell, "stranger"));
    const done = await Promise.allSettled([removing, giving]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
