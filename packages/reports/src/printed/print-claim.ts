import type { Stance } from "@assay/domain";
import { isolated, stanceWord, stateWord, verdictWord } from "@assay/domain";
import { shortDay } from "../dates.ts";
import { languageTag } from "../html/safe-url.ts";
import {
  attestationWords,
  isOverruled,
  isTold,
  leadSignature,
  openMark,
  shortHash,
  signature,
  sourceLine,
} from "../judgement-words.ts";
import { counted, figure, listed } from "../prose.ts";
import type {
  SnapshotAdjudication,
  SnapshotCell,
  SnapshotClaim,
  SnapshotEvidence,
  SnapshotSource,
  SnapshotTag,
  SnapshotVerdict,
} from "../snapshot/report-snapshot.ts";
import type {
  PrintedCell,
  PrintedClaim,
  PrintedJudgement,
  PrintedPassage,
  PrintedTag,
  PrintedVerdict,
} from "./printed-report.ts";

export function dots(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}

export function sourceAnchor(source: SnapshotSource): string {
  return `s${source.number}`;
}

export function claimAnchor(claim: SnapshotClaim): string {
  return `c${claim.number}`;
}

export function judgementAnchor(claim: SnapshotClaim, source: SnapshotSource): string {
  return `${claimAnchor(claim)}-s${source.number}`;
}

export function printVerdict({ kind, pending, empty }: SnapshotVerdict): PrintedVerdict {
  const open = pending + empty;
  return { kind, word: verdictWord(kind), open: open === 0 ? "" : `${figure(open)} open` };
}

export function printClaim(
  claim: SnapshotClaim,
  sources: ReadonlyMap<string, SnapshotSource>,
  rating: PrintedClaim["rating"],
  detail: "full" | "brief",
): PrintedClaim {
  const { override, derived } = claim.verdict;
  const pairs = claim.cells.flatMap((cell) => {
    const source = sources.get(cell.sourceId);
    return source === undefined ? [] : [{ cell, source }];
  });
  return {
    anchor: claimAnchor(claim),
    label: claim.label,
    text: claim.text,
    verdict: printVerdict(claim.verdict),
    rating,
    about: dots([
      claim.type,
      claim.claimant.trim() === "" ? null : `claimed by ${isolated(claim.claimant)}`,
      claim.parentLabel === null ? null : `split from ${claim.parentLabel}`,
      claim.version === 1 ? null : `wording ${claim.version}`,
    ]),
    reason: claim.verdict.reason,
    override:
      override === null
        ? null
        : `Set by ${isolated(override.author)}, ${shortDay(override.at)}. ${override.reason} The rule gave “${verdictWord(derived)}”.`,
    judgements: detail === "brief" ? [] : pairs.map(({ cell, source }) => printJudgement(claim, cell, source)),
    brief: detail === "brief" ? briefly(pairs) : null,
  };
}

