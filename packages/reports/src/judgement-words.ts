import { isolated, originWords, stanceWord, stateWord } from "@assay/domain";
import { shortDate, shortDay } from "./dates.ts";
import type { SnapshotCell, SnapshotSource, SnapshotTag } from "./snapshot/report-snapshot.ts";

/** What is printed beside a cell that is not settled; empty for one that is. */
export function openMark(cell: SnapshotCell): string {
  if (cell.state === "settled") return "";
  if (cell.blind) return "still blind";
  return cell.state === "empty" ? "not tagged" : `unreviewed, ${stateWord(cell.state)}`;
}

/** "Ana Marsh, approved by Teo Lindgren, 9 Oct 2026": who answers for a tag. */
export function signature(tag: SnapshotTag): string {
  const { approval } = tag;
  const name = isolated(tag.author);
  const begun = tag.suggestion === undefined ? name : `${name}, from ${originWords(tag.suggestion)}`;
  const author = tag.postReveal ? `${begun}, after the reveal` : begun;
  if (approval === null) return `${author}, ${stateWord(tag.state)}`;
  if (approval.by === "policy") return `${author}, approved by agreement of blind tags, ${shortDay(approval.reviewedAt)}`;
  const verb = approval.by === "adjudication" ? "upheld" : "approved";
  const who = approval.own ? "the same person" : isolated(approval.reviewer);
  return `${author}, ${verb} by ${who}, ${shortDay(approval.reviewedAt)}`;
}

/** The signature of the tag that a cell prints first; with its stance, where the cell itself has none. */
export function leadSignature(cell: SnapshotCell, tag: SnapshotTag): string {
  return cell.stance === null ? `${stanceWord(tag.stance)} by ${signature(tag)}` : signature(tag);
}

/** A settled or waiting cell is told by its stance and signature; these three need their reason. */
export function isTold({ state }: SnapshotCell): boolean {
  return state === "contested" || state === "stale" || state === "changes_requested";
}

/** A ruling can leave a stance that no tag carries (A2): then the tag is shown as overruled, not as the cell's word. */
export function isOverruled(cell: SnapshotCell): boolean {
  return cell.reviewed && cell.tag !== null && cell.tag.stance !== cell.stance;
}

/** "article, Ilse Varga, 14 Jun 2025": what a source is, in one line, after its name. */
export function sourceLine(source: SnapshotSource): string {
  return [source.kind, isolated(source.author), source.publishedAt === null ? "" : shortDate(source.publishedAt)]
    .filter((part) => part.trim() !== "")
    .join(", ");
}

/** "Read in full. Searched: wheel, helm." What makes a missing honest. */
export function attestationWords(attestation: NonNullable<SnapshotTag["attestation"]>): string {
  const read = attestation.readInFull ? "Read in full." : "Not read in full.";
  const terms = attestation.searchTerms;
  return terms.length === 0 ? `${read} No term was searched for.` : `${read} Searched: ${terms.map(isolated).join(", ")}.`;
}

export function shortHash(hash: string): string {
  return hash.slice(0, 8);
}
