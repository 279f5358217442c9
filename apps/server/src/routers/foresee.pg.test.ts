import type { CaseChange, CaseView, TagView } from "@assay/domain";
import { applyChange, contendersWith, foreseeChange, isForeseen, rebaseInput } from "@assay/domain";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addClaim, addText, newId, openCase, openDesk, say } from "../testing/desk.ts";
import type { Crew, Desk, TestCase } from "../testing/desk.ts";

/** What a client foresees of a mutation, held against what the services answer and store. */

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

type Name = "annotator" | "second" | "reviewer" | "lead";
const NAMES: Name[] = ["annotator", "second", "reviewer", "lead"];

interface Mutation {
  by: Name;
  procedure: string;
  input: Record<string, unknown>;
}

/** Times, hashes, and the ids that the server gives to reviews and rulings. */
function comparable(change: CaseChange): object {
  const { lastEvent: _event, lastHash: _hash, eventless: _eventless, ...lists } = change;
  return JSON.parse(
    JSON.stringify(lists, (key, value: unknown) => {
      if (["createdAt", "versionAt", "updatedAt", "at"].includes(key) && typeof value === "string") return "a time";
      if ((key === "reviews" || key === "adjudications") && Array.isArray(value)) {
        return value.map((one: object) => ({ ...one, id: "given by the server" }));
      }
      return value;
    }),
  ) as object;
}

/** Calls a procedure by its path, as a kept mutation is sent. */
function send(desk: Desk, { by, procedure, input }: Mutation): Promise<CaseChange> {
  const [noun = "", verb = ""] = procedure.split(".");
  const caller = desk.as[by as keyof Crew] as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<CaseChange>>
  >;
  const call = caller[noun]?.[verb];
  if (call === undefined) throw new Error(`No procedure ${procedure}`);
  return call(input);
}

interface Picks {
  kind: number;
  by: number;
  one: number;
  other: number;
  words: string;
}

