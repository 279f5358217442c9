import { ExternalHyperlink, InternalHyperlink, ShadingType, TextRun, UnderlineType } from "docx";
import type { IRunOptions, ParagraphChild } from "docx";
import type { Stance } from "@assay/domain";
import type { PrintedPassage, PrintedRun } from "../printed/printed-report.ts";

export const INK = "221E17";
export const SOFT = "5B5344";
export const WAIT = "7A5000";
export const DEEP: Record<Stance, string> = { verified: "00664F", disputed: "A03C00", missing: "7C3C66" };
const TINT: Record<Stance, string> = { verified: "E2F1EA", disputed: "FAE7DA", missing: "F6EAF1" };
const LINE: Record<Stance, (typeof UnderlineType)[keyof typeof UnderlineType]> = {
  verified: UnderlineType.SINGLE,
  disputed: UnderlineType.WAVE,
  missing: UnderlineType.DASH,
};

/** XML 1.0 has no room for controls and lone surrogates; no page shows them either. */
export function xmlWords(words: string): string {
  return words.replace(/\r\n?/gu, "\n").replace(/[\p{Cs}\uFFFE\uFFFF]|(?![\t\n])\p{Cc}/gu, "");
}

/** Line breaks inside words stay breaks. */
export function said(words: string, options: IRunOptions = {}): TextRun[] {
  if (words === "") return [];
  return xmlWords(words)
    .split("\n")
    .map((line, index) => new TextRun({ ...options, text: line, ...(index === 0 ? {} : { break: 1 }) }));
}

export function soft(words: string, options: IRunOptions = {}): TextRun[] {
  return said(words, { color: SOFT, size: 17, ...options });
}

export function sign(stance: Stance, word: string): TextRun {
  const glyph = { verified: "✓", disputed: "≠", missing: "∅" }[stance];
  return new TextRun({ text: `${glyph} ${word}`, bold: true, color: DEEP[stance], size: 18 });
}

/** Exact words with their stance's colour, line and ground; what stands around them plain. */
export function quoted({ before, exact, after, stance }: PrintedPassage): TextRun[] {
  const mark: IRunOptions = {
    underline: { type: LINE[stance], color: DEEP[stance] },
    shading: { type: ShadingType.CLEAR, color: "auto", fill: TINT[stance] },
  };
  return [...said(before, SERIF), ...said(exact, { ...SERIF, ...mark }), ...said(after, SERIF)];
}

export const SERIF: IRunOptions = { font: "Georgia", size: 20 };

export function prose(runs: readonly PrintedRun[], options: IRunOptions = {}): ParagraphChild[] {
  return runs.flatMap(({ text, bold, italic, url }): ParagraphChild[] => {
    const styled = { ...options, ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}) };
    if (url === null) return said(text, styled);
    return [new ExternalHyperlink({ link: url, children: said(text, { ...styled, style: "Hyperlink" }) })];
  });
}

export function going(anchor: string | null, children: TextRun[]): ParagraphChild[] {
  return anchor === null ? children : [new InternalHyperlink({ anchor, children })];
}
