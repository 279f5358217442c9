import { TEMPLATES, defaultDocument, documentFrom, templateOf } from "@assay/domain";
import type { ReportBlock, ReportDocument } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setOwnPolicy, submit } from "../testing/blind.ts";
import { approved, callAs, newId, openCase, openDesk, refusalOf } from "../testing/desk.ts";
import type { Caller, Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const prose = (text: string, audience: "public" | "internal" = "public"): ReportBlock => {
  return { id: newId(), type: "paragraph", audience, children: [{ text }] };
};

function saveAs(as: Caller, { caseId }: TestCase, document: ReportDocument, baseVersion: number, mutationId = newId()) {
  return as.document.save({ mutationId, caseId, baseVersion, document });
}

const documentOf = (...blocks: ReportBlock[]): ReportDocument => ({ title: "Aground", blocks });

describe("the report document", () => {
  it("is the verdict piece until somebody writes, and nothing is stored by looking", async () => {
    const test = await openCase(desk);
    const read = await desk.as.viewer.document.get({ caseId: test.caseId });
    const { title } = await desk.as.viewer.case.get({ caseId: test.caseId });
    expect(read).toEqual({ version: 0, document: defaultDocument(title), updatedBy: null, updatedAt: null });
    expect(await desk.as.viewer.document.versions({ caseId: test.caseId })).toEqual({ versions: [] });
  });

  it("[E5] keeps every stored state, and gives both texts back to whoever wrote over another's", async () => {
    const test = await openCase(desk);
    const { caseId } = test;
    const first = documentOf(prose("By Ana."));
    expect(await saveAs(desk.as.annotator, test, first, 0)).toMatchObject({ version: 1 });
    const mine = documentOf(prose("By Teo."));
    const refusal = await refusalOf(saveAs(desk.as.reviewer, test, mine, 0));
    expect(refusal.code).toBe("CONFLICT");
    expect(refusal.details).toMatchObject({ current: { version: 1, document: first }, yours: mine });
    expect(await saveAs(desk.as.reviewer, test, mine, 1)).toMatchObject({ version: 2 });
    const old = await desk.as.viewer.document.version({ caseId, version: 1 });
    expect(old?.document).toEqual(first);
    const { versions } = await desk.as.viewer.document.versions({ caseId });
    expect(versions.map(({ version, authorId }) => [version, authorId])).toEqual([
      [2, desk.people.reviewer.id],
      [1, desk.people.annotator.id],
    ]);
  });

  it("[E5] two who save at once over the same state: one is stored, the other is asked", async () => {
    const test = await openCase(desk);
    const saves = [desk.as.annotator, desk.as.reviewer].map((as, index) =>
      saveAs(as, test, documentOf(prose(`Words ${index}`)), 0).then(
        () => "stored",
        async (error: unknown) => (await refusalOf(Promise.reject(error as Error))).code,
      ),
    );
    expect((await Promise.all(saves)).toSorted()).toEqual(["CONFLICT", "stored"]);
  });

  it("[E4] [T8] stores a replay once, tells it in the log, and an unchanged one not at all", async () => {
    const test = await openCase(desk);
    const { caseId } = test;
    const [mutationId, document] = [newId(), documentOf(prose("Once."), prose("Twice."))];
    const answers = [1, 2].map(() => saveAs(desk.as.annotator, test, document, 0, mutationId));
    const [one, other] = await Promise.all(answers);
    expect(one).toEqual(other);
    expect(await saveAs(desk.as.reviewer, test, document, 1)).toMatchObject({ version: 1 });
    const { entries } = await desk.as.viewer.history.list({ caseId, before: null, limit: 50 });
    const edits = entries.filter(({ kind }) => kind === "report.edited");
    expect(edits).toHaveLength(1);
    expect(edits[0]?.payload).toMatchObject({ version: 1, blocks: { added: 2 } });
  });

  it("refuses in words what it does not know, and stores nothing of it", async () => {
    const test = await openCase(desk);
    const strange = { ...documentOf(), blocks: [{ ...prose("x"), type: "video" }] } as unknown as ReportDocument;
    const refusal = await refusalOf(saveAs(desk.as.annotator, test, strange, 0));
    expect([refusal.code, refusal.message]).toEqual([
      "INVALID",
      "Block 1 is of a kind that this desk does not know: “video”. Remove it, or update Assay.",
    ]);
    const viewer = await refusalOf(saveAs(desk.as.viewer, test, documentOf(), 0));
    expect(viewer.message).toBe("A viewer cannot edit the report. Ask an owner or a lead for another role.");
    expect((await desk.as.viewer.document.get({ caseId: test.caseId })).version).toBe(0);
  });

  it("[P1] is not there for a stranger, nor for SQL of another workspace", async () => {
    const test = await openCase(desk);
    await saveAs(desk.as.annotator, test, documentOf(prose("Ours.")), 0);
    const stranger = callAs(desk.app, desk.people.stranger);
    const { caseId } = test;
    const { workspaceId } = desk;
    const document = documentOf();
    const blocks = TEMPLATES["back-up"].blocks;
    const attempts = [
      () => stranger.document.get({ caseId }),
      () => stranger.document.version({ caseId, version: 1 }),
      () => stranger.document.versions({ caseId }),
      () => stranger.document.preview({ caseId, document, audience: "public", faces: false }),
      () => saveAs(stranger, test, document, 1),
      () => stranger.document.templates({ workspaceId }),
      () => stranger.document.saveTemplate({ mutationId: newId(), workspaceId, id: newId(), name: "X", blocks }),
    ];
    for (const attempt of attempts) expect((await refusalOf(attempt())).code).toBe("NOT_FOUND");
    const client = await desk.db.pool.connect();
    try {
      await client.query("SELECT set_config('assay.workspace', $1, false)", [newId()]);
      expect((await client.query("SELECT 1 FROM report_documents")).rows).toEqual([]);
      await client.query("SELECT set_config('assay.workspace', $1, false)", [workspaceId]);
      expect((await client.query("SELECT 1 FROM report_documents")).rows).not.toEqual([]);
      await expect(client.query("UPDATE report_documents SET title = 'x'")).rejects.toThrow(/permission denied/);
    } finally {
      client.release(true);
    }
  });

  it("[B1] quotes no blind cell, and shows each viewer only what they may see", async () => {
    const test = await openCase(desk);
    await setOwnPolicy(desk, test, { requiredTags: 2 });
    const { tag } = await submit(desk.as.annotator, test);
    const [passage] = tag.evidence;
    const quote: ReportBlock = {
      id: newId(),
      type: "evidence",
      audience: "public",
      claimId: test.claim.id,
      sourceId: test.source.id,
      evidenceId: passage?.id ?? newId(),
    };
    const refusal = await refusalOf(saveAs(desk.as.annotator, test, documentOf(quote), 0));
    expect(refusal.details).toMatchObject({ rule: "B1" });
    expect(refusal.message).toMatch(/^C1 in .+ is still blind\./);
    const show = (as: Caller) =>
      as.document
        .preview({ caseId: test.caseId, document: documentOf(quote), audience: "public", faces: false })
        .then(({ html }) => html);
    expect(await show(desk.as.annotator)).toContain(`<mark class="verified">${passage?.exact}</mark>`);
    const lead = await show(desk.as.lead);
    expect(lead).not.toContain("<mark");
    expect(lead).toContain("not to be seen yet");
    await submit(desk.as.second, test);
    expect(await show(desk.as.lead)).toContain(`<mark class="verified">${passage?.exact}</mark>`);
    expect(await saveAs(desk.as.lead, test, documentOf(quote), 0)).toMatchObject({ version: 1 });
  });

  it("[R2] leaves internal blocks out of a public export, in every format", async () => {
    const test = await openCase(desk);
    await approved(desk, test);
    const { caseId } = test;
    await saveAs(desk.as.annotator, test, documentOf(prose("For readers."), prose("For the desk.", "internal")), 0);
    const scope = { claimIds: "all", sourceIds: "all", settledOnly: false } as const;
    for (const format of ["html", "md", "json"] as const) {
      const made = async (audience: "public" | "internal") =>
        (await desk.as.viewer.report.export({ caseId, format, title: "T", scope, audience })).body;
      expect(await made("public"), format).toContain("For readers.");
      expect(await made("public"), format).not.toContain("For the desk");
      expect(await made("internal"), format).toContain("For the desk");
    }
  });

  it("says of a claim that was withdrawn or split that it is gone", async () => {
    const test = await openCase(desk);
    const { caseId, claim } = test;
    const card: ReportBlock = { id: newId(), type: "claim", audience: "public", claimId: claim.id, detail: "full" };
    const shown = { document: documentOf(card), audience: "public", faces: false } as const;
    const show = () => desk.as.viewer.document.preview({ caseId, ...shown });
    expect((await show()).html).toContain(claim.text);
    const wording = { type: "event", claimant: "" } as const;
    const children = ["One half.", "Other half."].map((text) => ({ id: newId(), text, ...wording }));
    const split = { claimId: claim.id, baseVersion: claim.version, children, carry: false, note: "" };
    await desk.as.lead.claim.split({ mutationId: newId(), caseId, ...split });
    expect((await show()).html).toContain("C1 stood here; it was split into C2 and C3.");
  });
});

describe("a desk's templates", () => {
  it("are made of a document without what names its case, and removed by who made them or a lead", async () => {
    const test = await openCase(desk);
    const { workspaceId } = desk;
    const claim = { claimId: test.claim.id, detail: "full" } as const;
    const card: ReportBlock = { id: newId(), type: "claim", audience: "public", ...claim };
    const built = documentFrom(TEMPLATES["one-page-brief"].blocks, "T", newId);
    const { blocks, leftOut } = templateOf({ ...built, blocks: [...built.blocks, card] });
    expect(leftOut).toBe(1);
    const id = newId();
    const save = { workspaceId, name: "Our brief", blocks };
    await desk.as.annotator.document.saveTemplate({ mutationId: newId(), id, ...save });
    const again = await refusalOf(desk.as.lead.document.saveTemplate({ mutationId: newId(), id: newId(), ...save }));
    expect(again.code).toBe("ALREADY_EXISTS");
    const { templates } = await desk.as.viewer.document.templates({ workspaceId });
    expect(templates).toMatchObject([{ id, name: "Our brief", blocks }]);
    const remove = { workspaceId, templateId: id };
    const refusal = await refusalOf(desk.as.second.document.removeTemplate({ mutationId: newId(), ...remove }));
    expect(refusal.code).toBe("FORBIDDEN");
    await desk.as.lead.document.removeTemplate({ mutationId: newId(), ...remove });
    expect(await desk.as.viewer.document.templates({ workspaceId })).toEqual({ templates: [] });
  });
});
