import { caseProgress } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cellApart, newId, only, openCase, openDesk, ref, refusalOf, say, seen, submitted } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let test: TestCase;
beforeAll(async () => {
  desk = await openDesk();
  test = await openCase(desk);
});
afterAll(() => desk.close());

const freshCell = () => cellApart(desk, test);

const child = (text: string) => ({ id: newId(), text: `${text} ${newId()}`, type: "number", claimant: "" }) as const;
const split = (carry = false) => ({ children: [child("It ran aground."), child("214 were aboard.")], carry });
const ruling = { outcome: "split_claim", cause: "ambiguous_text", note: "Two claims in one." } as const;
const plain = (cell: TestCase, more: object = {}) => {
  const { caseId, claim } = cell;
  return { mutationId: newId(), caseId, claimId: claim.id, baseVersion: claim.version, note: "", ...split(), ...more };
};

/** Other tags of the cell, as whoever rules has read them. */
const read = (...tags: { id: string; version: number }[]) => tags.map(({ id, version }) => ({ tagId: id, tagVersion: version }));

async function contestedCell() {
  const cell = await freshCell();
  const tag = await submitted(desk.as.annotator, cell);
  const other = await submitted(desk.as.second, cell, "disputed");
  return { cell, tag, other };
}

describe("an adjudication that splits the claim", () => {
  it("[A2] [A4] withdraws it with its reason, and makes narrower claims whose cells are empty", async () => {
    const { cell, tag, other } = await contestedCell();
    const before = caseProgress(await desk.as.viewer.case.get({ caseId: cell.caseId }));
    const wanted = split();
    const change = await desk.as.lead.review.adjudicate({ ...seen(cell, tag), ...ruling, others: read(other), split: wanted });
    expect(only(change.adjudications)).toMatchObject({ outcome: "split_claim", stance: null });
    const [parent, one, two] = change.claims ?? [];
    expect(parent).toMatchObject({ id: cell.claim.id, withdrawn: true });
    expect([one, two]).toMatchObject(wanted.children.map(({ id, text }) => ({ id, text, parentId: cell.claim.id })));
    expect(only(change.tags)).toMatchObject({ id: tag.id, state: "changes_requested", rationale: tag.rationale });
    const view = await desk.as.viewer.case.get({ caseId: cell.caseId });
    expect(caseProgress(view).total).toBe(before.total + 1);
    expect(caseProgress(view).cells.contested).toBe(before.cells.contested - 1);
    const { events } = await desk.as.viewer.case.log({ caseId: cell.caseId, after: view.lastEvent - 5, limit: 10 });
    expect(events.map(({ kind }) => kind)).toEqual([
      "tag.adjudicated",
      "claim.created",
      "claim.created",
      "claim.split",
      "claim.withdrawn",
    ]);
    expect(events.at(-1)?.reason).toBe(`Split into C${one?.number}, C${two?.number}. Two claims in one.`);
    expect(await desk.as.viewer.case.verifyLog({ caseId: cell.caseId })).toMatchObject({ ok: true });
    const scope = { claimIds: "all", sourceIds: "all", settledOnly: false } as const;
    const report = await desk.as.viewer.report.export({ caseId: cell.caseId, format: "md", title: "T", scope });
    const { body } = report;
    expect(body).toContain(wanted.children[0]?.text);
    expect(body).not.toContain(cell.claim.text);
  });

  it("[A2] carries what annotators said over as drafts of theirs, with their passages", async () => {
    const { cell, tag, other } = await contestedCell();
    const silent = await submitted(desk.as.reviewer, cell, "missing");
    const wanted = split(true);
    const change = await desk.as.lead.review.adjudicate({ ...seen(cell, tag), ...ruling, others: read(other, silent), split: wanted });
    const drafts = (change.tags ?? []).filter(({ id }) => id !== tag.id);
    expect(drafts).toHaveLength(6);
    for (const { id: claimId } of wanted.children) {
      const said = drafts.filter((draft) => draft.claimId === claimId);
      for (const from of [tag, other, silent]) {
        const mine = only(said.filter(({ authorId }) => authorId === from.authorId));
        const { stance, evidence } = from;
        expect(mine).toMatchObject({ state: "draft", version: 1, claimVersion: 1, stance, evidence });
      }
    }
    const unread = drafts.find(({ authorId }) => authorId === silent.authorId);
    expect(unread?.attestation).toEqual({ ...silent.attestation, readInFull: false });
    if (unread === undefined) throw new Error("Nothing was carried over");
    expect(await refusalOf(desk.as.reviewer.tag.submit(ref(cell, unread)))).toMatchObject({ details: { rule: "S3" } });
    const mine = drafts.find(({ authorId }) => authorId === tag.authorId);
    if (mine === undefined) throw new Error("Nothing was carried over");
    expect(only((await desk.as.annotator.tag.submit(ref(cell, mine))).tags).state).toBe("submitted");
  });

  it("[A1] is not for a party to any dispute over the claim, and asks for the narrower claims", async () => {
    const { cell, tag } = await contestedCell();
    const bare = { ...seen(cell, tag), ...ruling };
    expect(await refusalOf(desk.as.lead.review.adjudicate(bare))).toMatchObject({ code: "REFUSED", details: { rule: "A2" } });
    const upheld = { ...bare, outcome: "uphold" as const, split: split() };
    expect(await refusalOf(desk.as.lead.review.adjudicate(upheld))).toMatchObject({ details: { rule: "A2" } });
    await submitted(desk.as.lead, cell);
    const own = desk.as.lead.review.adjudicate({ ...seen(cell, tag), ...ruling, split: split() });
    expect(await refusalOf(own)).toMatchObject({ code: "REFUSED", details: { rule: "A1" } });
    const { tags, claims } = await desk.as.viewer.case.get({ caseId: cell.caseId });
    expect(tags.find(({ id }) => id === tag.id)?.state).toBe("submitted");
    expect(claims.find(({ id }) => id === cell.claim.id)?.withdrawn).toBe(false);
  });
});

