import type { AssignmentKind } from "./assignment.ts";
import type { EventKind } from "./event.ts";
import type { MailRhythm, NotificationKind, NotificationSettings } from "./notification.ts";
import type { Stance } from "./stance.ts";
import type { TagState } from "./tag.ts";
import type { VerdictKind } from "./verdict.ts";
import { claimLabel, verdictWord } from "./labels.ts";

/** What an event says that somebody may have to know. */
export interface TellingEvent {
  kind: EventKind;
  subject: string;
  reason?: string;
  payload: Record<string, unknown>;
}

/** What is known of the case and its people when the event happens. */
export interface TellingContext {
  caseId: string;
  caseTitle: string;
  actorId: string;
  actorName: string;
  claims: { id: string; number: number }[];
  sources: { id: string; number: number; name: string }[];
  /** Every tag of the cells, and of the removed sources, that the events name, withdrawn ones left out. */
  tags: { id: string; claimId: string; sourceId: string; authorId: string; stance: Stance; state: TagState }[];
  /** Present members and how they want to be told. */
  people: { id: string; settings: NotificationSettings }[];
  /** Tags that a new revision of their source made stale, all in this one change. */
  staled?: readonly string[];
  /** B1: is the cell blind now? */
  isBlind: (cell: { claimId: string; sourceId: string }) => boolean;
}

export interface NewNotification {
  userId: string;
  kind: NotificationKind;
  text: string;
  href: string;
  mail: MailRhythm;
}

const TELLING: readonly EventKind[] = [
  "thread.opened",
  "comment.added",
  "comment.edited",
  "assignment.created",
  "assignment.changed",
  "tag.reviewed",
  "tag.adjudicated",
  "tag.staled",
  "source.revised",
  "source.removed",
  "release.made",
  "verdict.restored",
  "rating.lifted",
];

/** Whether an event of this kind may tell somebody something: a reason to ask for one's notifications anew. */
export function mayTell(kind: EventKind): boolean {
  return TELLING.includes(kind);
}

/** Whether an event can tell anybody anything; those that cannot cost no look at the people. */
export function isTelling({ kind, payload }: TellingEvent): boolean {
  if (!mayTell(kind)) return false;
  if (kind === "tag.reviewed") return payload.decision === "request_changes" || payload.decision === "challenge";
  if (kind === "verdict.restored" || kind === "rating.lifted") return typeof payload.givenBy === "string";
  if (kind === "comment.edited") return strings(payload.newMentions).length > 0;
  if (kind === "thread.opened" || kind === "comment.added") return strings(payload.mentions).length > 0;
  return true;
}

/**
 * Who has to know of an event, and in which words: one rule for all services, so that none forgets. Never the one who
 * did it, never somebody who has left or does not want to know, and nothing of a cell that is blind to the reader (B1).
 */
export function notificationsOf(event: TellingEvent, context: TellingContext): NewNotification[] {
  if (!isTelling(event)) return [];
  const told = new Map<string, NewNotification>();
  for (const { userId, ...say } of sayings(event, context)) {
    const person = context.people.find(({ id }) => id === userId);
    if (person === undefined || userId === context.actorId || told.has(userId)) continue;
    const { mutedCases, mutedKinds, mail } = person.settings;
    if (mutedCases.includes(context.caseId) || mutedKinds.includes(say.kind)) continue;
    told.set(userId, { userId, ...say, mail });
  }
  return [...told.values()];
}

type Saying = Omit<NewNotification, "mail">;

function sayings(event: TellingEvent, context: TellingContext): Saying[] {
  switch (event.kind) {
    case "thread.opened":
    case "comment.added":
      return mentioned(event, strings(event.payload.mentions), context);
    case "comment.edited":
      return mentioned(event, strings(event.payload.newMentions), context);
    case "assignment.created":
    case "assignment.changed":
      return assigned(event, context);
    case "tag.reviewed":
      return reviewed(event, context);
    case "tag.adjudicated":
      return adjudicated(event, context);
    case "tag.staled":
      // One revision can make hundreds of them stale: their authors are told once, by the revision itself.
      return context.staled === undefined ? staled(event, context) : [];
    case "source.revised":
      return staledTogether(event, context);
    case "source.removed":
      return takenOut(event, context);
    case "release.made":
      return released(event, context);
    case "verdict.restored":
    case "rating.lifted":
      return lapsed(event, context);
    default:
      return [];
  }
}

