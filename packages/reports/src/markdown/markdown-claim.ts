import { STANCE_GLYPH, isolated, stanceWord, stateWord, verdictWord } from "@assay/domain";
import { shortDate } from "../dates.ts";
import { attestationWords, isOverruled, isTold, leadSignature, openMark, signature, sourceLine } from "../judgement-words.ts";
import type { SnapshotCell, SnapshotClaim, SnapshotClaimRating, SnapshotSource, SnapshotTag } from "../snapshot/report-snapshot.ts";
import { escapeMarkdown as md, markdownLines } from "./escape-markdown.ts";
import { markdownPassage } from "./markdown-passage.ts";

/** A claim with its verdict, and what each source says of it. */
export function markdownClaim(
  claim: SnapshotClaim,
  sources: Map<string, SnapshotSource>,
  rating?: SnapshotClaimRating,
): string[] {
  const { verdict } = claim;
  const about = [
    claim.type,
    claim.claimant === "" ? "" : `claimed by ${md(isolated(claim.claimant))}`,
    `version ${claim.version}`,
  ];
  const override =
    verdict.override === null
      ? ""
      : ` Set by ${md(`${isolated(verdict.override.author)}, ${shortDate(verdict.override.at)}: ${verdict.override.reason}`)} ` +
        `(the rule gave ${verdictWord(verdict.derived)}).`;
  const facts = about.filter((part) => part !== "").join(", ");
  return [
    `### ${claim.label}. ${md(claim.text)}`,
    `**${verdictWord(verdict.kind)}** · ${facts}. ${md(verdict.reason)}${override}`,
    ...(rating === undefined ? [] : [ratingLine(rating)]),
    ...claim.cells.flatMap((cell) => {
      const source = sources.get(cell.sourceId);
      return source === undefined ? [] : cellBlocks(cell, source);
    }),
  ];
}

/** The desk's own word, apart from the verdict. */
function ratingLine({ label, justification, by, at }: SnapshotClaimRating): string {
  return `**Rated “${md(label)}”.** ${md(`${justification} ${by}, ${shortDate(at)}.`)}`;
}

function cellBlocks(cell: SnapshotCell, source: SnapshotSource): string[] {
  const mark = openMark(cell);
  const stance = cell.stance === null ? "no stance" : `${STANCE_GLYPH[cell.stance]} ${stanceWord(cell.stance)}`;
  const flags = [cell.attributed ? "attributed" : "", mark].filter((flag) => flag !== "").map((flag) => ` · ${flag}`);
  const line = [source.name, sourceLine(source)]
    .filter((part) => part !== "")
    .map(md)
    .join(", ");
  const head = `**${cell.state === "empty" ? "·" : stance}**${flags.join("")} · ${line}`;
  const rulings = cell.adjudications.map(
    (one) =>
      `Adjudicated by ${md(isolated(one.adjudicator))}, ${md(shortDate(one.at))}: ${one.outcome.replace("_", " ")}` +
      `${one.stance === null ? "" : `, ${stanceWord(one.stance)}`}. ${md(one.note)}`,
  );
  if (cell.tag === null) return [head, ...rulings];
  const own = isOverruled(cell) ? otherTag(cell.tag) : tagBlocks(cell.tag, leadSignature(cell, cell.tag));
  // A tag that is stale or challenged says why itself.
  const { stateReason } = cell.tag;
  const told = isTold(cell) && (stateReason === "" || !cell.reason.includes(stateReason)) ? [md(cell.reason)] : [];
  return [head, ...own, ...rulings, ...told, ...cell.otherTags.flatMap(otherTag)];
}

function tagBlocks(tag: SnapshotTag, signed = signature(tag)): string[] {
  const attestation = tag.attestation === null ? [] : [md(attestationWords(tag.attestation))];
  const rationale = tag.rationale.trim() === "" ? [] : [`Rationale: ${markdownLines(tag.rationale)}`];
  return [
    ...tag.evidence.map(markdownPassage),
    ...attestation,
    ...rationale,
    `${md(signed)} (version ${tag.version})${tag.stateReason === "" ? "" : `: ${md(tag.stateReason)}`}`,
  ];
}

function otherTag(tag: SnapshotTag): string[] {
  return [`Also on this cell: **${stanceWord(tag.stance)}**, ${stateWord(tag.state)}`, ...tagBlocks(tag)];
}
