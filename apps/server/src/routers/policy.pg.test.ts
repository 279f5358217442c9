import { DEFAULT_POLICY } from "@assay/domain";
import type { CaseChange, Policy } from "@assay/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addClaim, newId, openCase, openDesk, refusalOf, save, say, submitted } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let test: TestCase;

beforeAll(async () => void (desk = await openDesk()));
afterAll(() => desk.close());
beforeEach(async () => void (test = await openCase(desk)));

const view = () => desk.as.viewer.case.get({ caseId: test.caseId });

async function decide(ownPolicy: Partial<Policy>): Promise<CaseChange> {
  const { version } = await view();
  return desk.as.lead.case.setPolicy({ mutationId: newId(), caseId: test.caseId, baseVersion: version, ownPolicy });
}

describe("the policy of a case", () => {
  it("[T8] is an event with what held before and what holds now, and answers with both policies complete", async () => {
    const change = await decide({ requiredTags: 3 });
    const after = { ...DEFAULT_POLICY, requiredTags: 3 };
    expect(change).toMatchObject({ policy: after, ownPolicy: { requiredTags: 3 }, case: { version: 2 } });
    expect(await view()).toMatchObject({ policy: after, ownPolicy: { requiredTags: 3 }, version: 2 });
    const { events } = await desk.as.lead.case.log({ caseId: test.caseId, after: 0, limit: 1000 });
    const payload = { of: "case", before: DEFAULT_POLICY, after };
    expect(events.at(-1)).toMatchObject({ kind: "policy.changed", subject: test.caseId, payload });
    expect(events.at(-1)?.actorId).toBe(desk.people.lead.id);
  });

  it("follows the workspace again in what it no longer decides for itself", async () => {
    await decide({ requiredTags: 3, selfReview: true });
    expect((await decide({ selfReview: true })).ownPolicy).toEqual({ selfReview: true });
    expect((await view()).policy).toEqual({ ...DEFAULT_POLICY, selfReview: true });
  });

  it("changes nothing when nothing changes", async () => {
    await decide({ signOffs: 2 });
    const before = await view();
    await decide({ signOffs: 2 });
    expect(await view()).toEqual(before);
  });

  it("[E5] is refused on an old version with both policies", async () => {
    await decide({ signOffs: 2 });
    const late = { mutationId: newId(), caseId: test.caseId, baseVersion: 1, ownPolicy: { signOffs: 3 } };
    expect(await refusalOf(desk.as.lead.case.setPolicy(late))).toMatchObject({
      code: "CONFLICT",
      details: { current: { ownPolicy: { signOffs: 2 }, version: 2 }, yours: { ownPolicy: { signOffs: 3 } } },
    });
  });

  it.each([
    [{ requiredTags: 9 }, "A cell takes 1 to 5 independent tags. With 1, cells are not blind."],
    [{ signOffs: -1 }, "A release takes 0 to 5 sign-offs."],
    [{ independenceThreshold: 0 }, "Corroborated takes 1 to 10 independent groups of sources."],
  ])("refuses %o in words", async (ownPolicy, message) => {
    expect(await refusalOf(decide(ownPolicy))).toMatchObject({ code: "INVALID", message });
  });

  it("is for leads and owners", async () => {
    const input = { mutationId: newId(), caseId: test.caseId, baseVersion: 1, ownPolicy: {} };
    for (const role of ["reviewer", "annotator", "viewer"] as const) {
      expect((await refusalOf(desk.as[role].case.setPolicy(input))).code).toBe("FORBIDDEN");
    }
  });

  it("[B1] keeps open what was submitted in sight of all, and shuts what was only drafted", async () => {
    const seen = await submitted(desk.as.annotator, test);
    const drafted = { ...test, claim: await addClaim(desk.as.annotator, test.caseId, "Nobody was hurt.") };
    await save(desk.as.annotator, drafted, say(drafted, "verified"));
    await decide({ requiredTags: 2 });
    const { tags, openings } = await desk.as.second.case.get({ caseId: test.caseId });
    expect(tags.map(({ id }) => id)).toEqual([seen.id]);
    expect(openings).toEqual([{ claimId: test.claim.id, sourceId: test.source.id, openedAt: seen.createdAt }]);
    const tag = await save(desk.as.second, test, say(test, "verified"));
    expect(tag.postReveal, "it never was blind").toBe(false);
  });
});

describe("the policy of a workspace", () => {
  async function setPolicy(over: Partial<Policy>) {
    const { version, policy } = await desk.as.owner.workspace.get({ workspaceId: desk.workspaceId });
    const input = { mutationId: newId(), workspaceId: desk.workspaceId, baseVersion: version };
    return desk.as.lead.workspace.setPolicy({ ...input, policy: { ...policy, ...over } });
  }

  it("[T8] is an event in every case in which something else holds now, and in no other", async () => {
    const own = test;
    await decide({ signOffs: 4 });
    const other = await openCase(desk);
    const kinds = async (caseId: string) => {
      const { events } = await desk.as.viewer.case.log({ caseId, after: 0, limit: 1000 });
      return events.filter(({ kind }) => kind === "policy.changed").map(({ payload }) => payload.of);
    };
    const set = await setPolicy({ signOffs: 2 });
    expect(set).toMatchObject({ policy: { signOffs: 2 } });
    expect(set.cases).toBeGreaterThanOrEqual(1);
    expect(await kinds(own.caseId)).toEqual(["case"]);
    expect(await kinds(other.caseId)).toEqual(["workspace"]);
    expect((await desk.as.viewer.case.get({ caseId: other.caseId })).policy.signOffs).toBe(2);
    const { ok } = await desk.as.viewer.case.verifyLog({ caseId: other.caseId });
    expect(ok, "the log still verifies").toBe(true);
    await setPolicy({ signOffs: 1 });
  });

  it("[E4] [E5] is done once, and not on an old version", async () => {
    const { version, policy } = await desk.as.owner.workspace.get({ workspaceId: desk.workspaceId });
    const input = { mutationId: newId(), workspaceId: desk.workspaceId, baseVersion: version };
    const first = await desk.as.owner.workspace.setPolicy({ ...input, policy: { ...policy, signOffs: 3 } });
    expect(await desk.as.owner.workspace.setPolicy({ ...input, policy: { ...policy, signOffs: 3 } })).toEqual(first);
    const late = { ...input, mutationId: newId(), policy };
    expect(await refusalOf(desk.as.owner.workspace.setPolicy(late))).toMatchObject({
      code: "CONFLICT",
      details: { current: { version: version + 1, policy: { signOffs: 3 } }, yours: policy },
    });
    await setPolicy({ signOffs: 1 });
  });
});
