import { stanceWord, stateWord, verdictWord } from "@assay/domain";
import type { SnapshotCell, SnapshotClaim, SnapshotEvidence, SnapshotSource, SnapshotTag } from "./snapshot/report-snapshot.ts";

export interface CsvRow {
  claim: SnapshotClaim;
  source: SnapshotSource;
  cell: SnapshotCell;
}

export interface CsvColumn {
  name: string;
  /** What the column holds; docs for the reader of the file, repeated in CSV.md. */
  about: string;
  value(row: CsvRow): string | number;
}

function column(name: string, about: string, value: CsvColumn["value"]): CsvColumn {
  return { name, about, value };
}

function passages(row: CsvRow, part: (passage: SnapshotEvidence) => string | number, separator: string): string {
  return (row.cell.tag?.evidence ?? []).map(part).join(separator);
}

/** One row a cell. Lists inside a cell keep the order of the passages, so that the n-th entries belong together. */
export const CSV_COLUMNS: readonly CsvColumn[] = [
  column("claim", "Label of the claim, C1, C2 and so on.", ({ claim }) => claim.label),
  column("claim_text", "Wording of the claim.", ({ claim }) => claim.text),
  column("claim_type", "number, date, event, quote, attribution, role, place or cause.", ({ claim }) => claim.type),
  column("claimant", "Who makes the claim, where the desk named somebody.", ({ claim }) => claim.claimant),
  column("claim_version", "Version of the wording that the report prints.", ({ claim }) => claim.version),
  column("verdict", "The verdict that stands for the claim.", ({ claim }) => verdictWord(claim.verdict.kind)),
  column("verdict_derived", "What the rule gave; differs from verdict where a lead overrode it.", ({ claim }) =>
    verdictWord(claim.verdict.derived),
  ),
  column("verdict_reason", "Why: the override’s reason, else the rule’s.", ({ claim }) =>
    claim.verdict.override === null ? claim.verdict.reason : claim.verdict.override.reason,
  ),
  column("source", "Number of the source within the case.", ({ source }) => source.number),
  column("source_name", "Publisher, or the title where there is none.", ({ source }) => source.name),
  column("source_title", "Title of the source.", ({ source }) => source.title),
  column("source_author", "Author of the source.", ({ source }) => source.author),
  column("source_url", "Address of the source as it was entered.", ({ source }) => source.url),
  column("published", "When it was published, as the publisher printed it.", ({ source }) => source.publishedAt ?? ""),
  column("retrieved", "When the desk retrieved it.", ({ source }) => source.retrievedAt ?? ""),
  column("source_kind", "article, transcript, statement, record or draft.", ({ source }) => source.kind),
  column("language", "BCP 47 tag of the source’s language.", ({ source }) => source.language),
  column(
    "independence_group",
    "Origin that the source shares with others; they count once.",
    ({ source }) => source.group,
  ),
  column(
    "completeness",
    "full or partial: whether the desk had the whole text.",
    ({ source }) => source.revision.completeness,
  ),
  column("revision", "Number of the text revision.", ({ source }) => source.revision.number),
  column("revision_sha256", "sha256 of the revision’s text in UTF-8.", ({ source }) => source.revision.sha256),
  column(
    "cell_state",
    "empty, in progress, awaiting review, changes requested, contested, settled or stale; blind before it opens.",
    ({ cell }) => (cell.blind ? "blind" : stateWord(cell.state)),
  ),
  column("review", "reviewed for a settled cell, else unreviewed.", ({ cell }) =>
    cell.reviewed ? "reviewed" : "unreviewed",
  ),
  column("stance", "verified, disputed or missing; empty where nobody has tagged, and where tags differ.", ({ cell }) =>
    cell.stance === null ? "" : stanceWord(cell.stance),
  ),
  column("attributed", "yes where the source only reports somebody else saying so.", ({ cell }) =>
    cell.stance === null ? "" : cell.attributed ? "yes" : "no",
  ),
  column("confidence", "low, medium or high, where the author gave it.", ({ cell }) => cell.tag?.confidence ?? ""),
  column("passages", "Exact words of each passage, one under the other.", (row) =>
    passages(row, (one) => one.exact, "\n"),
  ),
  column(
    "offsets",
    "start-end of each passage in UTF-16 code units of the revision’s text, separated by a space.",
    (row) => passages(row, (one) => `${one.start}-${one.end}`, " "),
  ),
  column("paragraphs", "Block number of each passage, separated by a space; ? where the text was not at hand.", (row) =>
    passages(row, (one) => one.block ?? "?", " "),
  ),
  column("roles", "supports, refutes or qualifies for each passage, separated by a space.", (row) =>
    passages(row, (one) => one.role, " "),
  ),
  column("read_in_full", "For missing: yes where the author attested having read the whole revision.", ({ cell }) =>
    cell.tag?.attestation == null ? "" : cell.tag.attestation.readInFull ? "yes" : "no",
  ),
  column("search_terms", "For missing: the terms that were tried, separated by a semicolon.", ({ cell }) =>
    (cell.tag?.attestation?.searchTerms ?? []).join("; "),
  ),
  column(
    "attested_sha256",
    "For missing: sha256 of the revision that was read.",
    ({ cell }) => cell.tag?.attestation?.revisionSha256 ?? "",
  ),
  column("rationale", "The author’s rationale.", ({ cell }) => cell.tag?.rationale ?? ""),
  column("author", "Who wrote the tag.", ({ cell }) => cell.tag?.author ?? ""),
  column(
    "reviewer",
    "Who approved the tag, in a review or by adjudication; “policy” where blind tags agreed.",
    ({ cell }) => (cell.tag?.approval?.by === "policy" ? "policy" : (cell.tag?.approval?.reviewer ?? "")),
  ),
  column("reviewed_at", "When, UTC.", ({ cell }) => cell.tag?.approval?.reviewedAt ?? ""),
  column("post_reveal", "yes where the tag was written after its blind cell had opened.", ({ cell }) =>
    cell.tag === null ? "" : cell.tag.postReveal ? "yes" : "no",
  ),
  column("tag_version", "Version of the tag.", ({ cell }) => cell.tag?.version ?? ""),
  column("tag_state", "State of the tag.", ({ cell }) => (cell.tag === null ? "" : stateWord(cell.tag.state))),
  column("state_reason", "Why the cell is in its state.", ({ cell }) => cell.reason),
  column(
    "adjudication",
    "Note of the latest adjudication of the cell.",
    ({ cell }) => cell.adjudications.at(-1)?.note ?? "",
  ),
  column(
    "tag_stance",
    "Stance of the tag whose passages, rationale and author stand in this row; not the cell’s where tags differ or a ruling set it aside.",
    ({ cell }) => (cell.tag === null ? "" : stanceWord(cell.tag.stance)),
  ),
  column(
    "other_tags",
    "Every other tag of the cell, one under the other: stance, author, state, and each passage with its offsets.",
    ({ cell }) => cell.otherTags.map(tagLine).join("\n"),
  ),
];

/** In one line: a tag that lost, or that another one stands against, is not left out of the file (A4). */
function tagLine({ stance, author, state, evidence }: SnapshotTag): string {
  const quoted = evidence.map(({ exact, start, end }) => `“${exact.replace(/\s*\n\s*/gu, " ")}” ${start}-${end}`);
  return [`${stanceWord(stance)}, ${author}, ${stateWord(state)}`, ...quoted].join("; ");
}
