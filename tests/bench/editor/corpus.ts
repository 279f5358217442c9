import type { Block } from "@assay/domain";
import type { HighlightMark } from "@assay/editor";

export interface BenchSize {
  paragraphs: number;
  marks: number;
}

export interface BenchSource {
  id: string;
  text: string;
  blocks: Block[];
  marks: HighlightMark[];
}

/** Marks of one claim: so many passages a tag of the source has. */
export const MARKS_PER_CLAIM = 20;
const WORDS_PER_MARK = 3;

const WORDS =
  "harbour ferry master tide channel bank steering crew lifeboat evening company record inquiry passengers wind".split(
    " ",
  );

/** Paragraphs of ten words on average, as the turns of a hearing, with marks spread over them; the same at every call. */
export function benchSource({ paragraphs, marks }: BenchSize, opening = "Hearing"): BenchSource {
  const random = randomNumbers();
  let text = "";
  const blocks: Block[] = [];
  for (let i = 0; i < paragraphs; i++) {
    if (i > 0) text += "\n\n";
    const start = text.length;
    const words = Array.from({ length: 6 + random(9) }, () => WORDS[random(WORDS.length)]);
    text += `${i === 0 ? `${opening} ` : ""}${words.join(" ")}.`;
    blocks.push({ kind: "paragraph", start, end: text.length });
  }
  const claims = Math.max(1, Math.ceil(marks / MARKS_PER_CLAIM));
  return {
    id: `bench-${paragraphs}`,
    text,
    blocks,
    marks: Array.from({ length: marks }, (_, i) =>
      markIn(text, blocks[Math.floor((i * paragraphs) / marks)]!, i, i % claims),
    ),
  };
}

/** One more mark, in one of the paragraphs that stand at the top of the view. */
export function extraMark({ text, blocks }: BenchSource, run: number): HighlightMark {
  return markIn(text, blocks[run % 12]!, 1_000_000 + run, run % 7);
}

/** Three words of the block. */
function markIn(text: string, { start, end }: Block, i: number, claim: number): HighlightMark {
  const starts = [...text.slice(start, end).matchAll(/\w+/g)].map((word) => start + word.index);
  const at = i % Math.max(1, starts.length - WORDS_PER_MARK);
  const from = starts[at] ?? start;
  const until = starts[at + WORDS_PER_MARK];
  return {
    id: `m${i}`,
    claimId: `c${claim}`,
    tagId: `t${claim}`,
    start: from,
    end: until === undefined ? end - 1 : until - 1,
    stance: claim % 3 === 0 ? "disputed" : "verified",
    label: `C${claim + 1}`,
  };
}

function randomNumbers(): (below: number) => number {
  let seed = 7;
  return (below) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
}
