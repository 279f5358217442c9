import { applyChange } from "@assay/domain";
import type { CaseChange, CaseView } from "@assay/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SentSubject } from "../inputs/thread-inputs.ts";
import { addClaim, addText, newId, only, openCase, openDesk, ref, refusalOf, save, say, submitted } from "../testing/desk.ts";
import type { Caller, Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let test: TestCase;
beforeAll(async () => {
  desk = await openDesk();
  test = await openCase(desk);
});
afterAll(() => desk.close());

const m = () => ({ mutationId: newId(), caseId: test.caseId });

async function talk(as: Caller, text: string, subject: SentSubject = { kind: "case" }, mentions: string[] = []) {
  const change = await as.thread.open({ ...m(), id: newId(), subject, comment: { id: newId(), text, mentions } });
  return only(change.threads);
}

describe("a thread", () => {
  it("is opened on the case, a claim, a tag and a passage, and answered by others", async () => {
    const tag = await submitted(desk.as.annotator, test);
    const exact = "Nobody was hurt.";
    const start = test.text.indexOf(exact);
    const at = { start, end: start + exact.length, exact, revisionId: test.source.revision.id };
    const subjects: SentSubject[] = [
      { kind: "case" },
      { kind: "claim", claimId: test.claim.id },
      { kind: "tag", tagId: tag.id },
      { kind: "passage", sourceId: test.source.id, ...at, claimId: null },
    ];
    for (const subject of subjects) {
      const thread = await talk(desk.as.reviewer, `About the ${subject.kind}`, subject);
      expect(thread.subject).toBe(subject.kind);
      const change = await desk.as.second.thread.comment({
        ...m(),
        threadId: thread.id,
        id: newId(),
        text: "Yes",
        mentions: [],
      });
      expect(only(change.threads).comments.map(({ text, authorId }) => [text, authorId])).toEqual([
        [`About the ${subject.kind}`, desk.people.reviewer.id],
        ["Yes", desk.people.second.id],
      ]);
    }
    const { threads } = await desk.as.viewer.case.get({ caseId: test.caseId });
    expect(threads.map(({ subject }) => subject)).toEqual(["case", "claim", "tag", "passage"]);
    expect(threads[2]).toMatchObject({ tagId: tag.id, claimId: tag.claimId, passage: null });
    expect(threads[3]?.passage).toEqual({ sourceId: test.source.id, ...at });
  });

  it("keeps every wording of an edited comment and of a withdrawn one [T7]", async () => {
    const thread = await talk(desk.as.annotator, "214 abord");
    const comment = only(thread.comments);
    const edit = { ...m(), commentId: comment.id, baseVersion: 1, text: "214 aboard", mentions: [] };
    const edited = only((await desk.as.annotator.thread.edit(edit)).threads);
    expect(edited.comments[0]).toMatchObject({ text: "214 aboard", version: 2, withdrawn: false });
    const clash = await refusalOf(desk.as.annotator.thread.edit({ ...edit, mutationId: newId(), text: "Other" }));
    expect(clash).toMatchObject({ code: "CONFLICT", details: { current: { text: "214 aboard" }, yours: { text: "Other" } } });
    const gone = await desk.as.annotator.thread.withdraw({ ...m(), commentId: comment.id, baseVersion: 2 });
    expect(only(gone.threads).comments[0]).toMatchObject({ text: "", withdrawn: true, version: 2 });
    const { versions } = await desk.as.viewer.thread.versions({ caseId: test.caseId, commentId: comment.id });
    expect(versions.map(({ text }) => text)).toEqual(["214 abord", "214 aboard"]);
    const again = await refusalOf(desk.as.annotator.thread.edit({ ...edit, mutationId: newId(), baseVersion: 2 }));
    expect(again).toMatchObject({ code: "REFUSED", details: { rule: "T7" } });
  });

  it("[T1] lets only the author change a comment, and viewers none at all", async () => {
    const comment = only((await talk(desk.as.annotator, "Mine")).comments);
    const edit = { ...m(), commentId: comment.id, baseVersion: 1, text: "Theirs", mentions: [] };
    expect((await refusalOf(desk.as.lead.thread.edit(edit))).code).toBe("FORBIDDEN");
    const withdraw = { ...m(), commentId: comment.id, baseVersion: 1 };
    expect((await refusalOf(desk.as.lead.thread.withdraw(withdraw))).code).toBe("FORBIDDEN");
    const refused = await refusalOf(talk(desk.as.viewer, "Hello"));
    expect(refused.code).toBe("FORBIDDEN");
    expect(refused.message).toMatch(/^A viewer cannot join a discussion\./);
  });

  it("is resolved with a reason, is shut until it is reopened, and says by whom", async () => {
    const thread = await talk(desk.as.annotator, "Which tide?");
    const bare = { ...m(), threadId: thread.id, baseVersion: 1, reason: " " };
    expect((await refusalOf(desk.as.reviewer.thread.resolve(bare))).code).toBe("INVALID");
    const done = await desk.as.reviewer.thread.resolve({ ...bare, mutationId: newId(), reason: "Ebb, see the log" });
    const by = desk.people.reviewer.id;
    expect(only(done.threads).resolved).toMatchObject({ by, reason: "Ebb, see the log" });
    const late = { ...m(), threadId: thread.id, id: newId(), text: "But", mentions: [] };
    expect((await refusalOf(desk.as.annotator.thread.comment(late))).message).toMatch(/resolved.*Reopen/);
    const open = { ...m(), threadId: thread.id, baseVersion: 2, reason: "Not settled" };
    expect(only((await desk.as.annotator.thread.reopen(open)).threads).resolved).toBeNull();
    await desk.as.annotator.thread.comment({ ...late, mutationId: newId() });
    const { events } = await desk.as.viewer.case.log({ caseId: test.caseId, after: 0, limit: 1000 });
    const told = events.filter(({ payload }) => payload.threadId === thread.id);
    expect(told.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["thread.opened", ""],
      ["thread.resolved", "Ebb, see the log"],
      ["thread.reopened", "Not settled"],
      ["comment.added", ""],
    ]);
  });

  it("[E5] is not resolved over an answer that was not seen; the reason comes back with it", async () => {
    const thread = await talk(desk.as.annotator, "Which quay?");
    await desk.as.second.thread.comment({ ...m(), threadId: thread.id, id: newId(), text: "North", mentions: [] });
    const resolve = desk.as.reviewer.thread.resolve({ ...m(), threadId: thread.id, baseVersion: 1, reason: "Old" });
    const refused = await refusalOf(resolve);
    expect(refused).toMatchObject({ code: "CONFLICT", details: { yours: { reason: "Old" } } });
    expect((refused.details as { current: { comments: unknown[] } }).current.comments).toHaveLength(2);
  });

  it("mentions members and nobody else; a mention of oneself is none", async () => {
    const { people, as } = desk;
    const thread = await talk(as.annotator, "@reviewer", { kind: "case" }, [
      people.reviewer.id,
      people.reviewer.id,
      people.annotator.id,
    ]);
    expect(only(thread.comments).mentions).toEqual([people.reviewer.id]);
    const refused = await refusalOf(talk(as.annotator, "@stranger", { kind: "case" }, [people.stranger.id]));
    expect(refused).toMatchObject({ code: "INVALID", details: { field: "mentions" } });
  });

  it("[X1] [X3] binds a passage to the words that stand there", async () => {
    const { revision, id: sourceId } = test.source;
    const ship = test.text.indexOf("🚢");
    const ask = (start: number, end: number, exact: string) =>
      refusalOf(
        talk(desk.as.annotator, "?", {
          kind: "passage",
          sourceId,
          revisionId: revision.id,
          start,
          end,
          exact,
          claimId: null,
        }),
      );
    expect(await ask(0, 5, "Plane")).toMatchObject({ code: "INVALID", details: { rule: "X1" } });
    expect(await ask(ship, ship + 1, test.text.slice(ship, ship + 1))).toMatchObject({ code: "INVALID" });
    expect((await refusalOf(talk(desk.as.annotator, "?", { kind: "claim", claimId: newId() }))).code).toBe("NOT_FOUND");
  });

  it("[E4] is opened once, whoever sends it again, and answers as a fresh load would", async () => {
    const other = await addClaim(desk.as.annotator, test.caseId, "The ferry is called Aurora.");
    let view: CaseView = await desk.as.lead.case.get({ caseId: test.caseId });
    const lay = async (change: CaseChange) => {
      view = applyChange(view, change);
      expect(view).toEqual(await desk.as.lead.case.get({ caseId: test.caseId }));
    };
    const subject = { kind: "claim", claimId: other.id } as const;
    const input = { ...m(), id: newId(), subject, comment: { id: newId(), text: "Once", mentions: [] } };
    const [first, twin] = await Promise.all([desk.as.annotator.thread.open(input), desk.as.annotator.thread.open(input)]);
    expect(twin).toEqual(first);
    await lay(first);
    const again = await refusalOf(desk.as.second.thread.open({ ...input, mutationId: newId() }));
    expect(again.code).toBe("ALREADY_EXISTS");
    const of = { threadId: input.id, commentId: input.comment.id };
    await lay(
      await desk.as.second.thread.comment({ ...m(), threadId: of.threadId, id: newId(), text: "Two", mentions: [] }),
    );
    await lay(
      await desk.as.annotator.thread.edit({
        ...m(),
        commentId: of.commentId,
        baseVersion: 1,
        text: "Uno",
        mentions: [desk.people.lead.id],
      }),
    );
    const { version } = only(view.threads.filter(({ id }) => id === of.threadId));
    await lay(
      await desk.as.second.thread.resolve({ ...m(), threadId: of.threadId, baseVersion: version, reason: "Done" }),
    );
  });

  it("[P1] does not exist for another workspace", async () => {
    const thread = await talk(desk.as.annotator, "Inside");
    const { stranger } = desk.as;
    const commentId = only(thread.comments).id;
    const base = { ...m(), baseVersion: 1 };
    const asks = [
      () => talk(stranger, "Out"),
      () => stranger.thread.comment({ ...m(), threadId: thread.id, id: newId(), text: "Out", mentions: [] }),
      () => stranger.thread.edit({ ...base, commentId, text: "Out", mentions: [] }),
      () => stranger.thread.withdraw({ ...base, commentId }),
      () => stranger.thread.resolve({ ...base, threadId: thread.id, reason: "Out" }),
      () => stranger.thread.reopen({ ...base, threadId: thread.id, reason: "Out" }),
      () => stranger.thread.versions({ caseId: test.caseId, commentId }),
    ];
    for (const ask of asks) expect((await refusalOf(ask())).code).toBe("NOT_FOUND");
  });

  it("[B1] on a tag of a blind cell is seen and joined by nobody but the author, and mentions nobody", async () => {
    const caseId = newId();
    const { workspaceId, as, people } = desk;
    await as.lead.case.create({ mutationId: newId(), workspaceId, id: caseId, title: "Blind", summary: "" });
    const source = await addText(as.annotator, caseId, test.text);
    const claim = await addClaim(as.annotator, caseId, "Nobody was hurt.");
    const blind: TestCase = { caseId, source, claim, text: test.text };
    const of = () => ({ mutationId: newId(), caseId });
    await as.lead.case.setPolicy({ ...of(), baseVersion: 1, ownPolicy: { requiredTags: 2 } });
    const tag = await submitted(as.annotator, blind);
    const subject = { kind: "tag", tagId: tag.id } as const;
    const open = (caller: Caller, mentions: string[] = []) =>
      caller.thread.open({ ...of(), id: newId(), subject, comment: { id: newId(), text: "Hm", mentions } });
    expect((await refusalOf(open(as.lead))).code).toBe("NOT_FOUND");
    const told = await refusalOf(open(as.annotator, [people.lead.id]));
    expect(told).toMatchObject({ code: "REFUSED", details: { rule: "B1" } });
    const thread = only((await open(as.annotator)).threads);
    const threadId = thread.id;
    const attempts = [
      () => as.lead.thread.comment({ ...of(), threadId, id: newId(), text: "I see", mentions: [] }),
      () => as.lead.thread.resolve({ ...of(), threadId, baseVersion: 1, reason: "I see" }),
      () => as.second.thread.versions({ caseId, commentId: only(thread.comments).id }),
    ];
    for (const attempt of attempts) expect((await refusalOf(attempt())).code).toBe("NOT_FOUND");
    const other = await save(as.second, blind, say(blind, "verified"));
    const opened = await as.second.tag.submit(ref(blind, other));
    expect(opened.openings).toHaveLength(1);
    expect(opened.threads?.map(({ id }) => id)).toEqual([threadId]);
    const joined = await as.lead.thread.comment({ ...of(), threadId, id: newId(), text: "I see", mentions: [] });
    expect(only(joined.threads).comments).toHaveLength(2);
  });
});