function mentioned(event: TellingEvent, people: string[], context: TellingContext): Saying[] {
  const { payload } = event;
  const { claimId, sourceId, tagId, threadId } = payload;
  const cell = { claimId: text(claimId), sourceId: text(sourceId) };
  // Only the author of a tag is in the threads of its cell while that is blind, and tells nobody.
  if (typeof tagId === "string" && context.isBlind(cell)) return [];
  const where = placeName(cell, context);
  const said = `${context.actorName} mentioned you in a thread ${where === "" ? "on the case" : `on ${where}`}`;
  const href = `/c/${context.caseId}/threads?thread=${text(threadId)}`;
  return people.map((userId) => ({ userId, kind: "mentioned", text: `${said}: ${quote(payload.text)}`, href }));
}

const ASKED: Record<AssignmentKind, string> = { tag: "tag", review: "review", adjudicate: "adjudicate" };

function assigned(event: TellingEvent, context: TellingContext): Saying[] {
  const { payload, reason: note } = event;
  const before = fields(payload.before);
  const { assigneeId, dueOn } = { ...payload, ...fields(payload.after) };
  const kind = payload.kind as AssignmentKind;
  // Another date or note for the same person is no new work.
  if (typeof assigneeId !== "string" || assigneeId === before.assigneeId || !(kind in ASKED)) return [];
  const cell = { claimId: text(payload.claimId), sourceId: text(payload.sourceId) };
  const where = placeName(cell, context) || "the whole case";
  const due = typeof dueOn === "string" && dueOn !== "" ? `, due ${dueOn}` : "";
  const noted = note === undefined || note === "" ? "." : `: ${quote(note)}`;
  const said = `${context.actorName} asked you to ${ASKED[kind]} ${where}${due}${noted}`;
  const href = kind === "tag" ? cellHref(cell, context) : `/c/${context.caseId}/review`;
  return [{ userId: assigneeId, kind: "assigned", text: said, href }];
}

function reviewed(event: TellingEvent, context: TellingContext): Saying[] {
  const tag = context.tags.find(({ id }) => id === event.subject);
  if (tag === undefined) return [];
  const { actorName } = context;
  const { decision, proposedStance } = event.payload;
  const where = placeName(tag, context);
  const href = cellHref(tag, context);
  const userId = tag.authorId;
  if (decision === "request_changes") {
    const said = `${actorName} asked for changes to your tag of ${where}: ${quote(event.reason)}`;
    return [{ userId, kind: "changes_requested", text: said, href }];
  }
  const proposed = typeof proposedStance === "string" ? ` and proposes ${proposedStance}` : "";
  const said = `${actorName} challenged your tag of ${where}${proposed}: ${quote(event.reason)}`;
  return [{ userId, kind: "challenged", text: said, href }];
}

/** A2, A4: the author of the tag that was ruled on, and whoever said otherwise in that cell and lost. */
function adjudicated(event: TellingEvent, context: TellingContext): Saying[] {
  const tag = context.tags.find(({ id }) => id === event.subject);
  if (tag === undefined) return [];
  const { actorName } = context;
  const { outcome, stance } = event.payload;
  const where = placeName(tag, context);
  const href = cellHref(tag, context);
  const why = quote(event.reason);
  if (outcome === "insufficient") {
    const said = `${actorName} ruled that the evidence of your tag of ${where} does not suffice: ${why}`;
    return [{ userId: tag.authorId, kind: "changes_requested", text: said, href }];
  }
  if (outcome === "split_claim") {
    const said = `${actorName} split ${where}, which you had tagged: ${why}`;
    return [{ userId: tag.authorId, kind: "overruled", text: said, href }];
  }
  const standing = outcome === "overturn" ? stance : tag.stance;
  const losers = context.tags.filter(
    (one) => one.claimId === tag.claimId && one.sourceId === tag.sourceId && one.stance !== standing,
  );
  const text = `${actorName} overruled your tag of ${where} in favour of ${String(standing)}: ${why}`;
  return losers.map(({ authorId }) => ({ userId: authorId, kind: "overruled", text, href }));
}

function staled(event: TellingEvent, context: TellingContext): Saying[] {
  const tag = context.tags.find(({ id }) => id === event.subject);
  if (tag === undefined) return [];
  const why = event.reason === undefined || event.reason === "" ? "" : ` ${event.reason}`;
  const said = `Your tag of ${placeName(tag, context)} is stale.${why} Reaffirm it or change it.`;
  return [{ userId: tag.authorId, kind: "stale", text: said, href: cellHref(tag, context) }];
}

