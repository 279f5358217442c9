import { randomUUID } from "node:crypto";
import { withScope } from "@assay/db";
import type { NewEvent, Session } from "@assay/db";
import { DomainError, carryTag, countStates, isBlindCell, lapseRulings, makeAnchor, nextState, refuse } from "@assay/domain";
import type { Carriage, CarriedRuling, CaseChange, Completeness, Evidence, MappedAnchor, TagView } from "@assay/domain";
import type { CaseContext } from "../context.ts";
import type { SourceContent } from "../inputs/source-inputs.ts";
import { refusalError } from "../policies/refuse.ts";
import { textOf } from "../reading/read-source.ts";
import { findBase, findStanding, hasOtherBlocks, readBaseText } from "./find-revised.ts";
import type { BaseRevision, StandingTag } from "./find-revised.ts";
import { inCaseMutation } from "./in-case-mutation.ts";
import type { Work } from "./in-case-mutation.ts";
import { insertRevision } from "./insert-revision.ts";
import { loadCurrent } from "./load-change.ts";
import { mapApart } from "./map-apart.ts";
import { moveTags } from "./move-tags.ts";
import type { Move } from "./move-tags.ts";
import { readContent } from "./read-content.ts";
import { readBlindness } from "./see-answer.ts";
import { writeCarried } from "./write-carried.ts";

/** Where an editor followed a passage to while its draft was typed over. */
export interface FollowedPassage {
  tagId: string;
  evidenceId: string;
  start: number;
  end: number;
}

export interface ReviseSource {
  mutationId: string;
  sourceId: string;
  /** The revision that was read when this one was made (E5). */
  baseRevisionId: string;
  content: SourceContent;
  completeness: Completeness;
  /** Of a draft: believed where the very words stand there. Everything else is found by comparing the texts. */
  anchors?: FollowedPassage[] | undefined;
}

type Places = ReadonlyMap<string, MappedAnchor[]>;

/**
 * A newer text of a source. Every tag of it is carried there: where its passages still say what they said, what was
 * decided about it stands; anything else makes it stale, with the reason (T6). Nothing disappears: a passage that is not
 * found keeps its words and waits for a person (X4).
 */
export async function reviseSource(ctx: CaseContext, input: ReviseSource): Promise<CaseChange> {
  const { mutationId, sourceId, baseRevisionId, completeness } = input;
  const { originalName, mediaType, read } = await readContent(ctx, input.content);
  if (!read.ok) throw refusalError(read, { field: "content" });
  const { sha256, length, stored } = read;
  const newText = textOf(stored);
  // Before the case is locked: comparing long texts takes a while. What is saved meanwhile is mapped under the lock.
  const before = await withScope(ctx.app.db, ctx.scope, async (_, session) => {
    const found = await findAll(session, ctx.caseId, sourceId);
    return { ...found, text: await readBaseText(ctx, session, found.base) };
  });
  const isNews = before.base.id === baseRevisionId && before.base.sha256 !== sha256;
  const readBefore = () => Promise.resolve(before.text);
  const ahead = isNews ? await placesOf(ctx, before.tags, newText, readBefore) : undefined;
  return inCaseMutation(ctx, { procedure: "source.revise", mutationId }, async (work) => {
    const { tx, session, at } = work;
    const { base, tags } = await findAll(session, ctx.caseId, sourceId);
    await expectBase(ctx, work, base, input);
    const isDraft = "blocks" in input.content && input.content.blocks !== undefined;
    const isReshaped = isDraft && (await hasOtherBlocks(session, base, stored.blocks));
    const isSaidOtherwise = base.completeness !== completeness;
    if (base.sha256 === sha256 && !isReshaped && !isSaidOtherwise) throw refusalError(sameText(base), { field: "content" });
    const readText = () => readBaseText(ctx, session, base);
    const places = await placesOf(ctx, tags, newText, readText, before.base.id === base.id ? ahead : undefined);
    const { workspaceId, userId } = ctx.scope;
    const number = base.number + 1;
    const version = base.version + 1;
    const { originalSha256 } = stored;
    const revision = { id: randomUUID(), number, sha256, length, completeness, originalSha256 };
    const from = { originalName, originalMediaType: mediaType, ...stored };
    const made = { workspaceId, caseId: ctx.caseId, sourceId, createdBy: userId, createdAt: at };
    await insertRevision(session, { ...made, ...revision, ...from });
    await tx.source.update({ where: { id: sourceId }, data: { version }, select: { id: true } });
    const sameWholeText = base.sha256 === sha256 && completeness === "full";
    const between = { from: { id: base.id, number: base.number }, to: { number }, sameWholeText };
    const carried = carryAll(input, base, between, newText, tags, places);
    const rows = carried.map(({ tag, evidence }) => ({ tagId: tag.id, version: tag.version, evidence }));
    await writeCarried(ctx, work, revision.id, rows);
    const staled = await moveTags(work, carried.flatMap((one) => staleMove(one, base, revision)));
    const told = await tell(ctx, work, carried);
    const payload = { version, base: { id: base.id, number: base.number }, revision, ...told };
    const events: NewEvent[] = [{ kind: "source.revised", subject: sourceId, payload }, ...staled];
    return { events, touched: { sources: [sourceId], tags: carried.map(({ tag }) => tag.id) } };
  });
}