/** "Verified by The Courier and Harbour log; disputed by Kestrel FM; one cell is not settled." */
function briefly(pairs: readonly { cell: SnapshotCell; source: SnapshotSource }[]): string {
  const by = (stance: Stance): string => {
    const names = pairs.filter(({ cell }) => cell.reviewed && cell.stance === stance).map(({ source }) => source.name);
    if (names.length === 0) return "";
    return stance === "missing" ? `missing in ${listed(names)}` : `${stanceWord(stance)} by ${listed(names)}`;
  };
  const open = pairs.filter(({ cell }) => !cell.reviewed).length;
  const parts = [
    by("verified"),
    by("disputed"),
    by("missing"),
    open === 0 ? "" : counted(open, "cell is not settled", "cells are not settled"),
  ].filter((part) => part !== "");
  const words = parts.join("; ");
  return words === "" ? "No source was tagged." : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function printJudgement(claim: SnapshotClaim, cell: SnapshotCell, source: SnapshotSource): PrintedJudgement {
  const anchor = judgementAnchor(claim, source);
  const { tag, stance } = cell;
  const overruled = isOverruled(cell);
  const others = overruled && tag !== null ? [tag, ...cell.otherTags] : cell.otherTags;
  const mark = openMark(cell);
  return {
    anchor,
    stance,
    word: stance === null ? (cell.state === "empty" ? "" : "no one stance") : stanceWord(stance),
    flags: [cell.attributed ? "attributed" : "", mark].filter((flag) => flag !== ""),
    reviewed: cell.reviewed,
    source: source.name,
    sourceAnchor: sourceAnchor(source),
    line: dots([
      sourceLine(source),
      tag === null || overruled ? null : leadSignature(cell, tag),
      tag === null || tag.version === 1 ? null : `version ${tag.version}`,
    ]),
    tag: tag === null || overruled ? null : printTag(tag, source, anchor),
    rulings: cell.adjudications.map(rulingWords),
    told: isTold(cell) ? cell.reason : null,
    others: others.map((other, index) => ({
      stance: other.stance,
      head: `${stanceWord(other.stance)}, also on this cell: ${signature(other)}`,
      tag: printTag(other, source, `${anchor}-t${index + 2}`),
      told: other.stateReason === "" ? null : other.stateReason,
    })),
  };
}

export function printTag(tag: SnapshotTag, source: SnapshotSource, anchor: string): PrintedTag {
  const { attestation } = tag;
  return {
    passages: tag.evidence.map((passage, index) =>
      printPassage(passage, tag.stance, source, `${anchor}-e${index + 1}`),
    ),
    attestation:
      attestation === null
        ? null
        : `${attestationWords(attestation)} sha256 of what was read: ${shortHash(attestation.revisionSha256)}.`,
    rationale: tag.rationale.trim() === "" ? null : tag.rationale,
  };
}

export function printPassage(
  passage: SnapshotEvidence,
  stance: Stance,
  source: SnapshotSource,
  anchor: string,
): PrintedPassage {
  const expected = stance === "disputed" ? "refutes" : "supports";
  return {
    anchor,
    stance,
    before: `${passage.clippedBefore ? "… " : ""}${passage.before}`,
    exact: passage.exact,
    after: `${passage.after}${passage.clippedAfter ? " …" : ""}`,
    place: dots([
      passage.block === null ? null : `¶ ${figure(passage.block)}`,
      `${figure(passage.start)}–${figure(passage.end)}`,
      passage.role === expected ? null : passage.role,
      passage.anchorState === "exact" ? null : `anchor ${passage.anchorState}`,
      passage.matchesText === false ? "not found at these offsets" : null,
    ]),
    language: languageTag(source.language),
  };
}

function rulingWords(ruling: SnapshotAdjudication): string {
  const outcome = ruling.outcome.replaceAll("_", " ");
  const stance = ruling.stance === null ? "" : `, ${stanceWord(ruling.stance)}`;
  const by = `${isolated(ruling.adjudicator)}, ${shortDay(ruling.at)}; ${ruling.cause.replaceAll("_", " ")}`;
  return `Adjudicated: ${outcome}${stance}. ${ruling.note.trim() === "" ? "" : `${ruling.note} `}(${by})`;
}

/** A cell of the matrix. `printed` are the anchors of judgements that the report prints in full. */
export function printCell(
  claim: SnapshotClaim,
  source: SnapshotSource,
  cell: SnapshotCell | undefined,
  printed: ReadonlySet<string>,
): PrintedCell {
  if (cell === undefined) return { look: "out", open: false, words: "left out", to: null };
  const anchor = judgementAnchor(claim, source);
  const words = [
    cell.stance === null ? "" : stanceWord(cell.stance),
    cell.attributed ? "attributed" : "",
    cell.state === "empty" ? "not tagged" : stateWord(cell.state),
  ];
  return {
    look: cell.state === "empty" ? "empty" : (cell.stance ?? "contested"),
    open: !cell.reviewed && cell.state !== "empty",
    words: words.filter((word) => word !== "").join(", "),
    to: printed.has(anchor) ? anchor : null,
  };
}
