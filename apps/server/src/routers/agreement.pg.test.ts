import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClaim, newId, openCase, openDesk, ref, save, say, submitted } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function caseWith(requiredTags: number): Promise<TestCase> {
  const test = await openCase(desk);
  const { version } = await desk.as.lead.case.get({ caseId: test.caseId });
  const ownPolicy = { requiredTags };
  await desk.as.lead.case.setPolicy({ mutationId: newId(), caseId: test.caseId, baseVersion: version, ownPolicy });
  return test;
}

const stancesOf = async ({ caseId }: TestCase) => {
  const ratings = await desk.as.lead.agreement.ratings({ caseId });
  return ratings
    .map(({ annotatorId, stance, independent }) => ({ annotatorId, stance, independent }))
    .toSorted((a, b) => a.stance.localeCompare(b.stance));
};

describe("agreement.ratings", () => {
  it("[B1] says nothing of a cell that is blind, not even to those who tagged it", async () => {
    const test = await caseWith(2);
    await submitted(desk.as.annotator, test);
    for (const as of [desk.as.annotator, desk.as.second, desk.as.owner]) {
      expect(await as.agreement.ratings({ caseId: test.caseId })).toEqual([]);
    }
  });

  it("[B3] takes blind tags as they stood when the cell opened, whatever was changed since", async () => {
    const test = await caseWith(2);
    const first = await submitted(desk.as.annotator, test, "verified");
    const second = await save(desk.as.second, test, say(test, "disputed"));
    await desk.as.second.tag.submit(ref(test, second));
    await save(desk.as.annotator, test, say(test, "disputed"), { id: first.id, baseVersion: first.version });
    expect(await stancesOf(test)).toEqual([
      { annotatorId: desk.people.second.id, stance: "disputed", independent: true },
      { annotatorId: desk.people.annotator.id, stance: "verified", independent: true },
    ]);
  });

  it("takes other tags as they stand, once they are submitted, and says that they were not blind", async () => {
    const test = await caseWith(1);
    const tag = await submitted(desk.as.annotator, test, "verified");
    await save(desk.as.second, test, say(test, "missing"));
    expect(await stancesOf(test)).toEqual([
      { annotatorId: desk.people.annotator.id, stance: "verified", independent: false },
    ]);
    await desk.as.annotator.tag.withdraw(ref(test, tag));
    expect(await stancesOf(test)).toEqual([]);
  });

  it("leaves withdrawn claims out", async () => {
    const test = await caseWith(1);
    const claim = await addClaim(desk.as.annotator, test.caseId, "Nobody was hurt.");
    await submitted(desk.as.annotator, { ...test, claim });
    expect(await stancesOf(test)).toHaveLength(1);
    const input = { mutationId: newId(), caseId: test.caseId, claimId: claim.id, baseVersion: claim.version };
    await desk.as.annotator.claim.withdraw(input);
    expect(await stancesOf(test)).toEqual([]);
  });
});