/** All tags of a source, and the revision they are carried from. */
interface Standing {
  base: BaseRevision;
  tags: StandingTag[];
}

async function findAll(session: Session, caseId: string, sourceId: string): Promise<Standing> {
  return {
    base: await findBase(session, caseId, sourceId),
    tags: await findStanding(session, caseId, sourceId, "all"),
  };
}

/** Where the passages of tags are in the new text; those of `known` need no second look. */
async function placesOf(
  ctx: CaseContext,
  tags: readonly StandingTag[],
  newText: string,
  readText: () => Promise<string>,
  known: Places = new Map(),
): Promise<Places> {
  const fresh = tags.filter(({ tag }) => tag.evidence.length > 0 && !known.has(keyOf(tag))).map(({ tag }) => tag);
  if (fresh.length === 0) return known;
  const anchors = fresh.flatMap(({ evidence }) => evidence);
  const { mapped } = await mapApart(ctx, { oldText: await readText(), newText, anchors, compare: false });
  const places = new Map(known);
  let at = 0;
  for (const tag of fresh) places.set(keyOf(tag), mapped.slice(at, (at += tag.evidence.length)));
  return places;
}

/** What a version says never changes, so that one of the same base has its passages where they were. */
function keyOf({ id, version }: TagView): string {
  return `${id} ${version}`;
}

async function expectBase(ctx: CaseContext, { tx }: Work, base: BaseRevision, input: ReviseSource): Promise<void> {
  const { sourceId, baseRevisionId } = input;
  if (base.id === baseRevisionId) return;
  const known = await tx.sourceRevision.findFirst({ where: { id: baseRevisionId, sourceId }, select: { id: true } });
  if (known === null) throw new DomainError("NOT_FOUND", "There is no such revision of this source.");
  const { sources } = await loadCurrent(tx, ctx.caseId, { sources: [sourceId] });
  const message = `Somebody else stored revision ${base.number} of this source in the meantime. Compare with it first.`;
  throw new DomainError("CONFLICT", message, { current: sources?.[0], yours: { baseRevisionId } });
}

/** The same words are news where they are said to be complete, or a part only, after all (S3). */
export function sameText({ number }: Pick<BaseRevision, "number">) {
  return refuse("revision", `This is the text of revision ${number}, word for word. There is nothing new to store.`);
}

function carryAll(
  { anchors }: ReviseSource,
  base: BaseRevision,
  between: Carriage,
  newText: string,
  tags: readonly StandingTag[],
  places: Places,
): CarriedRuling[] {
  // Only of the desk's own draft, whose editor saw every key: elsewhere words alone do not tell look-alikes apart (X4).
  const believed = base.kind === "draft" ? (anchors ?? []) : [];
  const followed = new Map(believed.map((one) => [`${one.tagId} ${one.evidenceId}`, one]));
  const carried = tags.map(({ tag, own, ruled }) => {
    const mapped = places.get(keyOf(tag)) ?? [];
    const passages = tag.evidence.map((now) => ({ now, own: own.find(({ id }) => id === now.id) ?? now }));
    const placed = passages.map(({ now, own: written }, index) => {
      return follow(newText, written, followed.get(`${tag.id} ${now.id}`)) ?? mapped[index];
    });
    const known = placed.filter((one) => one !== undefined);
    return { tag, ruled, ...carryTag(tag, passages, known, between) };
  });
  return lapseRulings(carried, between);
}

/** Null unless the author's very words stand where the editor followed them to. */
function follow(newText: string, written: Evidence, followed: FollowedPassage | undefined): MappedAnchor | null {
  if (followed === undefined || newText.slice(followed.start, followed.end) !== written.exact) return null;
  try {
    return { anchor: makeAnchor(newText, followed.start, followed.end), score: 1, reasons: [] };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function staleMove({ tag, staleReason, evidence }: CarriedRuling, base: BaseRevision, to: { id: string; number: number }): Move[] {
  const next = staleReason === null ? null : nextState(tag.state, "invalidate");
  if (next === null || staleReason === null) return [];
  const cause = { revision: { from: base.number, to: to.number } };
  const passages = evidence.map(({ id, start, end, exact, state }) => ({ id, start, end, exact, state }));
  return [{ tag, kind: "tag.staled", to: next, reason: staleReason, payload: { cause, revisionId: to.id, passages } }];
}

/**
 * What the log says of the passages: how many are in which state, and where those of tags that stand have moved to. Of
 * cells that are blind it says nothing, to anybody (B1).
 */
async function tell(ctx: CaseContext, { tx }: Work, carried: readonly CarriedRuling[]) {
  const blindness = await readBlindness(tx, ctx.caseId);
  const open = carried.filter(({ tag }) => tag.state !== "withdrawn" && !isBlindCell(blindness, tag));
  const moved = open.flatMap(({ tag, evidence }) => {
    const changed = evidence.filter(({ state }) => state !== "exact");
    const passages = changed.map(({ id, start, end, state }) => ({ id, start, end, state }));
    return changed.length === 0 ? [] : [{ tagId: tag.id, version: tag.version, passages }];
  });
  return { passages: countStates(open.flatMap(({ evidence }) => evidence)), moved };
}