describe("a split without a dispute", () => {
  it("[E4] is made once, and moves the work that was given out", async () => {
    const cell = await freshCell();
    const given = { caseId: cell.caseId, claimId: cell.claim.id, sourceId: null, dueOn: null, note: "" };
    const assigneeId = desk.people.second.id;
    const row = { mutationId: newId(), id: newId(), kind: "tag" as const, assigneeId, ...given };
    await desk.as.lead.assignment.assign(row);
    const input = plain(cell);
    const change = await desk.as.annotator.claim.split(input);
    expect(await desk.as.annotator.claim.split(input)).toEqual(change);
    expect(change.endedAssignments).toEqual([row.id]);
    const moved = change.assignments?.map((one) => [one.claimId, one.assigneeId, one.kind]);
    expect(moved?.sort()).toEqual(input.children.map(({ id }) => [id, assigneeId, "tag"]).sort());
  });

  it("[E5] of a wording that moved on is refused, and keeps what was written", async () => {
    const cell = await freshCell();
    const { caseId, claim } = cell;
    const edit = { mutationId: newId(), caseId, claimId: claim.id, baseVersion: 1, type: claim.type, claimant: "" };
    await desk.as.second.claim.edit({ ...edit, text: "Reworded" });
    const input = plain(cell);
    expect(await refusalOf(desk.as.annotator.claim.split(input))).toMatchObject({
      code: "CONFLICT",
      details: { current: { text: "Reworded" }, yours: { children: input.children.map(({ text }) => ({ text })) } },
    });
  });

  it("[A1] of a contested claim is for whoever may adjudicate", async () => {
    const { cell } = await contestedCell();
    expect(await refusalOf(desk.as.reviewer.claim.split(plain(cell)))).toMatchObject({ details: { rule: "A1" } });
    expect((await refusalOf(desk.as.viewer.claim.split(plain(cell)))).code).toBe("FORBIDDEN");
    expect((await desk.as.lead.claim.split(plain(cell))).claims).toHaveLength(3);
  });

  it("[A2] waits for contested children of an earlier split, and names them", async () => {
    const cell = await freshCell();
    const { caseId, claim, source, text } = cell;
    const first = await desk.as.lead.claim.split(plain(cell));
    await desk.as.lead.claim.restore({ mutationId: newId(), caseId, claimId: claim.id, baseVersion: 1 });
    const born = first.claims?.[1];
    if (born === undefined) throw new Error("No child");
    const below = { caseId, source, text, claim: born };
    await submitted(desk.as.annotator, below);
    await submitted(desk.as.second, below, "disputed");
    expect(await refusalOf(desk.as.lead.claim.split(plain(cell)))).toMatchObject({
      code: "REFUSED",
      details: { rule: "A2", children: [{ id: born.id, number: born.number }] },
    });
  });

  it("[A2] [T7] is refused for claims that say the same, and for a withdrawn claim", async () => {
    const cell = await freshCell();
    const same = { children: [{ ...child("a"), text: "Same" }, { ...child("b"), text: "same" }] };
    expect(await refusalOf(desk.as.lead.claim.split(plain(cell, same)))).toMatchObject({ details: { rule: "A2" } });
    await desk.as.lead.claim.split(plain(cell));
    expect(await refusalOf(desk.as.lead.claim.split(plain(cell)))).toMatchObject({ details: { rule: "T7" } });
  });

  it("of two at once lets one through", async () => {
    const cell = await freshCell();
    const done = await Promise.allSettled([desk.as.lead.claim.split(plain(cell)), desk.as.owner.claim.split(plain(cell))]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { claims } = await desk.as.viewer.case.get({ caseId: cell.caseId });
    expect(claims.filter(({ parentId }) => parentId === cell.claim.id)).toHaveLength(2);
  });

  it("gives what is said of the parent no say any more", async () => {
    const { cell, tag } = await contestedCell();
    await desk.as.lead.claim.split(plain(cell));
    const late = desk.as.reviewer.review.decide({ ...seen(cell, tag), decision: "approve", reason: "" });
    expect(await refusalOf(late)).toMatchObject({ code: "REFUSED", details: { rule: "T7" } });
    const { claim, source } = cell;
    const place = { claimId: claim.id, sourceId: source.id, revisionId: source.revision.id };
    const content = say(cell, "verified");
    const write = { mutationId: newId(), caseId: cell.caseId, id: newId(), ...place, baseVersion: 0, claimVersion: 1, content };
    expect(await refusalOf(desk.as.reviewer.tag.save(write))).toMatchObject({ details: { rule: "T7" } });
  });
});
