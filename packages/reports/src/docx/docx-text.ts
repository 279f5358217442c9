import type { Stance } from "@assay/domain";
import type { PrintedPassage, PrintedRun } from "../printed/printed-report.ts";
import type { DocxParts } from "./docx-parts.ts";
import { insideLink, run } from "./wordml.ts";
import type { RunLook } from "./wordml.ts";

export const INK = "221E17";
export const SOFT = "5B5344";
export const WAIT = "7A5000";
export const DEEP: Record<Stance, string> = { verified: "00664F", disputed: "A03C00", missing: "7C3C66" };
const TINT: Record<Stance, string> = { verified: "E2F1EA", disputed: "FAE7DA", missing: "F6EAF1" };
const LINE = { verified: "single", disputed: "wave", missing: "dash" } as const;

export function said(words: string, look: RunLook = {}): string {
  return run(words, look);
}

export function soft(words: string, look: RunLook = {}): string {
  return run(words, { color: SOFT, size: 17, ...look });
}

export function sign(stance: Stance, word: string): string {
  const glyph = { verified: "✓", disputed: "≠", missing: "∅" }[stance];
  return run(`${glyph} ${word}`, { bold: true, color: DEEP[stance], size: 18 });
}

type Quoted = Pick<PrintedPassage, "before" | "exact" | "after" | "stance">;

/** Exact words with their stance's colour, line and ground; what stands around them plain. */
export function quoted({ before, exact, after, stance }: Quoted, bidirectional = false): string {
  const underline = { type: LINE[stance], color: DEEP[stance] };
  const look = { ...SERIF, bidirectional };
  return run(before, look) + run(exact, { ...look, underline, fill: TINT[stance] }) + run(after, look);
}

export const SERIF: RunLook = { font: "Georgia", size: 20 };

export function prose(runs: readonly PrintedRun[], parts: DocxParts, look: RunLook = {}): string {
  return runs
    .map(({ text, bold, italic, url }) => {
      const styled = { ...look, bold, italics: italic };
      return url === null ? run(text, styled) : parts.link(url, run(text, { ...styled, style: "Hyperlink" }));
    })
    .join("");
}

export function going(anchor: string | null, inside: string): string {
  return anchor === null ? inside : insideLink(anchor, inside);
}
