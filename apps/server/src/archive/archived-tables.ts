/** One table whose rows a case owns, as an archive holds them. */
export interface ArchivedTable {
  name: string;
  /** How a row leads to its case: the case itself, by a column, or through a row of a table above. */
  of: "itself" | "case_id" | { column: string; table: string; key?: string };
  /** Total order of the rows: the same case gives the same file. A row comes after those it refers to. */
  order: readonly string[];
  /** Columns that hold the id of a row of the same archive, and the table it is in. */
  refs: Readonly<Record<string, string>>;
  /** Columns that hold a person's id, or several. */
  people: readonly string[];
  /** A column whose bytes are a file of their own, named by its sha256, which stands in another. */
  bytes?: { column: string; sha256: string; folder: string };
  /** Columns that are left out: the importing server sets them. */
  without?: readonly string[];
}

const CASE = { case_id: "cases" };
const TAG = { tag_id: "tags" };
const CELL = { claim_id: "claims", source_id: "sources" };

/**
 * Everything that a case owns, in the order in which it can be put back. The log is kept beside these, as the lines
 * that `assay verify` reads.
 */
export const ARCHIVED_TABLES: readonly ArchivedTable[] = [
  {
    name: "cases",
    of: "itself",
    order: ["id"],
    refs: {},
    people: ["created_by"],
    // Where the log ends is told by the log.
    without: ["last_event", "last_hash"],
  },
  { name: "sources", of: "case_id", order: ["number"], refs: CASE, people: ["created_by", "removed_by"] },
  {
    name: "source_revisions",
    of: "case_id",
    order: ["source_id", "number"],
    refs: { ...CASE, source_id: "sources" },
    people: ["created_by"],
    bytes: { column: "original", sha256: "original_sha256", folder: "originals" },
  },
  // A claim that was split has a lower number than its parts.
  { name: "claims", of: "case_id", order: ["number"], refs: { ...CASE, parent_id: "claims" }, people: ["created_by"] },
  {
    name: "claim_versions",
    of: { column: "claim_id", table: "claims" },
    order: ["claim_id", "version"],
    refs: { claim_id: "claims" },
    people: ["edited_by"],
  },
  {
    name: "tags",
    of: "case_id",
    order: ["id"],
    refs: { ...CASE, ...CELL, carried_to: "source_revisions" },
    people: ["author_id"],
  },
  {
    name: "tag_versions",
    of: { column: "tag_id", table: "tags" },
    order: ["tag_id", "version"],
    refs: { ...TAG, revision_id: "source_revisions" },
    people: [],
  },
  {
    name: "evidence",
    of: { column: "tag_id", table: "tags" },
    order: ["tag_id", "tag_version", "position"],
    refs: { ...TAG, stood_in: "source_revisions" },
    people: [],
  },
  {
    name: "carried_evidence",
    of: { column: "tag_id", table: "tags" },
    order: ["tag_id", "tag_version", "revision_id", "id"],
    refs: { ...TAG, revision_id: "source_revisions", stood_in: "source_revisions" },
    people: [],
  },
  { name: "reviews", of: { column: "tag_id", table: "tags" }, order: ["id"], refs: TAG, people: ["reviewer_id"] },
  {
    name: "adjudications",
    of: { column: "tag_id", table: "tags" },
    order: ["id"],
    refs: TAG,
    people: ["adjudicator_id"],
  },
  {
    name: "verdict_overrides",
    of: { column: "claim_id", table: "claims" },
    order: ["id"],
    refs: { claim_id: "claims" },
    people: ["author_id", "lifted_by"],
  },
  { name: "cell_openings", of: "case_id", order: ["claim_id", "source_id"], refs: { ...CASE, ...CELL }, people: [] },
  {
    name: "tag_readings",
    of: { column: "tag_id", table: "tags" },
    order: ["tag_id", "tag_version", "reader_id"],
    refs: TAG,
    people: ["reader_id"],
  },
  {
    name: "assignments",
    of: "case_id",
    order: ["id"],
    refs: { ...CASE, ...CELL },
    people: ["assignee_id", "created_by", "ended_by"],
  },
  {
    name: "threads",
    of: "case_id",
    order: ["id"],
    refs: { ...CASE, ...CELL, ...TAG, revision_id: "source_revisions" },
    people: ["created_by", "resolved_by"],
  },
  {
    name: "comments",
    of: { column: "thread_id", table: "threads" },
    order: ["id"],
    refs: { thread_id: "threads" },
    people: ["author_id", "mentions"],
  },
  {
    name: "comment_versions",
    of: { column: "comment_id", table: "comments" },
    order: ["comment_id", "version"],
    refs: { comment_id: "comments" },
    people: [],
  },
  { name: "ratings", of: "case_id", order: ["id"], refs: { ...CASE, claim_id: "claims" }, people: ["author_id"] },
  {
    name: "rating_versions",
    of: { column: "rating_id", table: "ratings" },
    order: ["rating_id", "version"],
    refs: { rating_id: "ratings" },
    people: ["author_id"],
  },
  { name: "sign_offs", of: "case_id", order: ["id"], refs: CASE, people: ["user_id"] },
  { name: "releases", of: "case_id", order: ["number"], refs: CASE, people: ["released_by"] },
  {
    name: "release_files",
    of: { column: "release_id", table: "releases" },
    order: ["release_id", "format"],
    refs: { release_id: "releases" },
    people: [],
    bytes: { column: "bytes", sha256: "sha256", folder: "releases" },
  },
  {
    name: "corrections",
    of: "case_id",
    order: ["id"],
    refs: { ...CASE, claim_id: "claims" },
    people: ["author_id"],
  },
  { name: "report_documents", of: "case_id", order: ["version"], refs: CASE, people: ["author_id"] },
  { name: "suggestion_dismissals", of: "case_id", order: ["kind", "key"], refs: CASE, people: ["dismissed_by"] },
];

/** Tables that have to do with a case and do not go with it. A table that is in neither list fails a test. */
export const NOT_ARCHIVED: Readonly<Record<string, string>> = {
  case_events: "the log is a file of its own",
  share_links: "a link opens a release at this server's address, for whom this desk gave it to",
  notifications: "they told people of this desk what they had to know then",
  presences: "where somebody is at this moment",
};
