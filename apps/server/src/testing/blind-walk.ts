import { DEFAULT_NOTIFICATION_SETTINGS, DEFAULT_POLICY, TEMPLATES, documentFrom } from "@assay/domain";
import type { TemplateBlock } from "@assay/domain";
import { buildSourceMeta } from "@assay/seeds";
import type { BlindWorld } from "./blind-world.ts";
import { DISTINCT_TEXT } from "./blind-marks.ts";
import { newId, ref, reread, say, seen } from "./desk.ts";
import type { TestCase } from "./desk.ts";
import { PLAN } from "./publish.ts";

export type Step = (world: BlindWorld) => Promise<unknown>;

const m = (world: BlindWorld) => ({ mutationId: newId(), caseId: world.test.caseId });
const w = (world: BlindWorld) => ({ mutationId: newId(), workspaceId: world.desk.workspaceId });
const of = ({ test: { caseId } }: BlindWorld) => ({ caseId });
const inDesk = ({ desk: { workspaceId } }: BlindWorld) => ({ workspaceId });
const wording = { text: "Reworded by the looker.", type: "event", claimant: "" } as const;
const cellOf = ({ claim, source }: TestCase) => {
  return { claimId: claim.id, sourceId: source.id, revisionId: source.revision.id };
};
const hiddenRef = (world: BlindWorld) => ({ ...m(world), tagId: world.hidden.tagId, baseVersion: 1 });
const hiddenSeen = (world: BlindWorld) => ({ ...m(world), tagId: world.hidden.tagId, tagVersion: 1 });
const comment = (text = "Seen by all") => ({ id: newId(), text, mentions: [] });
const mine = { text: "Mine", mentions: [] };
const children = () => ["One half.", "The other half."].map((text) => ({ ...wording, id: newId(), text }));
const everything = { claimIds: "all", sourceIds: "all", settledOnly: false } as const;
const correctedOf = ({ test }: BlindWorld) => `Corrected.\n\n${test.text.replace("214 people", "241 people")}`;
const scopeOf = (world: BlindWorld, kind: "tag" | "review") => {
  const { annotator, reviewer, second } = world.desk.people;
  return { kind, people: [annotator.id, reviewer.id, second.id], claimIds: null, sourceIds: null };
};
/** The cell that has opened, and nothing else. */
const openPlan = ({ cells: { opened } }: BlindWorld) => {
  return { ...PLAN, claimIds: [opened.claim.id], sourceIds: [opened.source.id] };
};
const headOf = async (world: BlindWorld) => (await world.me.case.get(of(world))).lastEvent;
const caseVersion = async (world: BlindWorld) => (await world.me.case.get(of(world))).version;
const claimOf = async (world: BlindWorld, { claim }: TestCase) => {
  const found = (await world.me.case.get(of(world))).claims.find(({ id }) => id === claim.id);
  return { claimId: claim.id, baseVersion: found?.version ?? 0 };
};
const sourceOf = async (world: BlindWorld) => {
  const { sources, removedSources } = await world.me.case.get(of(world));
  const { id: sourceId } = world.test.source;
  return { sourceId, baseVersion: [...sources, ...removedSources].find(({ id }) => id === sourceId)?.version ?? 0 };
};
const item = (world: BlindWorld, cell: TestCase, kind: "tag" | "review" | "adjudicate", assigneeId: string) => {
  const { claimId, sourceId } = cellOf(cell);
  return { id: newId(), kind, assigneeId, claimId, sourceId, dueOn: null, note: "" };
};
const firstAssignment = async (world: BlindWorld) => {
  const [one] = (await world.me.case.get(of(world))).assignments;
  return { assignmentId: one?.id ?? newId(), version: one?.version ?? 1 };
};
const openThreads = async (world: BlindWorld) => (await world.me.case.get(of(world))).threads;

const suggestionsOf = async (world: BlindWorld) => {
  await world.me.assist.suggestions(of(world));
  await world.desk.app.assist.settled();
  return world.me.assist.suggestions(of(world));
};
const firstSuggestion = async (world: BlindWorld) => {
  const { reading } = await suggestionsOf(world);
  return { kind: "claim", key: reading?.sources[0]?.claims[0]?.key ?? "" } as const;
};

