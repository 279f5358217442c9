export const THREAD_SUBJECTS = ["case", "claim", "tag", "passage"] as const;
export type ThreadSubject = (typeof THREAD_SUBJECTS)[number];

export interface CommentView {
  id: string;
  authorId: string;
  text: string;
  /** Ids of the people the text names. */
  mentions: string[];
  /** Above 1: edited; earlier wordings are kept. */
  version: number;
  /** A tombstone: the text is empty, earlier wordings are kept (T7). */
  withdrawn: boolean;
  createdAt: string;
  updatedAt: string;
}

/** A conversation about one thing of a case. */
export interface ThreadView {
  id: string;
  subject: ThreadSubject;
  claimId: string | null;
  tagId: string | null;
  /** A passage: UTF-16 offsets into the revision's text (X1), with its words. */
  passage: { sourceId: string; revisionId: string; start: number; end: number; exact: string } | null;
  resolved: { by: string; at: string; reason: string } | null;
  version: number;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  comments: CommentView[];
}
