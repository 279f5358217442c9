import type { PrintedClaim, PrintedJudgement, PrintedPassage, PrintedTag } from "../printed/printed-report.ts";
import { isRightToLeft } from "../pdf/pdf-words.ts";
import type { DocxParts } from "./docx-parts.ts";
import { going, quoted, said, sign, SOFT, soft, WAIT } from "./docx-text.ts";
import { paragraph } from "./wordml.ts";
import type { Edge } from "./wordml.ts";

const RULE: Edge = { style: "single", size: 4, color: "D9D0BD", space: 5 };

/** A claim as a heading with its verdict; each source's judgement under it, its evidence noted at the foot. */
export function claimParagraphs(claim: PrintedClaim, level: 2 | 3, parts: DocxParts, back: string | null): string {
  const { verdict, rating } = claim;
  const words = going(back, said(`${claim.label}. `, { color: SOFT })) + said(claim.text);
  const rated = rating === null ? "" : said("Rating: ", { size: 18 }) + said(`${rating.label}   `, { size: 18, bold: true });
  const line =
    rated +
    said(verdict.word, { size: 18, bold: true }) +
    (verdict.open === "" ? "" : soft(`  ${verdict.open}`, { size: 18 })) +
    (claim.about === "" ? "" : soft(`   ${claim.about}`, { size: 18 }));
  const justification = rating === null || rating.justification === "" ? "" : ` Rating: ${rating.justification}`;
  const reason = `${claim.reason}${claim.override === null ? "" : ` ${claim.override}`}${justification}`;
  return (
    paragraph({ style: `Heading${level}`, keepNext: true }, parts.mark(claim.anchor, words)) +
    paragraph({ keepNext: true, spaceAfter: 40 }, line) +
    paragraph({ keepNext: claim.judgements.length > 0 || claim.brief !== null, spaceAfter: 120 }, soft(reason)) +
    (claim.brief === null ? "" : paragraph({}, said(claim.brief))) +
    claim.judgements.map((judgement) => judgementParagraphs(judgement, parts)).join("")
  );
}

function judgementParagraphs(judgement: PrintedJudgement, parts: DocxParts): string {
  const { stance, word, flags, tag, rulings, told, others } = judgement;
  const from = `${judgement.source}${judgement.line === "" ? "" : ` · ${judgement.line}`}`;
  const unsigned = said(word === "" ? "" : `${word}  `, { bold: true, color: SOFT, size: 18 });
  const head =
    (stance === null ? unsigned : sign(stance, `${word}  `)) +
    flags.map((flag) => said(`${flag}  `, { color: WAIT, size: 17 })).join("") +
    said(judgement.source, { bold: true, size: 17 }) +
    (judgement.line === "" ? "" : soft(` · ${judgement.line}`));
  const look = { style: "Judgement", keepNext: tag !== null, edge: { top: RULE } };
  return (
    paragraph(look, parts.mark(judgement.anchor, head)) +
    (tag === null ? "" : tagParagraphs(tag, from, parts)) +
    rulings.map((words) => paragraph({ style: "Aside" }, said(words))).join("") +
    toldParagraph(told) +
    others
      .map(
        (other) =>
          paragraph({ style: "Aside", keepNext: true }, said(other.head)) +
          tagParagraphs(other.tag, `${judgement.source}, ${other.head}`, parts) +
          toldParagraph(other.told),
      )
      .join("")
  );
}

function toldParagraph(told: string | null): string {
  return told === null ? "" : paragraph({ style: "Aside" }, said(told, { color: WAIT }));
}

function tagParagraphs(tag: PrintedTag, from: string, parts: DocxParts): string {
  return (
    tag.passages.map((passage) => passageParagraph(passage, from, parts)).join("") +
    (tag.attestation === null ? "" : paragraph({ style: "Evidence" }, said(tag.attestation))) +
    (tag.rationale === null ? "" : rationaleParagraph(tag.rationale))
  );
}

function rationaleParagraph(rationale: string): string {
  const bidirectional = isRightToLeft(rationale);
  return paragraph({ style: "Aside", bidirectional }, said(rationale, { bidirectional }));
}

/** The words in their sentence; the note says where they stand, in which text, and who answers for the judgement. */
export function passageParagraph(passage: PrintedPassage, from: string, parts: DocxParts): string {
  const bidirectional = isRightToLeft(`${passage.before}${passage.exact}${passage.after}`);
  const place = soft(passage.place === "" ? "" : ` · ${passage.place}`);
  const note = parts.note(said(`“${passage.exact}”, ${from}`) + place);
  return paragraph({ style: "Evidence", bidirectional }, quoted(passage, bidirectional) + note);
}
