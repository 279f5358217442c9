/** A paragraph, a heading, an item of a list or a speaker's label; blocks follow each other, white space between them. */
export interface Block {
  start: number;
  end: number;
  kind: "paragraph" | "heading" | "item" | "speaker";
}

const STAMP = String.raw`(?:\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\]?\s{1,3})?`;
const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}.'’-]{0,30}`;
/** "ANNA VOSS:", "Q:", "Voss (by phone):" at the start of a line, with an optional time stamp before it. */
const LABEL = new RegExp(String.raw`^${STAMP}${NAME_WORD}(?:\s(?:${NAME_WORD}|de|da|di|van|von|der|al|el|la|le)){0,4}(?:\s?\([^()\n]{1,80}\))?:(?=\s|$)`, "u");
const NO_SPEAKER = /^(?:from|to|cc|re|date|subject|time|place|notes?|sources?|contact|update|correction|photo|caption|video|by|via)\b/i;
/** Words that stand in headings ("WHAT WE KNOW:", "OIL ON THE SHORE:") and in nobody's name or office. */
const NO_NAME =
  /\s(?:the)\b|\b(?:in|on|at|to|by|from|with|and|or|but|what|why|how|when|where|who|we|you|it|is|are|was|were|has|have|had|will|can|not|no)\b/i;
const ITEM = /^(?:[-–—•*·▪◦‣]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S/;
const ENDS = /[.!?…。！？]["”’'»)\]]*$|[:;]$/u;
const LONGEST_LABEL = 240;
const HEADING_WORDS = 16;

interface Line {
  start: number;
  end: number;
}

export function blocksOf(text: string): Block[] {
  const lines = linesOf(text);
  const labels = labelsOf(text, lines);
  const blocks: Block[] = [];
  for (const group of groupsOf(text, lines, labels)) {
    const first = group[0] as Line;
    const last = group[group.length - 1] as Line;
    let start = first.start;
    const label = labels.get(first.start);
    if (label !== undefined) {
      blocks.push({ start, end: label, kind: "speaker" });
      start = label;
      while (start < last.end && /\s/.test(text[start] ?? "")) start += 1;
      if (start === last.end) continue;
    }
    blocks.push({ start, end: last.end, kind: label === undefined ? kindOf(text.slice(start, last.end)) : "paragraph" });
  }
  return blocks;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    const lead = match[0].length - match[0].trimStart().length;
    const body = match[0].trim();
    if (body !== "") lines.push({ start: match.index + lead, end: match.index + lead + body.length });
  }
  return lines;
}

/**
 * End of the label by start of its line; none when fewer than two lines have one, or no label comes back. One that has
 * its line to itself and does not come back is a heading.
 */
function labelsOf(text: string, lines: readonly Line[]): Map<number, number> {
  const all = lines.flatMap(({ start, end }) => {
    const label = LABEL.exec(text.slice(start, Math.min(end, start + LONGEST_LABEL)))?.[0];
    if (label === undefined || NO_SPEAKER.test(label) || NO_NAME.test(label.replace(/\(.*\)/, ""))) return [];
    return [{ start, label, alone: start + label.length === end }];
  });
  const counts = new Map<string, number>();
  for (const { label } of all) counts.set(label, (counts.get(label) ?? 0) + 1);
  const kept = all.filter(({ label, alone }) => !alone || (counts.get(label) ?? 0) > 1);
  const found = new Map(kept.map(({ start, label }) => [start, start + label.length]));
  const names = kept.map(({ label }) => label);
  const shouted = names.every((name) => /^[^(:]*/.exec(name)?.[0] === /^[^(:]*/.exec(name)?.[0].toUpperCase());
  const comesBack = new Set(names).size < names.length;
  return names.length >= 2 && (shouted || comesBack) ? found : new Map<number, number>();
}

/** Lines that belong together: those of a paragraph that was wrapped to a width. */
function groupsOf(text: string, lines: readonly Line[], labels: ReadonlyMap<number, number>): Line[][] {
  const groups: Line[][] = [];
  let stanza: Line[] = [];
  const close = () => {
    const longest = Math.max(0, ...stanza.slice(0, 400).map(({ start, end }) => end - start));
    const wrapped =
      stanza.length >= 3 && longest >= 40 && longest <= 120 && stanza.slice(0, -1).every((l) => l.end - l.start >= longest * 0.7);
    for (const line of stanza) {
      const previous = groups.at(-1)?.at(-1);
      const goesOn =
        previous !== undefined &&
        line !== stanza[0] &&
        !labels.has(line.start) &&
        !ITEM.test(text.slice(line.start, line.start + 12)) &&
        (wrapped || isWrapped(text, previous, line));
      if (goesOn) groups.at(-1)?.push(line);
      else groups.push([line]);
    }
    stanza = [];
  };
  for (const line of lines) {
    const previous = stanza.at(-1);
    if (previous !== undefined && /\n[^\S\n]*\n/.test(text.slice(previous.end, line.start).replace(/\r\n?/g, "\n"))) close();
    stanza.push(line);
  }
  close();
  return groups;
}

/** A line of some length that ends in the middle of a sentence, before a small letter. */
function isWrapped(text: string, previous: Line, line: Line): boolean {
  const before = text.slice(previous.start, previous.end);
  return before.length >= 30 && !ENDS.test(before.slice(-8)) && /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));
}

function kindOf(text: string): Block["kind"] {
  if (ITEM.test(text.slice(0, 12))) return "item";
  const shouted = text.endsWith(":") && text === text.toUpperCase();
  if (!shouted && ENDS.test(text.slice(-8))) return "paragraph";
  let words = 0;
  for (const _ of text.slice(0, 400).matchAll(/\S+/g)) words += 1;
  return text.length <= 400 && words <= HEADING_WORDS ? "heading" : "paragraph";
}
