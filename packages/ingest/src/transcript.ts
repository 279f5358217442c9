import type { Line } from "./lines.ts";

const STAMP = String.raw`(?:\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\]?\s{1,3})?`;
const WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’-]{0,30}`;
const PARTICLE = "de|da|di|van|von|der|den|al|el|bin|la|le";

/** `ANNA VOSS:`, `Q:`, `Ines Varga (by phone):`, each with an optional time stamp before it, and words after it. */
const LABEL = new RegExp(
  String.raw`^${STAMP}(${WORD}(?:\s(?:${WORD}|${PARTICLE})){0,4})(?:\s\([^()\n]{1,80}\))?:\s`,
  "u",
);

/** Longest piece of a line that LABEL can need. */
const LABEL_WINDOW = 240;

/** Heads of a memo or a release, which look like speakers and are not. */
const NOT_SPEAKERS = new Set(
  "from to cc bcc re date subject time place note source contact update correction photo caption video by via".split(
    " ",
  ),
);

/**
 * The starts of the lines that open a speaker's turn, empty when the text is no transcript: fewer than three turns, or
 * mixed-case labels that never come back ("Weather: …", "Travel: …") and so name topics rather than people.
 */
export function speakerTurns(text: string, lines: readonly Line[]): Set<number> {
  const turns: { start: number; label: string }[] = [];
  for (const line of lines) {
    const label = LABEL.exec(text.slice(line.start, Math.min(line.end, line.start + LABEL_WINDOW)))?.[1];
    if (label !== undefined && !NOT_SPEAKERS.has(label.toLowerCase())) turns.push({ start: line.start, label });
  }
  const labels = new Set(turns.map((turn) => turn.label));
  const shouted = turns.every((turn) => turn.label === turn.label.toUpperCase());
  if (turns.length < 3 || (!shouted && labels.size === turns.length)) return new Set();
  return new Set(turns.map((turn) => turn.start));
}
