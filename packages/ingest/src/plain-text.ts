import type { Block, BlockKind } from "@assay/domain";
import type { Structure } from "./ingested.ts";
import type { Line } from "./lines.ts";
import { splitLines } from "./lines.ts";
import type { Layout } from "./layout.ts";
import { layoutOf } from "./layout.ts";
import { isIndented, markedKind } from "./marked-kind.ts";
import { titleFromName, titleFromText } from "./title.ts";
import { speakerTurns } from "./transcript.ts";

/** Plain text keeps every character; structure is only ranges laid over it. */
export function readPlainText(text: string, name: string): Structure {
  const lines = splitLines(text);
  const layout = layoutOf(text, lines);
  const turns = speakerTurns(text, lines);
  const headed = hasHeading(text, lines, layout, turns);
  const blocks: Block[] = [];
  let previous: Line | null = null;
  for (const [index, line] of lines.entries()) {
    const open = blocks.at(-1);
    const kind = turns.has(line.start) ? "speaker-turn" : markedKind(text, line);
    if (index === 0 && headed) {
      blocks.push({ kind: "heading", start: line.start, end: line.end, level: 1 });
    } else if (open !== undefined && previous !== null && continues(text, line, previous, open, kind, layout)) {
      open.end = line.end;
    } else {
      blocks.push({ kind: kind ?? plainKind(lines, index, layout), start: line.start, end: line.end });
    }
    previous = line;
  }
  return { text, blocks, meta: { title: titleOf(text, blocks, headed, name) }, notes: [] };
}

function plainKind(lines: readonly Line[], index: number, layout: Layout): BlockKind {
  if (layout !== "lines") return "paragraph";
  const next = lines[index + 1];
  const alone = lines[index]?.opens === true && (next === undefined || next.opens);
  return alone ? "paragraph" : "line";
}

/** Whether the line goes on with the open block. A wrapped line may begin with "12. " or "- " by accident. */
function continues(
  text: string,
  line: Line,
  previous: Line,
  open: Block,
  kind: BlockKind | null,
  layout: Layout,
): boolean {
  if (line.opens || open.kind === "heading" || kind === "speaker-turn") return false;
  if (kind === "quote") return open.kind === "quote";
  if (kind === null && open.kind === "list-item" && isIndented(text, line)) return true;
  if (layout !== "wrapped") return false;
  if (kind === "list-item") return open.kind !== "list-item" && text.charAt(previous.end - 1) !== ":";
  return open.kind !== "quote";
}

const LONGEST_HEADING = 120;

/**
 * A short first line without final punctuation, with a blank line or a clearly longer paragraph after it. A question
 * mark ends a headline as well as a sentence, so it needs the blank line.
 */
function hasHeading(text: string, lines: readonly Line[], layout: Layout, turns: Set<number>): boolean {
  const first = lines[0];
  const second = lines[1];
  if (first === undefined || second === undefined) return false;
  const width = first.end - first.start;
  const last = text.charAt(first.end - 1);
  if (width > LONGEST_HEADING || turns.has(first.start) || markedKind(text, first) !== null) return false;
  if (/[.!…:;,]/u.test(last)) return false;
  if (second.opens) return true;
  return last !== "?" && layout === "paragraphs" && second.end - second.start >= width * 2;
}

function titleOf(text: string, blocks: readonly Block[], headed: boolean, name: string): string {
  const first = blocks[0];
  const words = first === undefined ? "" : text.slice(first.start, first.end);
  return headed ? titleFromText(words) : titleFromName(name) || titleFromText(words);
}
