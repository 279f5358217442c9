import type { TagState } from "./tag.ts";

export const TAG_ACTIONS = [
  "edit",
  "submit",
  "approve",
  "request_changes",
  "challenge",
  "comment",
  "withdraw",
  "restore",
  "reaffirm",
  "invalidate",
  "uphold",
  "overturn",
  "insufficient",
] as const;
/** `invalidate` is the system's: the claim's wording or the revision under the evidence changed (T6). */
export type TagAction = (typeof TAG_ACTIONS)[number];

/**
 * The state machine (T2, T3, T6, T9, A2). What is not here is refused, with the sentence of `whyNot`.
 *
 * Where the design leaves room:
 * - an edit of a submitted tag takes it back to draft, so that nobody approves words that moved on;
 * - an edit of an approved tag makes it stale (T6), and it is submitted from there;
 * - a challenged tag is frozen for its author until it is adjudicated, save for withdrawal (T9);
 * - `invalidate` also reaches submitted, challenged and overturned tags: a decision made after the change would
 *   approve, or have settled, a judgement of other words. Drafts and tags sent back are revised before anybody decides.
 * - adjudication also takes submitted and approved tags, for a cell whose tags differ is contested without a
 *   challenge (B4); `decideTagAction` asks whether it is.
 */
export const TRANSITIONS: Record<TagState, Partial<Record<TagAction, TagState>>> = {
  draft: { edit: "draft", submit: "submitted", comment: "draft", withdraw: "withdrawn" },
  submitted: {
    edit: "draft",
    approve: "approved",
    request_changes: "changes_requested",
    challenge: "challenged",
    comment: "submitted",
    withdraw: "withdrawn",
    invalidate: "stale",
    uphold: "approved",
    overturn: "overturned",
    insufficient: "changes_requested",
  },
  changes_requested: { edit: "draft", comment: "changes_requested", withdraw: "withdrawn" },
  challenged: {
    comment: "challenged",
    withdraw: "withdrawn",
    invalidate: "stale",
    uphold: "approved",
    overturn: "overturned",
    insufficient: "changes_requested",
  },
  approved: {
    edit: "stale",
    challenge: "challenged",
    comment: "approved",
    withdraw: "withdrawn",
    invalidate: "stale",
    uphold: "approved",
    overturn: "overturned",
    insufficient: "changes_requested",
  },
  overturned: { edit: "draft", comment: "overturned", withdraw: "withdrawn", invalidate: "stale" },
  stale: { edit: "stale", submit: "submitted", reaffirm: "submitted", comment: "stale", withdraw: "withdrawn" },
  withdrawn: { restore: "draft" },
};

/** Null where the action is refused in this state. */
export function nextState(state: TagState, action: TagAction): TagState | null {
  return TRANSITIONS[state][action] ?? null;
}

/** Why an action is refused in a state, as a sentence for the button; only asked where `nextState` is null. */
export function whyNot(state: TagState, action: TagAction): string {
  if (state === "withdrawn") return "This tag is withdrawn. Its author can restore it.";
  switch (action) {
    case "edit":
      return "This tag is challenged. It can be edited again when a lead has adjudicated it.";
    case "submit":
      return SUBMIT_REFUSALS[state] ?? "This tag cannot be submitted.";
    case "restore":
      return "This tag is not withdrawn.";
    case "reaffirm":
      return "Only a stale tag is reaffirmed, and this one is not stale.";
    case "invalidate":
      return "No decision rests on this tag yet.";
    case "uphold":
    case "overturn":
    case "insufficient":
      return "This tag is not contested, so there is nothing to adjudicate.";
    default:
      return REVIEW_REFUSALS[state] ?? "This tag is not awaiting review.";
  }
}

const SUBMIT_REFUSALS: Partial<Record<TagState, string>> = {
  submitted: "This tag is already awaiting review.",
  changes_requested: "A reviewer asked for changes. Edit the tag, then submit it.",
  challenged: "This tag is challenged. A lead has to adjudicate it first.",
  approved: "This tag is already approved.",
  overturned: "This tag was overturned. Edit it to propose a new version, then submit it.",
};

const REVIEW_REFUSALS: Partial<Record<TagState, string>> = {
  draft: "This tag is a draft. Its author has to submit it first.",
  changes_requested: "Changes were requested already. Its author has to edit and submit it first.",
  challenged: "This tag is challenged. A lead has to adjudicate it first.",
  approved: "This tag is already approved. To disagree with it, challenge it.",
  overturned: "This tag was overturned. Its author has to propose a new version first.",
  stale: "This tag is stale. Its author has to reaffirm or edit it first.",
};
