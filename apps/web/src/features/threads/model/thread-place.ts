import type { CaseView, ThreadView } from "@assay/domain";
import { claimLabel, sourceName } from "@assay/domain";

/** Where threads are shown: the case, a claim, one cell, or words of a source. */
export type ThreadPlace =
  | { kind: "case" }
  | { kind: "claim"; claimId: string }
  /** `tagId`: the tag that a new thread is about; null where the cell has none. */
  | { kind: "cell"; claimId: string; sourceId: string; tagId: string | null }
  | {
      kind: "passage";
      sourceId: string;
      revisionId: string;
      start: number;
      end: number;
      exact: string;
      claimId: string | null;
    };

/** What a new thread from there is about, as the server takes it; null where there is nothing to talk about yet. */
export function subjectAt(place: ThreadPlace) {
  if (place.kind !== "cell") return place;
  return place.tagId === null ? null : ({ kind: "tag", tagId: place.tagId } as const);
}

export function placeKey(place: ThreadPlace): string {
  if (place.kind === "case") return "case";
  if (place.kind === "claim") return place.claimId;
  if (place.kind === "cell") return place.tagId ?? `${place.claimId}:${place.sourceId}`;
  return `${place.revisionId}:${place.start}-${place.end}`;
}

/** Under which what is typed for a new thread is kept. */
export function newThreadKey(caseId: string, place: ThreadPlace): string {
  return `new:${caseId}:${placeKey(place)}`;
}

/** The threads that belong to a place, oldest first, those that are settled last. */
export function threadsAt({ threads, tags }: CaseView, place: ThreadPlace): ThreadView[] {
  const found = threads.filter((thread) => {
    if (place.kind === "case") return thread.subject === "case";
    if (place.kind === "claim") return thread.subject === "claim" && thread.claimId === place.claimId;
    if (place.kind === "passage") {
      const { passage } = thread;
      return passage?.revisionId === place.revisionId && passage.start === place.start && passage.end === place.end;
    }
    if (thread.passage !== null) {
      return thread.passage.sourceId === place.sourceId && thread.claimId === place.claimId;
    }
    const tag = tags.find(({ id }) => id === thread.tagId);
    return tag?.claimId === place.claimId && tag.sourceId === place.sourceId;
  });
  return [...found.filter(({ resolved }) => resolved === null), ...found.filter(({ resolved }) => resolved !== null)];
}

export function openCount(threads: readonly ThreadView[]): number {
  return threads.filter(({ resolved }) => resolved === null).length;
}

/** "C5 in The Ellery Courier", "C5", "Words in The Ellery Courier", "The case". */
export function placeName({ claims, sources, tags }: CaseView, thread: ThreadView): string {
  const tag = tags.find(({ id }) => id === thread.tagId);
  const claimId = thread.claimId ?? tag?.claimId;
  const claim = claims.find(({ id }) => id === claimId);
  const sourceId = thread.passage?.sourceId ?? tag?.sourceId;
  const source = sources.find(({ id }) => id === sourceId);
  if (claim === undefined && source === undefined) return "The case";
  const what = claim === undefined ? "Words" : claimLabel(claim);
  return source === undefined ? what : `${what} in ${sourceName(source)}`;
}

/** The place in the workbench that a thread is about, as its address says it. */
export function placeSearch({ claims, sources, tags }: CaseView, thread: ThreadView) {
  const tag = tags.find(({ id }) => id === thread.tagId);
  const claim = claims.find(({ id }) => id === (thread.claimId ?? tag?.claimId))?.number;
  const source = sources.find(({ id }) => id === (thread.passage?.sourceId ?? tag?.sourceId))?.number;
  const { passage } = thread;
  const ofPassage = sources.find(({ id }) => id === passage?.sourceId);
  const older = ofPassage?.revisions.slice(0, -1).find(({ id }) => id === passage?.revisionId)?.number;
  return {
    ...(older === undefined ? {} : { revision: older }),
    ...(claim === undefined ? {} : { claim }),
    ...(source === undefined ? {} : { source }),
    ...(passage === null ? {} : { at: `${passage.start}-${passage.end}` }),
  };
}
