import type {
  AdjudicationView,
  CaseEvent,
  ReviewView,
  Stance,
  TagState,
  TagVersionView,
} from "@assay/domain";
import { CAUSE_WORDS } from "./cause-words.ts";

export interface TagHistory {
  versions: TagVersionView[];
  reviews: ReviewView[];
  adjudications: AdjudicationView[];
  events: CaseEvent[];
}

/** One line of a tag's history. `who` is null for what the system did by itself. */
export interface TimelineEntry {
  key: string;
  at: string;
  who: string | null;
  /** Its shape: a state's, or a speech sign for a comment. */
  shape: TagState | "comment";
  /** What was done, after the name: "submitted version 3". */
  words: string;
  reason: string;
  /** "on version 2" where the deed bound to one. */
  on: string;
}

const REVIEWED: Record<ReviewView["decision"], { words: string; shape: TimelineEntry["shape"] }> = {
  approve: { words: "approved", shape: "approved" },
  request_changes: { words: "asked for changes", shape: "changes_requested" },
  challenge: { words: "challenged it", shape: "challenged" },
  comment: { words: "commented", shape: "comment" },
};

const RULED: Record<AdjudicationView["outcome"], { words: string; shape: TimelineEntry["shape"] }> = {
  uphold: { words: "upheld it", shape: "approved" },
  overturn: { words: "overturned it", shape: "overturned" },
  split_claim: { words: "split the claim", shape: "changes_requested" },
  insufficient: { words: "found it insufficient", shape: "changes_requested" },
};

const DEEDS: Partial<Record<CaseEvent["kind"], { words: string; shape: TagState }>> = {
  "tag.submitted": { words: "submitted", shape: "submitted" },
  "tag.withdrawn": { words: "withdrew it", shape: "withdrawn" },
  "tag.restored": { words: "restored it", shape: "draft" },
  "tag.reaffirmed": { words: "reaffirmed it", shape: "submitted" },
  "tag.staled": { words: "it went stale", shape: "stale" },
};

/**
 * A tag's history, newest first (T8, A4). Versions come from the versions, decisions from the decisions; the log adds
 * what leaves no record of its own. Edits that follow one another are one line, for saving as one types is no news.
 */
export function timelineOf(history: TagHistory, authorId: string): TimelineEntry[] {
  const { versions, reviews, adjudications, events } = history;
  const versionAt = (at: string) => versions.filter((one) => one.createdAt <= at).at(-1)?.version ?? 1;
  const entries: TimelineEntry[] = [
    ...versions.map((version) => versionEntry(version, versions, authorId)),
    ...reviews.map((review) => ({
      key: review.id,
      at: review.createdAt,
      who: review.reviewerId,
      shape: REVIEWED[review.decision].shape,
      words: REVIEWED[review.decision].words + proposed(review.proposedStance),
      reason: review.reason,
      on: `on version ${review.tagVersion}`,
    })),
    ...adjudications.map((one) => ({
      key: one.id,
      at: one.createdAt,
      who: one.adjudicatorId,
      shape: RULED[one.outcome].shape,
      words: RULED[one.outcome].words + (one.outcome === "overturn" && one.stance !== null ? `: ${one.stance}` : ""),
      reason: one.note,
      on: `on version ${one.tagVersion}, ${CAUSE_WORDS[one.cause]}`,
    })),
    ...events.flatMap((event): TimelineEntry[] => {
      const deed = DEEDS[event.kind];
      if (deed === undefined) return [];
      const numbered = event.kind === "tag.submitted" ? `${deed.words} version ${versionAt(event.at)}` : deed.words;
      const who = event.kind === "tag.staled" ? null : event.actorId;
      return [{ key: event.hash, at: event.at, who, shape: deed.shape, words: numbered, reason: event.reason, on: "" }];
    }),
  ];
  return collapseEdits(entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : rank(b) - rank(a))));
}

/** At the same moment a version comes before what was done to it. */
function rank(entry: TimelineEntry): number {
  return entry.shape === "draft" ? 0 : 1;
}

function versionEntry(version: TagVersionView, versions: readonly TagVersionView[], authorId: string): TimelineEntry {
  const before = versions.find((one) => one.version === version.version - 1);
  const changed = before !== undefined && before.stance !== version.stance ? `, now ${version.stance}` : "";
  return {
    key: `version ${version.version}`,
    at: version.createdAt,
    who: authorId,
    shape: "draft",
    words: before === undefined ? `tagged ${version.stance}` : `saved version ${version.version}${changed}`,
    reason: "",
    on: "",
  };
}

function collapseEdits(newestFirst: readonly TimelineEntry[]): TimelineEntry[] {
  const isEdit = (entry: TimelineEntry | undefined) => entry?.words.startsWith("saved version") === true;
  return newestFirst.filter((entry, index) => {
    const newer = newestFirst[index - 1];
    return !(isEdit(entry) && isEdit(newer) && !entry.words.includes("now"));
  });
}

function proposed(stance: Stance | null): string {
  return stance === null ? "" : `: ${stance} instead`;
}