/** Every live block, a claim and a hidden tag's passage among them. */
const documentWith = (world: BlindWorld, name: "submitted" | "opened", words = "As the desk sees it.") => {
  const { claim, source } = world.cells[name];
  const blocks: TemplateBlock[] = [
    ...TEMPLATES["back-up"].blocks,
    { type: "paragraph", audience: "public", children: [{ text: words }] },
    { type: "claim", claimId: claim.id, detail: "full", audience: "public" },
    { type: "evidence", claimId: claim.id, sourceId: source.id, evidenceId: world.hidden.tagId, audience: "public" },
  ];
  return documentFrom(blocks, "Report", newId);
};

/**
 * What somebody might ask who is curious about blind cells: for every procedure of the router, of hidden things by
 * their very ids, and of visible ones that lie beside them. In this order; later steps rest on earlier ones.
 */
export const WALK: Record<string, readonly Step[]> = {
  "me.get": [(x) => x.me.me.get()],
  "me.sessions": [(x) => x.me.me.sessions()],
  "me.endSession": [(x) => x.me.me.endSession({ mutationId: newId(), sessionId: newId() })],
  "reset.look": [(x) => x.me.reset.look({ token: "nobody's" })],
  "invitation.look": [(x) => x.me.invitation.look({ token: "nobody's" })],
  "invitation.accept": [(x) => x.me.invitation.accept({ mutationId: newId(), token: "nobody's" })],
  "workspace.create": [(x) => x.me.workspace.create({ mutationId: newId(), id: newId(), name: "Elsewhere" })],
  "workspace.get": [(x) => x.me.workspace.get(inDesk(x))],
  "workspace.rename": [(x) => x.me.workspace.rename({ ...w(x), baseVersion: 1, name: "Harbour" })],
  "workspace.invite": [(x) => x.me.workspace.invite({ ...w(x), role: "viewer" })],
  "workspace.revokeInvitation": [(x) => x.me.workspace.revokeInvitation({ ...w(x), invitationId: newId() })],
  // The link is another each time.
  "workspace.makeReset": [
    async (x) => {
      const { path } = await x.me.workspace.makeReset({ ...w(x), userId: x.desk.people.second.id });
      return { path: path.length };
    },
  ],
  "workspace.revokeReset": [(x) => x.me.workspace.revokeReset({ ...w(x), resetId: newId() })],
  "workspace.setRole": [(x) => x.me.workspace.setRole({ ...w(x), userId: x.desk.people.second.id, role: "reviewer" })],
  "case.list": [(x) => x.me.case.list(inDesk(x))],
  "case.create": [(x) => x.me.case.create({ ...w(x), id: newId(), title: "Another", summary: "" })],
  "case.get": [(x) => x.me.case.get(of(x))],
  "case.head": [(x) => x.me.case.head(of(x))],
  "case.log": [
    (x) => x.me.case.log({ ...of(x), after: 0, limit: 1000 }),
    (x) => x.me.case.log({ ...of(x), after: 5, limit: 3 }),
  ],
  "history.list": [
    (x) => x.me.history.list({ ...of(x), before: null, limit: 200 }),
    (x) => x.me.history.list({ ...of(x), before: 8, limit: 3 }),
    (x) => x.me.history.list({ ...of(x), before: null, limit: 200, claimId: x.cells.submitted.claim.id }),
    (x) => x.me.history.list({ ...of(x), before: null, limit: 200, actorId: x.desk.people.annotator.id }),
  ],
  "case.verifyLog": [(x) => x.me.case.verifyLog(of(x))],
  "case.edit": [
    async (x) => x.me.case.edit({ ...m(x), baseVersion: await caseVersion(x), title: "Aurora", summary: "Aground" }),
  ],
  "case.away": [(x) => x.me.case.away(inDesk(x))],
  "case.putAway": [
    async (x) => {
      const away = await x.me.case.putAway(m(x));
      const seenAway = [await x.me.case.get(of(x)), await x.me.case.away(inDesk(x))];
      await x.me.case.bringBack(m(x));
      return [away, ...seenAway];
    },
  ],
  "case.bringBack": [
    async (x) => {
      await x.me.case.putAway(m(x));
      return x.me.case.bringBack(m(x));
    },
  ],
  "source.inspect": [(x) => x.me.source.inspect({ ...of(x), content: { kind: "text", text: DISTINCT_TEXT } })],
  "source.add": [
    (x) =>
      x.me.source.add({
        ...m(x),
        id: newId(),
        content: { kind: "text", text: DISTINCT_TEXT },
        meta: buildSourceMeta({}),
        completeness: "full",
      }),
  ],
  "source.edit": [
    (x) => x.me.source.edit({ ...m(x), sourceId: x.test.source.id, baseVersion: 1, meta: buildSourceMeta({}) }),
  ],
  "source.text": [
    (x) => x.me.source.text({ ...of(x), sourceId: x.test.source.id }),
    (x) => x.me.source.text({ ...of(x), sourceId: x.test.source.id, revisionId: x.test.source.revision.id }),
  ],
  "source.previewRevision": [
    (x) => {
      const content = { kind: "text", text: correctedOf(x) } as const;
      return x.me.source.previewRevision({ ...of(x), sourceId: x.test.source.id, content, completeness: "full" });
    },
  ],
  "claim.create": [(x) => x.me.claim.create({ ...m(x), id: newId(), ...wording })],
  "claim.history": [(x) => x.me.claim.history({ ...of(x), claimId: x.cells.submitted.claim.id })],
  "claim.edit": [
    async (x) => x.me.claim.edit({ ...m(x), ...(await claimOf(x, x.cells.submitted)), ...wording }),
    async (x) => x.me.claim.edit({ ...m(x), ...(await claimOf(x, x.cells.mine)), ...wording }),
    (x) => x.me.claim.edit({ ...m(x), claimId: x.cells.submitted.claim.id, baseVersion: 1, ...wording }),
  ],
  "claim.withdraw": [async (x) => x.me.claim.withdraw({ ...m(x), ...(await claimOf(x, x.cells.spare)) })],
  "claim.restore": [async (x) => x.me.claim.restore({ ...m(x), ...(await claimOf(x, x.cells.spare)) })],
  "claim.split": [
    async (x) => {
      const split = { children: children(), carry: true, note: "" };
      return x.me.claim.split({ ...m(x), ...(await claimOf(x, x.cells.split)), ...split });
    },
  ],
  "tag.save": [
    (x) => {
      const content = say(x.cells.submitted, "verified");
      const saved = { ...cellOf(x.cells.submitted), baseVersion: 0, claimVersion: 2, content };
      return x.me.tag.save({ ...m(x), id: newId(), ...saved });
    },
    (x) => {
      const content = say(x.cells.submitted, "verified");
      const saved = { ...cellOf(x.cells.submitted), baseVersion: 1, claimVersion: 2, content };
      return x.me.tag.save({ ...m(x), id: x.hidden.draftId, ...saved });
    },
    (x) => {
      const content = say(x.cells.drafted, "verified");
      const saved = { ...cellOf(x.cells.drafted), baseVersion: 3, claimVersion: 1, content };
      return x.me.tag.save({ ...m(x), id: newId(), ...saved });
    },
  ],
  "tag.submit": [(x) => x.me.tag.submit(hiddenRef(x)), (x) => x.me.tag.submit(ref(x.test, x.mine))],
  "tag.submitMany": [
    (x) => {
      const items = [x.hidden.tagId, x.mine.id].map((tagId) => ({ tagId, baseVersion: 1 }));
      return x.me.tag.submitMany({ ...m(x), items });
    },
  ],
  "tag.withdraw": [(x) => x.me.tag.withdraw(hiddenRef(x))],
  "tag.restore": [(x) => x.me.tag.restore(hiddenRef(x))],
  "tag.reaffirm": [
    (x) => x.me.tag.reaffirm({ ...hiddenRef(x), claimVersion: 1, revisionId: x.mine.revisionId }),
    (x) => x.me.tag.reaffirm(reread(x.test, x.mine)),
  ],
  "tag.history": [
    (x) => x.me.tag.history({ ...of(x), tagId: x.hidden.tagId }),
    (x) => x.me.tag.history({ ...of(x), tagId: x.mine.id }),
    (x) => x.me.tag.history({ ...of(x), tagId: x.open.tag.id }),
  ],
  "tag.whatChanged": [
    (x) => x.me.tag.whatChanged({ ...of(x), tagId: x.hidden.tagId }),
    (x) => x.me.tag.whatChanged({ ...of(x), tagId: x.mine.id }),
  ],
  "review.open": [
    (x) => x.me.review.open({ ...of(x), tagId: x.hidden.tagId, tagVersion: 1 }),
    (x) => x.me.review.open({ ...of(x), tagId: x.open.tag.id, tagVersion: 1 }),
  ],
  "review.readings": [(x) => x.me.review.readings(of(x))],
  "review.precedents": [
    (x) => x.me.review.precedents({ ...of(x), tagId: x.hidden.tagId }),
    (x) => x.me.review.precedents({ ...of(x), tagId: x.open.tag.id, query: "planted or claim" }),
  ],
  "review.decide": [
    (x) => x.me.review.decide({ ...hiddenSeen(x), decision: "challenge", reason: "No", proposedStance: "verified" }),
    (x) => x.me.review.decide({ ...hiddenSeen(x), decision: "comment", reason: "Why?" }),
    (x) => x.me.review.decide({ ...seen(x.test, x.mine), decision: "approve", reason: "" }),
    (x) => x.me.review.decide({ ...seen(x.test, x.open.tag), decision: "comment", reason: "Well read." }),
  ],
  "review.adjudicate": [
    (x) => x.me.review.adjudicate({ ...hiddenSeen(x), outcome: "uphold", cause: "edge_case", note: "" }),
    (x) => x.me.review.adjudicate({ ...seen(x.test, x.mine), outcome: "uphold", cause: "edge_case", note: "" }),
  ],
  "review.approveMany": [
    (x) => {
      const tags = [x.hidden.tagId, x.mine.id, x.open.tag.id].map((tagId) => ({ tagId, tagVersion: 1 }));
      return x.me.review.approveMany({ ...m(x), tags });
    },
  ],
  "assignment.assign": [
    (x) => x.me.assignment.assign({ ...m(x), ...item(x, x.cells.submitted, "tag", x.desk.people.annotator.id) }),
    (x) => x.me.assignment.assign({ ...m(x), ...item(x, x.cells.submitted, "review", x.desk.people.annotator.id) }),
    (x) => x.me.assignment.assign({ ...m(x), ...item(x, x.cells.drafted, "adjudicate", x.desk.people.lead.id) }),
  ],
  // While there is one piece of work: several would change hands in the order of their ids.
  "assignment.handOver": [
    (x) => {
      const { annotator, reviewer } = x.desk.people;
      return x.me.assignment.handOver({ ...w(x), from: annotator.id, to: reviewer.id, note: "" });
    },
  ],
  "assignment.assignMany": [
    (x) => {
      const items = [x.cells.mine, x.cells.own].map((cell) => item(x, cell, "tag", x.desk.people.annotator.id));
      return x.me.assignment.assignMany({ ...m(x), items });
    },
  ],
  "assignment.claim": [
    (x) => {
      const { id, kind, claimId, sourceId } = item(x, x.cells.withdrawn, "tag", "");
      return x.me.assignment.claim({ ...m(x), id, kind, claimId, sourceId });
    },
  ],
  "assignment.change": [
    async (x) => {
      const { assignmentId, version } = await firstAssignment(x);
      const change = { assigneeId: x.desk.people.reviewer.id, dueOn: "2025-07-01", note: "Soon" };
      return x.me.assignment.change({ ...m(x), assignmentId, baseVersion: version, ...change });
    },
  ],
  "assignment.proposal": [
    (x) => x.me.assignment.proposal({ ...of(x), ...scopeOf(x, "tag") }),
    (x) => x.me.assignment.proposal({ ...of(x), ...scopeOf(x, "review") }),
  ],
  "assignment.balance": [(x) => x.me.assignment.balance({ ...m(x), ...scopeOf(x, "tag"), dueOn: null, note: "" })],
  "assignment.end": [
    async (x) => x.me.assignment.end({ ...m(x), assignmentId: (await firstAssignment(x)).assignmentId, reason: "" }),
  ],
  "queue.mine": [
    (x) => x.me.queue.mine({ ...inDesk(x), today: "2025-06-14" }),
    (x) => x.me.queue.mine({ ...inDesk(x), today: "2025-06-14", filter: { authorId: x.desk.people.annotator.id } }),
  ],
  "thread.open": [
    (x) => {
      const subject = { kind: "tag", tagId: x.hidden.tagId } as const;
      return x.me.thread.open({ ...m(x), id: newId(), subject, comment: comment() });
    },
    (x) => x.me.thread.open({ ...m(x), id: newId(), subject: { kind: "case" }, comment: comment() }),
  ],
  "thread.comment": [
    (x) => x.me.thread.comment({ ...m(x), threadId: x.hidden.threadId, ...comment() }),
    async (x) => x.me.thread.comment({ ...m(x), threadId: (await openThreads(x))[0]?.id ?? newId(), ...comment() }),
  ],
  "thread.edit": [
    (x) => x.me.thread.edit({ ...m(x), commentId: x.hidden.commentId, baseVersion: 1, ...mine }),
  ],
  "thread.withdraw": [(x) => x.me.thread.withdraw({ ...m(x), commentId: x.hidden.commentId, baseVersion: 1 })],
  "thread.resolve": [
    (x) => x.me.thread.resolve({ ...m(x), threadId: x.hidden.threadId, baseVersion: 1, reason: "Done" }),
  ],
  "thread.reopen": [
    (x) => x.me.thread.reopen({ ...m(x), threadId: x.hidden.threadId, baseVersion: 1, reason: "Not done" }),
  ],
  "thread.versions": [(x) => x.me.thread.versions({ ...of(x), commentId: x.hidden.commentId })],
  "notification.list": [(x) => x.me.notification.list({ ...inDesk(x), unreadOnly: false, after: null, limit: 100 })],
  "notification.count": [(x) => x.me.notification.count(inDesk(x))],
  "notification.mark": [
    (x) => x.me.notification.mark({ ...w(x), which: { upTo: "2025-06-15T00:00:00.000Z" }, read: true }),
  ],
  "notification.settings": [(x) => x.me.notification.settings(inDesk(x))],
  "notification.setSettings": [
    (x) => x.me.notification.setSettings({ ...w(x), settings: DEFAULT_NOTIFICATION_SETTINGS }),
  ],
  "verdict.override": [
    (x) => {
      const claimId = x.cells.submitted.claim.id;
      const seen = { claimVersion: 1, replaces: null };
      return x.me.verdict.override({ ...m(x), id: newId(), claimId, ...seen, verdict: "refuted", reason: "By hand" });
    },
  ],
  "verdict.lift": [(x) => x.me.verdict.lift({ ...m(x), overrideId: newId() })],
  // In the order of the tags' ids, which is chance.
  "agreement.ratings": [
    async (x) => {
      const ratings = await x.me.agreement.ratings(of(x));
      return ratings.toSorted((a, b) => ((x.names.get(a.tagId) ?? "") < (x.names.get(b.tagId) ?? "") ? -1 : 1));
    },
  ],
  "live.presence": [
    (x) => x.me.live.presence({ ...of(x), pageId: newId(), sourceId: null, claimId: null, selection: null }),
  ],
  "live.leave": [(x) => x.me.live.leave({ ...of(x), pageId: newId() })],
  // A stream is compared as a whole, beside the walk.
  "live.case": [(x) => x.me.live.case({ caseId: newId() })],
  "rating.scale": [(x) => x.me.rating.scale(inDesk(x))],
  "rating.set": [
    (x) => {
      const claim = { claimId: x.cells.submitted.claim.id, claimVersion: 1 };
      const rated = { ...claim, baseVersion: 0, entryId: "mixed", justification: "So far" };
      return x.me.rating.set({ ...m(x), id: newId(), ...rated });
    },
  ],
  "rating.history": [
    async (x) => {
      const [rating] = (await x.me.case.get(of(x))).ratings;
      return x.me.rating.history({ ...of(x), ratingId: rating?.id ?? newId() });
    },
  ],
  "rating.setScale": [
    async (x) => {
      const { version, name, entries } = await x.me.rating.scale(inDesk(x));
      return x.me.rating.setScale({ ...w(x), baseVersion: version, name: `${name} of ours`, entries });
    },
  ],
  "release.sign": [
    async (x) => {
      const { lastEvent } = await x.me.case.get(of(x));
      return x.me.release.sign({ ...m(x), id: newId(), plan: PLAN, seenEvent: lastEvent });
    },
    async (x) => x.me.release.sign({ ...m(x), id: newId(), plan: openPlan(x), seenEvent: await headOf(x) }),
  ],
  "release.unsign": [
    async (x) => {
      const [signOff] = (await x.me.case.get(of(x))).signOffs;
      return x.me.release.unsign({ ...m(x), signOffId: signOff?.id ?? newId() });
    },
    async (x) => x.me.release.sign({ ...m(x), id: newId(), plan: openPlan(x), seenEvent: await headOf(x) }),
  ],
  "release.make": [
    async (x) => x.me.release.make({ ...m(x), id: newId(), plan: PLAN, seenEvent: await headOf(x) }),
    // What others did in secret meanwhile is no reason to refuse (B1).
    async (x) => x.me.release.make({ ...m(x), id: newId(), plan: openPlan(x), seenEvent: await headOf(x) }),
  ],
  "release.compare": [(x) => x.me.release.compare({ ...of(x), from: 1, to: null })],
  "release.correct": [
    (x) => x.me.release.correct({ ...m(x), id: newId(), claimId: null, what: "It was 214.", why: "Misread." }),
  ],
  "release.withdrawCorrection": [
    async (x) => {
      const [correction] = (await x.me.case.get(of(x))).corrections;
      return x.me.release.withdrawCorrection({ ...m(x), correctionId: correction?.id ?? newId() });
    },
  ],
  "share.create": [
    async (x) => {
      const { path, ...made } = await x.me.share.create({ ...m(x), number: 1, label: "Ed", days: 30 });
      return { ...made, path: path.length };
    },
  ],
  "share.list": [
    async (x) => (await x.me.share.list(of(x))).map((link) => ({ ...link, path: link.path?.length ?? null })),
  ],
  "share.revoke": [
    async (x) => {
      const [link] = await x.me.share.list(of(x));
      return x.me.share.revoke({ ...m(x), shareId: link?.id ?? newId() });
    },
  ],
  "report.export": (["html", "md", "csv", "json", "annotations", "hypothesis", "claimreview"] as const).map(
    (format) => (x: BlindWorld) => x.me.report.export({ ...of(x), format, title: "Report", scope: everything }),
  ),
  "document.get": [(x) => x.me.document.get(of(x))],
  "document.save": [
    (x) => x.me.document.save({ ...m(x), baseVersion: 0, document: documentWith(x, "submitted") }),
    (x) => x.me.document.save({ ...m(x), baseVersion: 0, document: documentWith(x, "opened") }),
    (x) => x.me.document.save({ ...m(x), baseVersion: 0, document: documentWith(x, "opened", "Other words.") }),
  ],
  "document.versions": [(x) => x.me.document.versions(of(x))],
  "document.version": [
    (x) => x.me.document.version({ ...of(x), version: 1 }),
    (x) => x.me.report.export({ ...of(x), format: "html", title: "R", scope: everything, audience: "internal" }),
  ],
  "document.preview": (["public", "internal"] as const).map(
    (audience) => (x: BlindWorld) =>
      x.me.document.preview({ ...of(x), document: documentWith(x, "submitted"), audience, faces: false }),
  ),
  "document.templates": [(x) => x.me.document.templates(inDesk(x))],
  "document.saveTemplate": [
    (x) => x.me.document.saveTemplate({ ...w(x), id: newId(), name: "Ours", blocks: TEMPLATES["back-up"].blocks }),
  ],
  "document.removeTemplate": [(x) => x.me.document.removeTemplate({ ...w(x), templateId: newId() })],
  // What is proposed rests on texts and claims, and not on what anybody said of them.
  "assist.suggestions": [(x) => suggestionsOf(x), (x) => x.me.assist.suggestions({ ...of(x), again: true })],
  "assist.cell": (["submitted", "opened", "mine"] as const).map(
    (name) => (x: BlindWorld) => {
      const { claimId, sourceId } = cellOf(x.cells[name]);
      return x.me.assist.cell({ ...of(x), claimId, sourceId });
    },
  ),
  "assist.claim": [(x) => x.me.assist.claim({ ...of(x), claimId: x.cells.submitted.claim.id })],
  "assist.dismiss": [
    async (x) => x.me.assist.dismiss({ ...m(x), items: [await firstSuggestion(x)] }),
    (x) => {
      const { claimId, sourceId } = cellOf(x.cells.submitted);
      return x.me.assist.dismiss({ ...m(x), items: [{ kind: "cell", key: "0".repeat(64), claimId, sourceId }] });
    },
    (x) => suggestionsOf(x),
  ],
  "assist.restore": [async (x) => x.me.assist.restore({ ...m(x), items: [await firstSuggestion(x)] })],
  "assist.settings": [(x) => x.me.assist.settings(inDesk(x))],
  "assist.setSettings": [
    (x) => {
      const none = { reader: "built-in", baseUrl: "", model: "", folder: "" } as const;
      return x.me.assist.setSettings({ ...w(x), baseVersion: 0, ...none });
    },
  ],
  "assist.cancel": [(x) => x.me.assist.cancel(of(x))],
  // Late: what others said of the older text is carried along with it.
  "source.revise": [
    (x) => {
      const { id: sourceId, revision } = x.test.source;
      const content = { kind: "text", text: correctedOf(x) } as const;
      const revised = { sourceId, baseRevisionId: revision.id, content, completeness: "full" } as const;
      return x.me.source.revise({ ...m(x), ...revised });
    },
    (x) => x.me.case.get(of(x)),
    (x) => x.me.case.log({ ...of(x), after: 0, limit: 1000 }),
    (x) => x.me.notification.list({ ...inDesk(x), unreadOnly: false, after: null, limit: 100 }),
  ],
  // What comes back with a source is what could be seen of it before. Between steps others go on with it.
  "source.remove": [
    async (x) => {
      const removed = await x.me.source.remove({ ...m(x), ...(await sourceOf(x)), reason: "Of another day" });
      const seenOut = [await x.me.case.get(of(x)), await x.me.queue.mine({ ...inDesk(x), today: "2025-03-01" })];
      await x.me.source.restore({ ...m(x), ...(await sourceOf(x)) });
      return [removed, ...seenOut];
    },
    (x) => x.me.notification.list({ ...inDesk(x), unreadOnly: false, after: null, limit: 100 }),
  ],
  "source.restore": [
    async (x) => {
      await x.me.source.remove({ ...m(x), ...(await sourceOf(x)), reason: "Of another day" });
      return x.me.source.restore({ ...m(x), ...(await sourceOf(x)) });
    },
    (x) => x.me.case.get(of(x)),
    (x) => x.me.case.log({ ...of(x), after: 0, limit: 1000 }),
  ],
  // Last: they change who is who, and what is blind.
  "workspace.setPolicy": [
    (x) => x.me.workspace.setPolicy({ ...w(x), baseVersion: 2, policy: { ...DEFAULT_POLICY, signOffs: 2 } }),
  ],
  "case.setPolicy": [
    async (x) =>
      x.me.case.setPolicy({ ...m(x), baseVersion: await caseVersion(x), ownPolicy: { requiredTags: 4, signOffs: 3 } }),
  ],
  "workspace.removeMember": [
    (x) => x.me.workspace.removeMember({ ...w(x), userId: x.desk.people.annotator.id }),
  ],
};
