import { STANCE_GLYPH, stanceWord, stateWord, verdictWord } from "@assay/domain";
import { longDate, shortDate } from "./dates.ts";
import { escapeMarkdown as md } from "./escape-markdown.ts";
import { attestationWords, isOverruled, openMark, signature, sourceLine } from "./judgement-words.ts";
import { correctionsMarkdown, lacksCorrections } from "./blocks/corrections-list.ts";
import { documentMarkdown } from "./blocks/document-markdown.ts";
import { discussionBlocks } from "./markdown-discussion.ts";
import { claimRating } from "./html/html-rating.ts";
import { figure } from "./prose.ts";
import type {
  ReportSnapshot,
  SnapshotCell,
  SnapshotClaim,
  SnapshotClaimRating,
  SnapshotEvidence,
  SnapshotSource,
  SnapshotTag,
} from "./report-snapshot.ts";
import { method, NO_HASH, standfirst, verifySteps } from "./report-words.ts";

/** CommonMark with tables. Every word that somebody typed goes through `md`. */
export function renderMarkdown(snapshot: ReportSnapshot): string {
  const { document } = snapshot;
  const blocks = [
    `# ${md(snapshot.title)}`,
    `${md(snapshot.case.workspace)} · fact-check report · ${md(longDate(snapshot.generatedAt))}`,
    ...(document === undefined ? plainBody(snapshot) : [...caveats(snapshot), ...documentMarkdown(snapshot, document)]),
    ...(lacksCorrections(snapshot) ? ["## Corrections", ...correctionsMarkdown(snapshot)] : []),
    "## Log and verification",
    verifySteps(snapshot).map((step) => `- ${md(step)}`).join("\n"),
    signatures(snapshot),
    `${frozen(snapshot)} Made with ${md(snapshot.generator)}.`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function caveats({ notes }: ReportSnapshot): string[] {
  return notes.map((note) => `> ${md(note)}`);
}

/** The order of a report that nobody arranged. */
function plainBody(snapshot: ReportSnapshot): string[] {
  const sources = new Map(snapshot.sources.map((source) => [source.id, source]));
  return [
    ...(snapshot.case.summary.trim() === "" ? [] : [md(snapshot.case.summary)]),
    md(standfirst(snapshot)),
    ...caveats(snapshot),
    "## Findings",
    ...snapshot.claims.flatMap((claim) => claimBlocks(claim, sources, claimRating(snapshot, claim.id))),
    "## Every finding at a glance",
    matrix(snapshot),
    "## Sources",
    ...snapshot.sources.map(sourceBlock),
    ...discussionBlocks(snapshot),
    "## How this was worked",
    ...method(snapshot).map(md),
  ];
}

export function claimBlocks(
  claim: SnapshotClaim,
  sources: Map<string, SnapshotSource>,
  rating?: SnapshotClaimRating,
): string[] {
  const { verdict } = claim;
  const about = [
    claim.type,
    claim.claimant === "" ? "" : `claimed by ${md(claim.claimant)}`,
    `version ${claim.version}`,
  ];
  const override =
    verdict.override === null
      ? ""
      : ` Set by ${md(`${verdict.override.author}, ${shortDate(verdict.override.at)}: ${verdict.override.reason}`)} ` +
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
      `Adjudicated by ${md(one.adjudicator)}, ${md(shortDate(one.at))}: ${one.outcome.replace("_", " ")}` +
      `${one.stance === null ? "" : `, ${stanceWord(one.stance)}`}. ${md(one.note)}`,
  );
  if (cell.tag === null) return [head, ...rulings];
  const own = isOverruled(cell) ? otherTag(cell.tag) : tagBlocks(cell.tag);
  return [head, ...own, ...rulings, ...cell.otherTags.flatMap(otherTag)];
}

function tagBlocks(tag: SnapshotTag): string[] {
  const attestation = tag.attestation === null ? [] : [md(attestationWords(tag.attestation))];
  const rationale = tag.rationale.trim() === "" ? [] : [`Rationale: ${md(tag.rationale)}`];
  return [
    ...tag.evidence.map(passage),
    ...attestation,
    ...rationale,
    `${md(signature(tag))} (version ${tag.version})${tag.stateReason === "" ? "" : `: ${md(tag.stateReason)}`}`,
  ];
}

function otherTag(tag: SnapshotTag): string[] {
  return [`Also on this cell: **${stanceWord(tag.stance)}**, ${stateWord(tag.state)}`, ...tagBlocks(tag)];
}

export function passage(evidence: SnapshotEvidence): string {
  const before = `${evidence.clippedBefore ? "… " : ""}${md(evidence.before)}`;
  const after = `${md(evidence.after)}${evidence.clippedAfter ? " …" : ""}`;
  const place = evidence.block === null ? "" : `¶ ${evidence.block}, `;
  const warning = evidence.matchesText === false ? ", not found at these offsets" : "";
  const where = `${evidence.role}; ${place}${evidence.start}–${evidence.end}${warning}`;
  return `> ${before}**${md(evidence.exact)}**${after} (${where})`;
}

export function matrix(snapshot: ReportSnapshot): string {
  if (snapshot.claims.length === 0 || snapshot.sources.length === 0) return "Nothing to show.";
  const rows = [
    ["", "Claim", ...snapshot.sources.map((source) => md(source.name)), "Verdict"],
    ["---", "---", ...snapshot.sources.map(() => ":-:"), "---"],
    ...snapshot.claims.map((claim) => {
      const byId = new Map(claim.cells.map((cell) => [cell.sourceId, cell]));
      const cells = snapshot.sources.map((source) => glyphOf(byId.get(source.id)));
      return [claim.label, md(claim.text), ...cells, verdictWord(claim.verdict.kind)];
    }),
  ];
  const legend = "✓ says so, ≠ says otherwise, ∅ read in full and silent, (…) not settled, · not tagged or left out.";
  return `${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}\n\n${legend}`;
}

function glyphOf(cell: SnapshotCell | undefined): string {
  if (cell === undefined || cell.state === "empty") return "·";
  const glyph = cell.stance === null ? "?" : STANCE_GLYPH[cell.stance];
  return cell.state === "settled" ? glyph : `(${glyph})`;
}

export function sourceBlock(source: SnapshotSource): string {
  const { revision } = source;
  const title = source.title === "" || source.title === source.name ? "" : `: ${md(source.title)}`;
  const lines = [
    `**${source.number}. ${md(source.name)}**${title}`,
    md(sourceLine(source)),
    source.url === "" ? "" : `Address: ${md(source.url)}`,
    source.retrievedAt === null ? "" : `Retrieved ${md(longDate(source.retrievedAt))}`,
    `Origin: ${md(source.group)}`,
    `Revision ${revision.number}, ${revision.completeness} text, ${figure(revision.length)} code units, ` +
      `sha256 \`${hash(revision.sha256)}\``,
  ];
  return lines.filter((line) => line !== "").join("  \n");
}

function signatures({ release }: ReportSnapshot): string {
  const all = (release?.signatures ?? []).map(({ name, role, at }) => `${name}, ${role}, ${longDate(at)}`);
  return all.length === 0 ? "" : `Signed by ${md(all.join("; "))}.`;
}

function frozen({ log }: ReportSnapshot): string {
  if (log.lastHash === "") return `Frozen while cells were blind: ${NO_HASH}`;
  return `Frozen at event ${figure(log.lastEvent)} of the case’s log, hash \`${hash(log.lastHash)}\`.`;
}

/** A hash stands in code, where nothing is escaped: anything but word characters is dropped. */
function hash(value: string): string {
  return value.replace(/\W/gu, "");
}
