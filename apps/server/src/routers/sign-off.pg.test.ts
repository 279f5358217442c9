import { followCase, hearAnswer } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId, openDesk, ref, refusalOf, submitted } from "../testing/desk.ts";
import type { Desk } from "../testing/desk.ts";
import { setOwnPolicy } from "../testing/blind.ts";
import { PLAN, openReadyCase, rate, release, seenNow, sign } from "../testing/publish.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const viewOf = (caseId: string) => desk.as.viewer.case.get({ caseId });

describe("signing off", () => {
  it("[R1] takes as many people as the policy says, each once, and not before the work is done", async () => {
    const test = await openReadyCase(desk);
    const open = await submitted(desk.as.second, test, "disputed");
    const early = await refusalOf(sign(desk.as.reviewer, test));
    expect(early).toMatchObject({ code: "REFUSED", details: { rule: "R1" } });
    expect(early.message).toMatch(/^Not ready to be signed\. C1 in /);
    await desk.as.second.tag.withdraw(ref(test, open));
    await sign(desk.as.reviewer, test);
    expect((await refusalOf(sign(desk.as.reviewer, test))).message).toMatch(/signed this already/);
    expect((await refusalOf(release(desk.as.lead, test))).message).toMatch(/One more person has to sign it off: 1 of 2/);
    expect(await refusalOf(sign(desk.as.annotator, test))).toMatchObject({ code: "FORBIDDEN" });
    await sign(desk.as.owner, test);
    expect((await release(desk.as.lead, test)).releases).toMatchObject([{ number: 1 }]);
  });

  it("[T4] is not for somebody whose work alone it is, unless the policy allows it", async () => {
    const test = await openReadyCase(desk, { signOffs: 1 });
    const { annotator } = desk.people;
    const role = { mutationId: newId(), workspaceId: desk.workspaceId, userId: annotator.id };
    await desk.as.owner.workspace.setRole({ ...role, role: "reviewer" });
    expect(await refusalOf(sign(desk.as.annotator, test))).toMatchObject({ details: { rule: "T4" } });
    await setOwnPolicy(desk, test, { signOffs: 1, selfReview: true });
    await sign(desk.as.annotator, test);
    await desk.as.owner.workspace.setRole({ ...role, mutationId: newId(), role: "annotator" });
  });

  it("[R1] a signature ends with any change of what was signed, and with nothing else", async () => {
    const test = await openReadyCase(desk);
    const { caseId } = test;
    await sign(desk.as.reviewer, test);
    const comment = { id: newId(), text: "Well done.", mentions: [] };
    await desk.as.second.thread.open({ mutationId: newId(), caseId, id: newId(), subject: { kind: "case" }, comment });
    expect((await viewOf(caseId)).signOffs).toHaveLength(1);
    await rate(desk.as.annotator, test, test.claim.id);
    expect((await viewOf(caseId)).signOffs).toEqual([]);
    expect((await refusalOf(release(desk.as.lead, test))).message).toMatch(/0 of 2/);
  });

  it("[R1] [E3] a signature outlives an edit that changed nothing, on a page that is behind too", async () => {
    const test = await openReadyCase(desk);
    const { caseId, claim } = test;
    await sign(desk.as.reviewer, test);
    const page = followCase(await viewOf(caseId));
    const comment = { id: newId(), text: "Well done.", mentions: [] };
    await desk.as.second.thread.open({ mutationId: newId(), caseId, id: newId(), subject: { kind: "case" }, comment });
    const { text, type, claimant, version: baseVersion } = claim;
    const same = { mutationId: newId(), caseId, claimId: claim.id, baseVersion, text, type, claimant };
    const answer = await desk.as.lead.claim.edit(same);
    expect(answer).toMatchObject({ lastEvent: page.known.lastEvent + 1, eventless: true });
    expect(hearAnswer(page, answer).view.signOffs).toHaveLength(1);
    expect((await viewOf(caseId)).signOffs).toHaveLength(1);
    const changed = await desk.as.lead.claim.edit({ ...same, mutationId: newId(), text: "About 214 people were aboard." });
    expect(changed).not.toHaveProperty("eventless");
  });

  it("[R1] counts for the plan that was signed, and can be taken back by the signer alone", async () => {
    const test = await openReadyCase(desk, { signOffs: 1 });
    const { caseId } = test;
    const signOffId = (await sign(desk.as.reviewer, test)).signOffs?.[0]?.id ?? "";
    expect((await refusalOf(release(desk.as.lead, test, { ...PLAN, title: "Another" }))).message).toMatch(/0 of 1/);
    expect(await refusalOf(desk.as.owner.release.unsign({ mutationId: newId(), caseId, signOffId }))).toMatchObject({
      code: "REFUSED",
    });
    await desk.as.reviewer.release.unsign({ mutationId: newId(), caseId, signOffId });
    expect((await viewOf(caseId)).signOffs).toEqual([]);
  });

  it("[R1] of two at once, an edit and a signature, no signature stands on what it did not see", async () => {
    for (let round = 0; round < 6; round++) {
      const test = await openReadyCase(desk, { signOffs: 1 });
      const { caseId, claim } = test;
      const seenEvent = await seenNow(desk.as.reviewer, test);
      const wording = { text: "215 people were aboard.", type: "number", claimant: "" } as const;
      const edit = { mutationId: newId(), caseId, claimId: claim.id, baseVersion: 1, ...wording };
      const signing = { mutationId: newId(), caseId, id: newId(), plan: PLAN, seenEvent };
      const both = [() => desk.as.annotator.claim.edit(edit), () => desk.as.reviewer.release.sign(signing)];
      await Promise.allSettled((round % 2 === 0 ? both : both.toReversed()).map((act) => act()));
      expect((await viewOf(caseId)).signOffs).toEqual([]);
    }
  });
});
