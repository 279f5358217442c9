export const SOURCE_KINDS = ["article", "transcript", "statement", "record", "draft"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const COMPLETENESS = ["full", "partial"] as const;
export type Completeness = (typeof COMPLETENESS)[number];

/** `line` is a line of verse, a subtitle or a table row: it keeps its own line and takes no paragraph space. */
export const BLOCK_KINDS = ["heading", "paragraph", "list-item", "quote", "speaker-turn", "line", "code"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export const MARK_KINDS = ["bold", "italic", "link"] as const;

/** Formatting inside a block: `start` and `end` are offsets into the revision's text. Only drafts have it. */
export interface BlockMark {
  kind: (typeof MARK_KINDS)[number];
  start: number;
  end: number;
  /** A web address, of links only. */
  href?: string;
}

/**
 * One block of a revision. `start` and `end` are UTF-16 offsets into the revision's text; blocks are in order, do not
 * overlap, are never empty, and everything between two blocks is white space.
 */
export interface Block {
  kind: BlockKind;
  start: number;
  end: number;
  /** 1–6, for headings. */
  level?: number;
  /** In order of their starts. */
  marks?: BlockMark[];
}

/** What a person enters about a source. Dates are `YYYY-MM-DD` or ISO date-times as the publisher printed them. */
export interface SourceMeta {
  title: string;
  publisher: string;
  author: string;
  url: string;
  publishedAt: string | null;
  retrievedAt: string | null;
  kind: SourceKind;
  /** BCP 47, e.g. "en". */
  language: string;
  /** Sources that share a group count once in a verdict (V1). Empty: the source stands for itself. */
  independenceGroup: string;
}

/** The group a source votes in: its own id when no group was entered. */
export function votingGroup(source: { id: string; independenceGroup: string }): string {
  const group = source.independenceGroup.trim();
  return group === "" ? `source:${source.id}` : `group:${group.toLocaleLowerCase("en")}`;
}
