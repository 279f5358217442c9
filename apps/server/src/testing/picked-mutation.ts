import type { CaseChange, CaseView } from "@assay/domain";
import { contendersWith, rebaseInput } from "@assay/domain";
import fc from "fast-check";
import { newId, say } from "./desk.ts";
import type { Crew, Desk, TestCase } from "./desk.ts";

/** Mutations of a case as chance picks them, for holding what a page foresees against what the server answers. */

export type Name = "annotator" | "second" | "reviewer" | "lead";
const NAMES: Name[] = ["annotator", "second", "reviewer", "lead"];

export interface Mutation {
  by: Name;
  procedure: string;
  input: Record<string, unknown>;
}

/** Calls a procedure by its path, as a kept mutation is sent. */
export function send(desk: Desk, { by, procedure, input }: Mutation): Promise<CaseChange> {
  const [noun = "", verb = ""] = procedure.split(".");
  const caller = desk.as[by as keyof Crew] as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<CaseChange>>
  >;
  const call = caller[noun]?.[verb];
  if (call === undefined) throw new Error(`No procedure ${procedure}`);
  return call(input);
}

/** What chance decides of a mutation. */
export interface Picks {
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
export function mutationOf(desk: Desk, test: TestCase, view: CaseView, picks: Picks): Mutation | null {
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
      return { by, procedure: "tag.save", input: rebased(desk, "tag.save", input, view, by) };
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

export function rebased(desk: Desk, procedure: string, input: object, view: CaseView, by: Name): Record<string, unknown> {
  return rebaseInput(procedure, input, view, desk.people[by].id) as Record<string, unknown>;
}

export const picks: fc.Arbitrary<Picks> = fc.record({
  kind: fc.nat({ max: 21 }),
  by: fc.nat({ max: 3 }),
  one: fc.nat({ max: 20 }),
  other: fc.nat({ max: 20 }),
  words: fc.constantFrom("", "  The operator says so. ", "First line\r\nsecond 🚢", "Read again."),
});