/** T6: whoever decided about the words of a claim that are no more. Lifted by hand, such an event names nobody. */
function lapsed({ kind, payload }: TellingEvent, context: TellingContext): Saying[] {
  const cell = { claimId: text(payload.claimId), sourceId: "" };
  const given = kind === "rating.lifted" ? `rating “${text(payload.was)}”` : `verdict, ${verdictWord(payload.verdict as VerdictKind)},`;
  const reworded = `${context.actorName} reworded ${placeName(cell, context)}.`;
  const said = `${reworded} Your ${given} was given for the old words and is lifted. Read the claim, then decide again.`;
  return [{ userId: text(payload.givenBy), kind: "stale", text: said, href: cellHref(cell, context) }];
}

/** Everybody at the desk: from now on it is public. */
function released({ payload }: TellingEvent, { actorName, caseTitle, caseId, people }: TellingContext): Saying[] {
  const corrected = strings(payload.corrections).length > 0;
  const what = corrected ? `release ${String(payload.number)}, with a correction` : `release ${String(payload.number)}`;
  const text = `${actorName} published “${caseTitle}” as ${what}.`;
  return people.map(({ id }) => ({ userId: id, kind: "released", text, href: `/c/${caseId}/report/release` }));
}

/** Each author of a tag in it once. */
function takenOut({ subject, reason }: TellingEvent, { caseId, actorName, tags, sources }: TellingContext): Saying[] {
  const own = tags.filter(({ sourceId }) => sourceId === subject);
  const source = sources.find(({ id }) => id === subject);
  return [...new Set(own.map(({ authorId }) => authorId))].map((userId) => {
    const count = own.filter(({ authorId }) => authorId === userId).length;
    const kept = count === 1 ? "Your tag there is kept" : `Your ${count} tags there are kept`;
    const said = `${actorName} took ${source?.name ?? "a source"} out of the case: ${quote(reason)}`;
    return { userId, kind: "stale", text: `${said} ${kept}, and back when it is put back.`, href: `/c/${caseId}/sources` };
  });
}

/** Each author once, with how many of their tags it is. */
function staledTogether(event: TellingEvent, context: TellingContext): Saying[] {
  const tags = context.tags.filter(({ id }) => context.staled?.includes(id));
  const source = context.sources.find(({ id }) => id === event.subject);
  return [...new Set(tags.map(({ authorId }) => authorId))].map((userId) => {
    const own = tags.filter(({ authorId }) => authorId === userId);
    const [first] = own;
    const only = own.length === 1 ? first : undefined;
    const stale = only === undefined ? `${own.length} of your tags there are` : `Your tag of ${placeName(only, context)} is`;
    const stored = `${context.actorName} stored a new revision of ${source?.name ?? "a source"}.`;
    const cell = only ?? { claimId: "", sourceId: event.subject };
    return { userId, kind: "stale", text: `${stored} ${stale} stale. Read what changed.`, href: cellHref(cell, context) };
  });
}

interface Cell {
  claimId: string;
  sourceId: string;
}

/** "C5 in The Ellery Courier", "C5", "The Ellery Courier", or nothing for the case as a whole. */
function placeName({ claimId, sourceId }: Cell, { claims, sources }: TellingContext): string {
  const claim = claims.find(({ id }) => id === claimId);
  const source = sources.find(({ id }) => id === sourceId);
  return [claim === undefined ? "" : claimLabel(claim), source?.name ?? ""].filter(Boolean).join(" in ");
}

function cellHref({ claimId, sourceId }: Cell, { caseId, claims, sources }: TellingContext): string {
  const claim = claims.find(({ id }) => id === claimId);
  const source = sources.find(({ id }) => id === sourceId);
  const search = [
    claim === undefined ? "" : `claim=${claim.number}`,
    source === undefined ? "" : `source=${source.number}`,
  ].filter(Boolean);
  return search.length === 0 ? `/c/${caseId}` : `/c/${caseId}?${search.join("&")}`;
}

/** A line of the list and of a mail; the whole is one click away. */
const QUOTED = 160;

function quote(words: unknown): string {
  const line = text(words).replace(/\s+/g, " ").trim();
  const characters = Array.from(line);
  return characters.length <= QUOTED ? `“${line}”` : `“${characters.slice(0, QUOTED).join("").trimEnd()}…”`;
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
