import { sha256 } from "@assay/db";
import { applyChange, verifyChain } from "@assay/domain";
import type { CaseChange } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import {
  addClaim,
  addText,
  newId,
  only,
  openCase,
  openDesk,
  ref,
  reread,
  refusalOf,
  save,
  say,
  seen,
  submitted,
} from "../testing/desk.ts";
import type { Desk } from "../testing/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const logOf = async (caseId: string) => (await desk.as.viewer.case.log({ caseId, after: 0, limit: 1000 })).events;

describe("the log of a case", () => {
  it("[E1] numbers 20 mutations at once without a gap, [E2] in one chain", async () => {
    const { caseId } = await openCase(desk);
    const callers = [desk.as.annotator, desk.as.second, desk.as.reviewer, desk.as.lead];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => addClaim(callers[index % 4] ?? desk.as.lead, caseId, `Claim ${index}`)),
    );
    const events = await logOf(caseId);
    expect(events.map((event) => event.number)).toEqual(events.map((_, index) => index + 1));
    expect(verifyChain(events, sha256).ok).toBe(true);
    const view = await desk.as.viewer.case.get({ caseId });
    expect(view.claims.map((claim) => claim.number)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    expect(view.lastEvent).toBe(events.length);
    expect(view.lastHash).toBe(events.at(-1)?.hash);
    expect(await desk.as.viewer.case.verifyLog({ caseId })).toEqual({
      ok: true,
      events: events.length,
      lastHash: view.lastHash,
    });
  });

  it("[E2] is refused to the server's role for change and removal, and shows what the owner altered", async () => {
    const { caseId } = await openCase(desk);
    const set = `SELECT set_config('assay.workspace', '${desk.workspaceId}', false)`;
    const client = await desk.db.pool.connect();
    try {
      await client.query(set);
      const change = client.query("UPDATE case_events SET kind = 'case.edited' WHERE case_id = $1", [caseId]);
      await expect(change).rejects.toThrow(/permission denied/);
      const removal = client.query("DELETE FROM case_events WHERE case_id = $1", [caseId]);
      await expect(removal).rejects.toThrow(/permission denied/);
      for (const table of ["tag_versions", "evidence", "reviews", "source_revisions", "claim_versions"]) {
        await expect(client.query(`DELETE FROM ${table}`), table).rejects.toThrow(/permission denied/);
      }
    } finally {
      client.release(true);
    }
    const owner = new pg.Client({ connectionString: desk.url });
    await owner.connect();
    try {
      const altered = `UPDATE case_events SET payload = '{"forged": true}' WHERE case_id = $1 AND number = 2`;
      await owner.query(altered, [caseId]);
    } finally {
      await owner.end();
    }
    expect(await desk.as.viewer.case.verifyLog({ caseId })).toMatchObject({ ok: false, number: 2 });
  });

  it("[E4] answers a replay with the first result and changes nothing", async () => {
    const test = await openCase(desk);
    const { caseId } = test;
    const input = { mutationId: newId(), caseId, id: newId(), text: "Once", type: "event", claimant: "" } as const;
    const [first, twin] = await Promise.all([
      desk.as.annotator.claim.create(input),
      desk.as.annotator.claim.create(input),
    ]);
    const later = await desk.as.annotator.claim.create(input);
    expect(twin).toEqual(first);
    expect(later).toEqual(first);
    const before = await logOf(caseId);
    expect(before.filter((event) => event.subject === input.id)).toHaveLength(1);
    const other = await refusalOf(desk.as.second.claim.create({ ...input, id: newId() }));
    expect(other.code).toBe("INVALID");
    expect(await logOf(caseId)).toEqual(before);
  });

  it("[E4] lets a mutation that was refused be sent again under its id", async () => {
    const test = await openCase(desk);
    const tag = await save(desk.as.annotator, test, { ...say(test, "verified"), evidence: [] });
    const submit = ref(test, tag);
    expect((await refusalOf(desk.as.annotator.tag.submit(submit))).code).toBe("REFUSED");
    const mended = await save(desk.as.annotator, test, say(test, "verified"), { id: tag.id, baseVersion: 1 });
    const change = await desk.as.annotator.tag.submit({ ...submit, baseVersion: mended.version });
    expect(only(change.tags).state).toBe("submitted");
  });

  it("[T8] tells actor, time, states and reason of every transition", async () => {
    const test = await openCase(desk);
    const tag = await submitted(desk.as.annotator, test);
    const reason = "Quote the operator.";
    await desk.as.reviewer.review.decide({ ...seen(test, tag), decision: "request_changes", reason });
    const { events, versions, reviews } = await desk.as.viewer.tag.history({ caseId: test.caseId, tagId: tag.id });
    expect(events.map(({ kind, payload }) => [kind, payload.from, payload.to])).toEqual([
      ["tag.created", undefined, "draft"],
      ["tag.submitted", "draft", "submitted"],
      ["tag.reviewed", "submitted", "changes_requested"],
    ]);
    expect(events[2]).toMatchObject({ actorId: desk.people.reviewer.id, reason });
    expect(events[2]?.at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    expect(versions).toHaveLength(1);
    expect(only(reviews)).toMatchObject({ decision: "request_changes", reason, tagVersion: 1 });
  });

  it("answers a mutation with what a fresh load of the case would give", async () => {
    const test = await openCase(desk);
    const { caseId, claim, source } = test;
    const { annotator, reviewer, lead } = desk.as;
    let view = await lead.case.get({ caseId });
    const lay = async (change: Promise<CaseChange>) => {
      view = applyChange(view, await change);
      const fresh = await lead.case.get({ caseId });
      expect({ ...view, tags: byId(view.tags) }).toEqual({ ...fresh, tags: byId(fresh.tags) });
    };
    const of = () => ({ mutationId: newId(), caseId });
    const tag = await save(annotator, test, say(test, "verified"));
    view = await lead.case.get({ caseId });
    await lay(annotator.tag.submit(ref(test, tag)));
    await lay(reviewer.review.decide({ ...seen(test, tag), decision: "comment", reason: "Page?" }));
    await lay(reviewer.review.decide({ ...seen(test, tag), decision: "approve", reason: "" }));
    await lay(
      annotator.claim.edit({ ...of(), claimId: claim.id, baseVersion: 1, text: "215", type: "number", claimant: "Op" }),
    );
    await lay(annotator.tag.reaffirm(reread(test, tag, 2)));
    const reaffirmed = { ...seen(test, tag), tagVersion: 2 };
    await lay(
      reviewer.review.decide({ ...reaffirmed, decision: "challenge", reason: "No", proposedStance: "disputed" }),
    );
    const ruling = { outcome: "overturn", stance: "disputed", cause: "edge_case", note: "So" } as const;
    await lay(lead.review.adjudicate({ ...reaffirmed, mutationId: newId(), ...ruling }));
    const [first, override] = [newId(), newId()];
    const read = { claimId: claim.id, claimVersion: 2 };
    await lay(lead.verdict.override({ ...of(), id: first, ...read, replaces: null, verdict: "refuted", reason: "Why" }));
    await lay(lead.verdict.override({ ...of(), id: override, ...read, replaces: first, verdict: "supported", reason: "Hm" }));
    await lay(lead.verdict.lift({ ...of(), overrideId: override }));
    const { revision: _, revisions: _____, id: sourceId, number: __, version, createdBy: ___, createdAt: ____, ...meta } = source;
    await lay(
      annotator.source.edit({ ...of(), sourceId, baseVersion: version, meta: { ...meta, publisher: "Other" } }),
    );
    await lay(lead.case.edit({ ...of(), baseVersion: 1, title: "Renamed", summary: "With words" }));
    await lay(annotator.claim.withdraw({ ...of(), claimId: claim.id, baseVersion: 2 }));
    await lay(annotator.claim.restore({ ...of(), claimId: claim.id, baseVersion: 2 }));
    await lay(annotator.tag.withdraw({ ...ref(test, tag), baseVersion: 2 }));
    await lay(annotator.tag.restore({ ...ref(test, tag), baseVersion: 2 }));
    await addText(annotator, caseId, "Another text of the same day.");
    expect((await annotator.case.verifyLog({ caseId })).ok).toBe(true);
  });
});

function byId<T extends { id: string }>(list: T[]): T[] {
  return list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
