import type { CaseView } from "@assay/domain";
import { nameOf, targetWords, verbOf } from "./event-words.ts";
import type { Unseen } from "./live-store.ts";

/** What one person did to one thing, however many steps it took. */
export interface Change {
  key: string;
  actorId: string;
  name: string;
  /** "tagged and submitted" */
  verbs: string;
  /** "C5 in The Ellery Courier" */
  what: string;
  /** The newest event of it. */
  last: Unseen;
}

/** How many changes a list of them has: told by the events alone, for those who only count them. */
export function changeCount(unseen: readonly Unseen[]): number {
  return new Set(unseen.map(keyOf)).size;
}

/** Newest first. */
export function changeList(view: CaseView, unseen: readonly Unseen[]): Change[] {
  const groups = new Map<string, { events: Unseen[]; verbs: Set<string> }>();
  for (const event of unseen) {
    const key = keyOf(event);
    const group = groups.get(key) ?? { events: [], verbs: new Set() };
    group.events.push(event);
    group.verbs.add(verbOf(view, event));
    groups.set(key, group);
  }
  const changes = [...groups].flatMap(([key, { events, verbs }]): Change[] => {
    const last = events.at(-1);
    if (last === undefined) return [];
    const { actorId } = last;
    const words = { name: nameOf(view, actorId), verbs: listed([...verbs]), what: targetWords(view, last) };
    return [{ key, actorId, ...words, last }];
  });
  return changes.sort((a, b) => b.last.number - a.last.number);
}

function keyOf({ actorId, claimId, sourceId }: Unseen): string {
  return `${actorId} ${claimId ?? ""} ${sourceId ?? ""}`;
}

/** How many things are said one by one before they are only counted. */
const SAID_SINGLY = 3;

/** One sentence, or a few, for what came in together. */
export function sayChanges(changes: readonly Change[]): string {
  if (changes.length <= SAID_SINGLY) {
    return changes.map(({ name, verbs, what }) => `${name} ${verbs} ${what}.`).join(" ");
  }
  const names = [...new Set(changes.map(({ name }) => name))];
  return `${changes.length} changes by ${listed(names)}.`;
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
