import type { Outcome } from "./refusal.ts";
import { isBlank } from "./text.ts";
import { allowed, refuse } from "./refusal.ts";

/** One step of the desk's own scale for publication. */
export interface RatingEntry {
  /** Kept when the entry is renamed, so that ratings of it are known to be of it. */
  id: string;
  label: string;
  /** #rrggbb. It stands beside the label, never alone. */
  colour: string;
  definition: string;
}

/** From the lowest entry to the highest. An edit makes another version; what was released keeps its own. */
export interface RatingScale {
  name: string;
  /** 0 for the scale that a desk has before it makes its own. */
  version: number;
  entries: RatingEntry[];
}

export const DEFAULT_RATING_SCALE: RatingScale = {
  name: "Accuracy",
  version: 0,
  entries: [
    {
      id: "false",
      label: "False",
      colour: "#a03c00",
      definition: "The record says otherwise.",
    },
    {
      id: "mostly-false",
      label: "Mostly false",
      colour: "#b8690a",
      definition: "A part holds, but what matters does not.",
    },
    {
      id: "mixed",
      label: "Mixed",
      colour: "#7d6b21",
      definition: "Right and wrong in parts that weigh alike, or the record is divided.",
    },
    {
      id: "mostly-true",
      label: "Mostly true",
      colour: "#3a7a6a",
      definition: "What matters holds; a detail is wrong, or something is left out.",
    },
    {
      id: "true",
      label: "True",
      colour: "#00664f",
      definition: "Everything in it holds, by sources that do not depend on each other.",
    },
  ],
};

const MOST_ENTRIES = 12;
const LONGEST_LABEL = 60;
const COLOUR = /^#[0-9a-f]{6}$/;

/** A scale that can be told apart and read. */
export function checkRatingScale({ name, entries }: Pick<RatingScale, "name" | "entries">): Outcome {
  if (isBlank(name)) return refuse("rating", "Give the scale a name.");
  if (entries.length < 2 || entries.length > MOST_ENTRIES) {
    return refuse("rating", `A scale has 2 to ${MOST_ENTRIES} entries.`);
  }
  const labels = new Set<string>();
  const ids = new Set<string>();
  for (const [index, { id, label, colour, definition }] of entries.entries()) {
    const which = `Entry ${index + 1}`;
    if (isBlank(label)) return refuse("rating", `${which} has no name.`);
    if (label.length > LONGEST_LABEL) return refuse("rating", `${which} is longer than ${LONGEST_LABEL} characters.`);
    if (!COLOUR.test(colour)) return refuse("rating", `The colour of “${label}” is not of the form #1f4e79.`);
    if (isBlank(definition)) return refuse("rating", `Say what “${label}” means. Readers see it in the report.`);
    const said = label.trim().toLowerCase();
    if (labels.has(said)) return refuse("rating", `Two entries are called “${label}”.`);
    if (ids.has(id)) return refuse("rating", `“${label}” stands in the scale twice.`);
    labels.add(said);
    ids.add(id);
  }
  return allowed;
}

/** The desk's word on a claim, or on the whole piece where `claimId` is null. Apart from the verdict, never in it. */
export interface RatingView {
  id: string;
  claimId: string | null;
  /** Null where the rating was lifted. */
  entryId: string | null;
  /** As the entry was when the rating was given. */
  label: string;
  colour: string;
  justification: string;
  version: number;
  authorId: string;
  createdAt: string;
  updatedAt: string;
}

/** The rating that stands on a claim, or on the piece. */
export function ratingOf(ratings: readonly RatingView[], claimId: string | null): RatingView | null {
  return ratings.find((rating) => rating.claimId === claimId && rating.entryId !== null) ?? null;
}

/** What a rating says once it is lifted. Its earlier versions stay. */
export const NO_RATING = { entryId: null, label: "", colour: "", justification: "" };

/** Whether the scale still says what it said when this rating was given. */
export function isOnScale(scale: Pick<RatingScale, "entries">, { entryId, label }: RatingView): boolean {
  return scale.entries.some((entry) => entry.id === entryId && entry.label === label);
}