const STANCES = ["verified", "disputed", "missing"] as const;
const DECISIONS = ["approve", "request_changes", "challenge", "comment"] as const;
const OUTCOMES = ["uphold", "overturn", "insufficient"] as const;
const TYPES = ["number", "event"] as const;

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** Some mutation of this case as a person might make it; many of them the rules refuse. */
function mutationOf(test: TestCase, view: CaseView, picks: Picks): Mutation | null {
  const { kind, one, other, words } = picks;
  const by = NAMES[picks.by % NAMES.length] ?? "annotator";
  const { caseId } = test;
  const of = { mutationId: newId(), caseId };
  const claim = at(view.claims, one);
  const source = at(view.sources, other);
  const tag = at(view.tags, one);
  const override = at(view.overrides, one);
  const stance = at(STANCES, other) ?? "verified";
  const content = () => {
    const { revision } = source ?? test.source;
    const said = { ...say(test, stance), rationale: words };
    const attestation = said.attestation === null ? null : { ...said.attestation, revisionSha256: revision.sha256 };
    return { ...said, attestation, evidence: other % 4 === 0 ? [] : said.evidence };
  };
  const wording = { text: words.trim() === "" ? "Aboard." : words, type: at(TYPES, other) ?? "event", claimant: words };
  // A tag is mostly moved by its author, and judged by others, so that most of it comes to pass.
  const author = NAMES.find((name) => desk.people[name].id === tag?.authorId) ?? by;
  const own = (procedure: string): Mutation | null =>
    tag === undefined
      ? null
      : { by: other % 7 === 0 ? by : author, procedure, input: { ...of, tagId: tag.id, baseVersion: tag.version } };
  switch (kind) {
    case 0:
    case 1: {
      if (claim === undefined || source === undefined) return null;
      const { revision } = source;
      const cell = { claimId: claim.id, sourceId: source.id, revisionId: revision.id, claimVersion: claim.version };
      const input = { ...of, id: newId(), ...cell, baseVersion: 0, content: content() };
      return { by, procedure: "tag.save", input: rebased("tag.save", input, view, by) };
    }
    case 2:
    case 3: {
      const draft = at(view.tags.filter(({ state }) => state === "draft"), one) ?? tag;
      const hand = NAMES.find((name) => desk.people[name].id === draft?.authorId) ?? by;
      if (draft === undefined) return null;
      const input = { ...of, tagId: draft.id, baseVersion: draft.version };
      return { by: other % 7 === 0 ? by : hand, procedure: "tag.submit", input };
    }
    case 4:
      return own("tag.withdraw");
    case 5:
      return own("tag.restore");
    case 6: {
      const moved = own("tag.reaffirm");
      const claimVersion = view.claims.find(({ id }) => id === tag?.claimId)?.version;
      return moved && { ...moved, input: { ...moved.input, claimVersion, revisionId: tag?.revisionId } };
    }
    case 7: {
      const { id: sourceId, revision } = source ?? test.source;
      const first = { tag: { id: newId(), sourceId, revisionId: revision.id, content: content() } };
      const input = { ...of, id: newId(), ...wording, ...(other % 2 === 0 ? first : {}) };
      return { by: "annotator", procedure: "claim.create", input };
    }
    case 8:
      if (claim === undefined) return null;
      return { by, procedure: "claim.edit", input: { ...of, claimId: claim.id, baseVersion: claim.version, ...wording } };
    case 9:
    case 10: {
      // What is withdrawn is judged no more, so few are.
      if (claim === undefined || (!claim.withdrawn && other % 3 !== 0)) return null;
      const procedure = claim.withdrawn ? "claim.restore" : "claim.withdraw";
      return { by, procedure, input: { ...of, claimId: claim.id, baseVersion: claim.version } };
    }
    case 11:
    case 12: {
      // Mostly of what waits for it, or else hardly anything would be decided.
      const judged = at(view.tags.filter(({ state }) => state === "submitted"), one) ?? tag;
      if (judged === undefined) return null;
      const decision = at(DECISIONS, other) ?? "approve";
      const proposedStance = decision === "challenge" ? at(STANCES, one + 1) : undefined;
      const reason = other % 5 === 0 ? words : "Read beside its source.";
      const said = { decision, reason, ...(proposedStance === undefined ? {} : { proposedStance }) };
      const judge = judged.authorId === desk.people.reviewer.id && one % 5 !== 0 ? "lead" : "reviewer";
      return { by: judge, procedure: "review.decide", input: { ...of, tagId: judged.id, tagVersion: judged.version, ...said } };
    }
    case 13: {
      if (tag === undefined) return null;
      const outcome = at(OUTCOMES, other) ?? "uphold";
      const cell = view.tags.filter(({ claimId, sourceId }) => claimId === tag.claimId && sourceId === tag.sourceId);
      const others = contendersWith(tag.id, cell);
      const said = { outcome, others, cause: "edge_case", note: words, ...(outcome === "overturn" ? { stance } : {}) };
      return { by: "lead", procedure: "review.adjudicate", input: { ...of, tagId: tag.id, tagVersion: tag.version, ...said } };
    }
    case 14: {
      if (override !== undefined && other % 2 === 0) {
        return { by: "lead", procedure: "verdict.lift", input: { ...of, overrideId: override.id } };
      }
      const said = { verdict: "refuted", reason: words.trim() === "" ? "On the record." : words };
      const replaces = view.overrides.find(({ claimId }) => claimId === claim?.id)?.id ?? null;
      return claim === undefined
        ? null
        : { by: "lead", procedure: "verdict.override", input: { ...of, id: newId(), claimId: claim.id, claimVersion: claim.version, replaces, ...said } };
    }
    case 15: {
      if (source === undefined) return null;
      const { title: _title, publisher, author, url, publishedAt, retrievedAt, kind: what, language, independenceGroup } = source;
      const meta = { title: words, publisher, author, url, publishedAt, retrievedAt, kind: what, language, independenceGroup };
      return { by: "lead", procedure: "source.edit", input: { ...of, sourceId: source.id, baseVersion: source.version, meta } };
    }
    case 16:
      return {
        by: "lead",
        procedure: "case.edit",
        input: { ...of, baseVersion: view.version, title: words.trim() === "" ? "Aurora" : words, summary: words },
      };
    case 18:
    case 19: {
      const subject = at(
        [
          { kind: "case" },
          { kind: "claim", claimId: claim?.id },
          ...(tag === undefined ? [] : [{ kind: "tag", tagId: tag.id }]),
          { kind: "passage", claimId: null, sourceId: source?.id, revisionId: source?.revision.id, start: 0, end: 5, exact: test.text.slice(0, 5) },
        ],
        other,
      );
      const comment = { id: newId(), text: words.trim() === "" ? "Why?" : words, mentions: [desk.people.lead.id] };
      return { by, procedure: "thread.open", input: { ...of, id: newId(), subject, comment } };
    }
    case 20:
    case 21: {
      const thread = at(view.threads, one);
      const comment = at(thread?.comments ?? [], other);
      if (thread === undefined || comment === undefined) return null;
      const said = { text: words.trim() === "" ? "Because." : words, mentions: [] };
      const writer = NAMES.find((name) => desk.people[name].id === comment.authorId) ?? by;
      const own = { ...of, commentId: comment.id, baseVersion: comment.version };
      const move = { ...of, threadId: thread.id, baseVersion: thread.version, reason: "Said enough." };
      if (other % 5 === 0) return { by: writer, procedure: "thread.edit", input: { ...own, ...said } };
      if (other % 5 === 1) return { by: writer, procedure: "thread.withdraw", input: own };
      if (other % 5 === 2) return { by, procedure: thread.resolved === null ? "thread.resolve" : "thread.reopen", input: move };
      return { by, procedure: "thread.comment", input: { ...of, threadId: thread.id, id: newId(), ...said } };
    }
    default: {
      const drafts = view.tags.filter(({ authorId }) => authorId === desk.people[author].id);
      const items = drafts.map(({ id: tagId, version: baseVersion }) => ({ tagId, baseVersion }));
      return items.length === 0 ? null : { by: author, procedure: "tag.submitMany", input: { ...of, items } };
    }
  }
}

