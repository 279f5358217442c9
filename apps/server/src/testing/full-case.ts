import { defaultDocument } from "@assay/domain";
import { TRPCError } from "@trpc/server";
import { releaseFile } from "../services/release-file.ts";
import { addClaim, addText, newId, only, save, say, seen, submitted } from "./desk.ts";
import type { Crew, Desk, TestCase } from "./desk.ts";
import { Dice } from "./dice.ts";
import { correct, rate, release, sign } from "./publish.ts";
import { WORK_TEXT, drawCommand, send } from "./random-work.ts";

const WORKERS = ["lead", "owner", "reviewer", "annotator", "second"] as const satisfies readonly (keyof Crew)[];

/** What chance took out of the case would take threads and tags along; one goes for certain. */
const ALL_STAY = { "source.remove": 0, "source.restore": 0, "case.putAway": 0, "case.bringBack": 0 };

/**
 * A case in which everything happened that people do to one: by chance, refusals included, and then once for certain
 * what chance may leave out. With `claims` more, a fifth of them tagged, and nothing blind in the end.
 */
export async function fullCase(desk: Desk, seed: number, { steps = 60, claims = 0 } = {}): Promise<string> {
  const dice = new Dice(seed, 1);
  const caseId = newId();
  const { workspaceId } = desk;
  await desk.as.lead.case.create({ mutationId: newId(), workspaceId, id: caseId, title: "Aurora", summary: "🛟" });
  for (let step = 0; step < steps; step += 1) {
    const name = dice.pick(WORKERS) ?? "lead";
    const role = name === "second" ? "annotator" : name;
    const view = await desk.as[name].case.get({ caseId });
    const command = drawCommand({ dice, me: { id: desk.people[name].id, role }, view }, ALL_STAY);
    if (command !== null) await send(desk.as[name], command).catch(expected);
  }
  await setRequired(desk, caseId, 1);
  const source = await addText(desk.as.annotator, caseId, WORK_TEXT, { publisher: "Last" });
  await doTheRest(desk, caseId, source);
  if (claims > 0) await addClaims(desk, caseId, claims);
  return caseId;
}

async function setRequired(desk: Desk, caseId: string, requiredTags: number): Promise<void> {
  const { version } = await desk.as.lead.case.get({ caseId });
  const ownPolicy = { requiredTags, autoAccept: true, selfReview: false, signOffs: 1 };
  await desk.as.lead.case.setPolicy({ mutationId: newId(), caseId, baseVersion: version, ownPolicy });
}

async function doTheRest(desk: Desk, caseId: string, source: TestCase["source"]): Promise<void> {
  const { as, people } = desk;
  const cell = async (text: string): Promise<TestCase> => {
    return { caseId, source, claim: await addClaim(as.annotator, caseId, text), text: WORK_TEXT };
  };
  const [first, second] = [await cell("214 people were aboard, it says."), await cell("It says so again.")];
  const items = [{ kind: "claim" as const, key: "e".repeat(64) }];
  await as.annotator.assist.dismiss({ mutationId: newId(), caseId, items });
  const place = { caseId, claimId: second.claim.id, sourceId: source.id };
  const item = { kind: "tag" as const, assigneeId: people.annotator.id, dueOn: "2025-03-04", note: "Before noon" };
  await as.lead.assignment.assign({ mutationId: newId(), id: newId(), ...place, ...item });
  const tag = await submitted(as.annotator, first);
  await as.reviewer.review.open({ caseId, tagId: tag.id, tagVersion: tag.version });
  await as.reviewer.review.decide({ ...seen(first, tag), decision: "approve", reason: "" });
  const doubted = await submitted(as.annotator, second);
  const challenge = { decision: "challenge", reason: "It counts the crew.", proposedStance: "disputed" } as const;
  const challenged = only((await as.reviewer.review.decide({ ...seen(second, doubted), ...challenge })).tags);
  const ruling = { outcome: "uphold", cause: "edge_case", note: "Read again." } as const;
  await as.lead.review.adjudicate({ ...seen(second, challenged), ...ruling });
  // What was seen stays open when the case becomes blind, and openings are for good.
  await setRequired(desk, caseId, 2);
  await setRequired(desk, caseId, 1);
  const content = { kind: "text", text: `${WORK_TEXT}\n\nCorrected at noon.` } as const;
  const base = { sourceId: source.id, baseRevisionId: source.revision.id, completeness: "full" } as const;
  await as.annotator.source.revise({ mutationId: newId(), caseId, content, ...base });
  const reason = "One word against another.";
  const overriding = { claimVersion: 1, replaces: null, verdict: "conflicting", reason } as const;
  const claimId = second.claim.id;
  await as.lead.verdict.override({ mutationId: newId(), caseId, id: newId(), claimId, ...overriding });
  const document = defaultDocument("Aurora, as told");
  await as.annotator.document.save({ mutationId: newId(), caseId, baseVersion: 0, document });
  const plan = { title: "Aurora", claimIds: [first.claim.id], sourceIds: [source.id], settledOnly: true, rated: false };
  await rate(as.annotator, { caseId }, first.claim.id);
  await sign(as.reviewer, { caseId }, plan);
  const released = only((await release(as.lead, { caseId }, plan)).releases);
  await releaseFile(desk.app, { workspaceId: desk.workspaceId, userId: people.lead.id }, released.id, "json");
  await correct(as.lead, { caseId });
  const mistaken = await addText(as.annotator, caseId, `${WORK_TEXT}\n\nOf another day.`, { publisher: "Mistaken" });
  const removal = { sourceId: mistaken.id, baseVersion: mistaken.version, reason: "It tells of another day." };
  await as.annotator.source.remove({ mutationId: newId(), caseId, ...removal });
}

async function addClaims(desk: Desk, caseId: string, claims: number): Promise<void> {
  const source = await addText(desk.as.annotator, caseId, WORK_TEXT, { publisher: "Long" });
  for (let number = 1; number <= claims; number += 1) {
    const claim = await addClaim(desk.as.annotator, caseId, `Claim ${number} of many.`);
    const cell: TestCase = { caseId, source, claim, text: WORK_TEXT };
    if (number % 5 === 0) await save(desk.as.annotator, cell, say(cell, "verified", WORK_TEXT.slice(0, 12)));
  }
}

/** Rules, conflicts and what is gone are part of the work; anything else is a fault. */
function expected(error: unknown): void {
  if (!(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR") throw error;
}
