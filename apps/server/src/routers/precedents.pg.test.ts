import type { Stance } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId, only, openCase, openDesk, refusalOf, seen, submitted } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function withClaim(text: string): Promise<TestCase> {
  const test = await openCase(desk);
  const fields = { text, type: "number", claimant: "" } as const;
  const created = await desk.as.annotator.claim.create({ mutationId: newId(), caseId: test.caseId, id: newId(), ...fields });
  return { ...test, claim: only(created.claims) };
}

async function ruled(text: string, note: string, stance: Stance = "disputed") {
  const test = await withClaim(text);
  const tag = await submitted(desk.as.annotator, test);
  const challenge = { decision: "challenge", reason: "No", proposedStance: "disputed" } as const;
  await desk.as.reviewer.review.decide({ ...seen(test, tag), ...challenge });
  const ruling = { outcome: "overturn", stance, cause: "guideline_gap", note } as const;
  await desk.as.lead.review.adjudicate({ ...seen(test, tag), ...ruling });
  return test;
}

describe("precedents", () => {
  it("[A4] are earlier adjudications of similar claims in the workspace, the most alike first", async () => {
    const near = await ruled("The ferry Aurora carried 214 passengers.", "Crew are not passengers.");
    const far = await ruled("The operator said nobody was hurt.", "The operator is a party.", "missing");
    const now = await withClaim("214 passengers were on the ferry when it struck.");
    const tag = await submitted(desk.as.annotator, now);
    const asked = { caseId: now.caseId, tagId: tag.id };
    const found = await desk.as.reviewer.review.precedents(asked);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      caseId: near.caseId,
      caseTitle: "Aurora",
      claimNumber: 2,
      claimText: "The ferry Aurora carried 214 passengers.",
      stance: "verified",
      ruled: "disputed",
      stances: ["disputed", "verified"],
      outcome: "overturn",
      cause: "guideline_gap",
      note: "Crew are not passengers.",
      adjudicatorName: "lead",
    });
    const searched = await desk.as.reviewer.review.precedents({ ...asked, query: "parties" });
    expect(searched.map(({ caseId }) => caseId)).toEqual([far.caseId]);
    expect(await desk.as.reviewer.review.precedents({ ...asked, query: "passengers -crew" })).toEqual([]);
    expect(await desk.as.reviewer.review.precedents({ ...asked, query: "((:* 'x" })).toEqual([]);
    expect((await refusalOf(desk.as.stranger.review.precedents(asked))).code).toBe("NOT_FOUND");
  });

  it("[B1] leave out cells that are blind", async () => {
    const hidden = await ruled("Twelve lifeboats drifted.", "Marker word xylophone.");
    const now = await withClaim("Twelve lifeboats were lowered.");
    const tag = await submitted(desk.as.annotator, now);
    const asked = { caseId: now.caseId, tagId: tag.id };
    expect(await desk.as.lead.review.precedents(asked)).toHaveLength(1);
    await desk.db.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('assay.workspace', ${desk.workspaceId}, true)`;
      await tx.$executeRaw`UPDATE cases SET policy = '{"requiredTags": 2}' WHERE id = ${hidden.caseId}::uuid`;
    });
    expect(await desk.as.lead.review.precedents(asked)).toEqual([]);
    expect(await desk.as.lead.review.precedents({ ...asked, query: "xylophone" })).toEqual([]);
  });
});