function rebased(procedure: string, input: object, view: CaseView, by: Name): Record<string, unknown> {
  return rebaseInput(procedure, input, view, desk.people[by].id) as Record<string, unknown>;
}

const picks: fc.Arbitrary<Picks> = fc.record({
  kind: fc.nat({ max: 21 }),
  by: fc.nat({ max: 3 }),
  one: fc.nat({ max: 20 }),
  other: fc.nat({ max: 20 }),
  words: fc.constantFrom("", "  The operator says so. ", "First line\r\nsecond 🚢", "Read again."),
});

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

describe("foreseeing", () => {
  it("[E4,E5] what is foreseen of a mutation is what the server answers, up to times, hashes and its ids", async () => {
    const told = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(picks, { minLength: 15, maxLength: 40 }), async (list) => {
        const test = await openCase(desk);
        await addText(desk.as.annotator, test.caseId, test.text, { publisher: "Second" });
        await addClaim(desk.as.annotator, test.caseId, "Nobody was hurt.");
        let view = await desk.as.lead.case.get({ caseId: test.caseId });
        for (const pick of list) {
          const mutation = mutationOf(test, view, pick);
          if (mutation === null || !isForeseen(mutation.procedure)) continue;
          const { procedure, input, by } = mutation;
          const sight = { view, actorId: desk.people[by].id, at: new Date().toISOString() };
          const foreseen = foreseeChange(procedure, input, sight);
          const answer = await send(desk, mutation).catch(() => null);
          if (answer === null) continue;
          // A draft that judged an older wording is the one case that the page leaves to the server.
          if (foreseen === null) {
            const tag = view.tags.find(({ id }) => id === input.tagId);
            const claim = view.claims.find(({ id }) => id === tag?.claimId);
            expect([procedure, tag?.claimVersion === claim?.version]).toEqual(["tag.submit", false]);
          } else if (procedure === "tag.submitMany") {
            const states = (tags: TagView[] = []) => tags.map(({ id, state }) => ({ id, state })).toSorted(byId);
            const moved = states(foreseen.tags);
            expect(states(answer.tags)).toEqual(expect.arrayContaining(moved));
            const left = (change: CaseChange) => (change as CaseChange & { refused: object[] }).refused.length;
            expect(left(foreseen)).toBeGreaterThanOrEqual(left(answer));
          } else {
            const { refused: _refused, ...rest } = answer as CaseChange & { refused?: unknown };
            // What changed nothing is answered with the entry as it is, or with nothing at all.
            const known = applyChange(view, foreseen) === view;
            if (!known) expect(comparable(foreseen), procedure).toEqual(comparable(rest));
          }
          told.set(procedure, (told.get(procedure) ?? 0) + 1);
          view = await desk.as.lead.case.get({ caseId: test.caseId });
        }
      }),
      { numRuns: 24, endOnFailure: true },
    );
    // All of them came to pass, or the comparison says nothing.
    const never = ["tag.save", "tag.submit", "tag.withdraw", "claim.create", "claim.edit", "review.decide", "source.edit", "thread.open", "thread.comment"];
    expect(never.filter((procedure) => (told.get(procedure) ?? 0) === 0)).toEqual([]);
  }, 300_000);

  it("[E5] a chain made without an answer carries the versions that the server will have", async () => {
    const test = await openCase(desk);
    const by = "annotator";
    const { caseId } = test;
    const actorId = desk.people[by].id;
    const tagId = newId();
    const claimId = newId();
    const { id: sourceId, revision } = test.source;
    const content = (rationale: string) => ({ ...say(test, "verified"), rationale });
    const cell = { id: tagId, claimId, sourceId, revisionId: revision.id, claimVersion: 0, baseVersion: 0 };
    const steps: [string, Record<string, unknown>][] = [
      ["claim.create", { id: claimId, text: "214 were aboard.", type: "number", claimant: "" }],
      ["tag.save", { ...cell, content: content("One.") }],
      ["tag.save", { ...cell, content: content("Two.") }],
      ["claim.edit", { claimId, baseVersion: 0, text: "214 people were aboard.", type: "number", claimant: "" }],
      ["tag.save", { ...cell, content: content("Three.") }],
      ["tag.submit", { tagId, baseVersion: 0 }],
      ["tag.withdraw", { tagId, baseVersion: 0 }],
      ["tag.restore", { tagId, baseVersion: 0 }],
      ["claim.withdraw", { claimId, baseVersion: 0 }],
      ["claim.restore", { claimId, baseVersion: 0 }],
    ];
    const start = await desk.as[by].case.get({ caseId });
    let view = start;
    const kept: Mutation[] = [];
    for (const [procedure, given] of steps) {
      const input = rebased(procedure, { mutationId: newId(), caseId, ...given }, view, by);
      const change = foreseeChange(procedure, input, { view, actorId, at: new Date().toISOString() });
      expect(change, procedure).not.toBeNull();
      if (change !== null) view = applyChange(view, change);
      kept.push({ by, procedure, input });
    }
    for (const mutation of kept) await send(desk, mutation);
    const stored = await desk.as[by].case.get({ caseId });
    const shown = ({ claims, tags }: CaseView) => comparable({ lastEvent: 0, lastHash: "", claims, tags });
    expect(shown(view)).toEqual(shown(stored));
    expect(stored.lastEvent).toBe(start.lastEvent + kept.length);
  });
});
