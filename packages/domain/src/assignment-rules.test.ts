import { describe, expect, it } from "vitest";
import type { AssignmentKind } from "./assignment.ts";
import { decideAssignment, decideTaking, mayChangeAssignment, mayEndAssignment } from "./assignment-rules.ts";
import type { AssignmentInput } from "./assignment-rules.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { aCase, aReview, aTag, minute } from "./testing/case-builder.ts";
import { anAssignment } from "./testing/work-cases.ts";

const LEA = { id: "lea", role: "lead" } as const;
const person = (id: string, role: AssignmentInput["assignee"]["role"], left = false) => ({ id, name: id, role, left });
const cell = (kind: AssignmentKind) => ({ kind, claimId: "c1", sourceId: "s1" });
const wholeCase = (kind: AssignmentKind) => ({ kind, claimId: null, sourceId: null });
const blind = { policy: { ...DEFAULT_POLICY, requiredTags: 2 } };

const give = (over: Partial<AssignmentInput>) =>
  decideAssignment({ actor: LEA, assignee: person("ann", "annotator"), scope: cell("tag"), view: aCase(), ...over });

describe("giving work", () => {
  it("is for those who manage the case; taking it is for everybody whose role can do it", () => {
    const actor = { id: "rev", role: "reviewer" } as const;
    expect(give({})).toEqual({ ok: true });
    expect(give({ actor })).toMatchObject({ ok: false, rule: "role" });
    expect(give({ actor, assignee: person("rev", "reviewer"), scope: cell("review") })).toEqual({ ok: true });
    const ann = { actor: { id: "ann", role: "annotator" } as const };
    expect(give({ ...ann, scope: cell("review") })).toMatchObject({ ok: false, rule: "role" });
  });

  it("names what the assignee lacks", () => {
    expect(give({ scope: wholeCase("review") })).toMatchObject({ rule: "assignee", reason: expect.stringContaining("cannot review") as string });
    expect(give({ assignee: person("rev", "reviewer"), scope: wholeCase("adjudicate") })).toMatchObject({ ok: false });
    expect(give({ assignee: person("ann", "annotator", true) })).toMatchObject({ reason: expect.stringContaining("has left") as string });
  });

  it("[T4] refuses the review of a cell to the author of its only tag", () => {
    const assignee = person("rev", "reviewer");
    const own = aTag({ authorId: "rev", state: "submitted" });
    const view = aCase({ tags: [own] });
    expect(give({ assignee, scope: cell("review"), view })).toMatchObject({ ok: false, rule: "T4" });
    expect(give({ assignee, scope: wholeCase("review"), view })).toEqual({ ok: true });
    const both = aCase({ tags: [own, aTag({ id: "t2", state: "submitted" })] });
    expect(give({ assignee, scope: cell("review"), view: both })).toEqual({ ok: true });
    const lax = aCase({ tags: [own], policy: { ...DEFAULT_POLICY, selfReview: true } });
    expect(give({ assignee, scope: cell("review"), view: lax })).toEqual({ ok: true });
  });

  it("[A1] refuses a dispute to whoever tagged or challenged the cell", () => {
    const assignee = person("owen", "owner");
    const scope = cell("adjudicate");
    const challenged = aTag({ state: "challenged" });
    const reviews = [aReview({ decision: "challenge", reviewerId: "owen" })];
    expect(give({ assignee, scope, view: aCase({ tags: [challenged] }) })).toEqual({ ok: true });
    expect(give({ assignee, scope, view: aCase({ tags: [challenged], reviews }) })).toMatchObject({ rule: "A1" });
    expect(give({ assignee, scope, view: aCase({ tags: [aTag({ authorId: "owen" })] }) })).toMatchObject({ rule: "A1" });
  });

  it("[B2] refuses a second tag to the first author", () => {
    expect(give({ view: aCase({ tags: [aTag({ state: "submitted" })] }) })).toMatchObject({ ok: false, rule: "B2" });
    expect(give({ view: aCase({ tags: [aTag({ state: "withdrawn" })] }) })).toEqual({ ok: true });
    const mine = { actor: { id: "ann", role: "annotator" } as const };
    expect(give({ ...mine, view: aCase({ ...blind, tags: [aTag()] }) })).toMatchObject({ ok: false, rule: "B2" });
  });

  it("[B1] answers about a closed cell the same whether somebody has tagged it or not", () => {
    const tags = [aTag({ state: "submitted" })];
    const rev = person("rev", "reviewer");
    for (const over of [{}, { assignee: rev, scope: cell("review") }, { assignee: rev, scope: cell("tag") }]) {
      expect(give({ ...over, view: aCase({ ...blind, tags }) })).toEqual(give({ ...over, view: aCase(blind) }));
    }
    expect(give({ assignee: rev, scope: cell("review"), view: aCase(blind) })).toMatchObject({ rule: "B1" });
    const openings = [{ claimId: "c1", sourceId: "s1", openedAt: minute(1) }];
    expect(give({ view: aCase({ ...blind, tags, openings }) })).toMatchObject({ rule: "B2" });
  });
});

describe("taking work", () => {
  const rev = { id: "rev", role: "reviewer" } as const;
  const take = (view: AssignmentInput["view"], kind: AssignmentKind = "review") =>
    decideTaking({ actor: rev, assignee: person("rev", "reviewer"), scope: cell(kind), view });

  it("is refused when as many others have it as it needs", () => {
    const taken = anAssignment({ kind: "review", assigneeId: "owen" });
    expect(take(aCase())).toEqual({ ok: true });
    expect(take(aCase({ assignments: [taken] }))).toMatchObject({ ok: false, rule: "taken" });
    expect(take(aCase({ assignments: [{ ...taken, sourceId: null }] }))).toEqual({ ok: true });
    expect(take(aCase({ assignments: [{ ...taken, kind: "tag" }], ...blind }), "tag")).toEqual({ ok: true });
  });

  it("can be given back by the one who has it, and ended by those who manage the case", () => {
    const mine = anAssignment({ assigneeId: "rev" });
    expect(mayEndAssignment(rev, mine)).toEqual({ ok: true });
    expect(mayEndAssignment(LEA, mine)).toEqual({ ok: true });
    expect(mayEndAssignment({ id: "ann", role: "annotator" }, mine)).toMatchObject({ ok: false, rule: "role" });
  });
});

describe("mayChangeAssignment", () => {
  it("allows those who manage the case, and whoever took the work themselves, for themselves", () => {
    const own = { createdBy: "ann", assigneeId: "ann" };
    const may = (id: string, role: "lead" | "annotator", one = own, to = one.assigneeId) => mayChangeAssignment({ id, role }, one, to).ok;
    expect([may("lea", "lead"), may("ann", "annotator")]).toEqual([true, true]);
    expect(may("ann", "annotator", own, "bob")).toBe(false);
    expect(may("ann", "annotator", { createdBy: "lea", assigneeId: "ann" })).toBe(false);
    expect(may("bob", "annotator")).toBe(false);
  });
});
