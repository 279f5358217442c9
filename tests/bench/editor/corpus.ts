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
    const words = Array.from({ length: 8 + random(5) }, () => WORDS[random(WORDS.length)]);
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

/** The paragraphs that are in view when a source is opened, however narrow its column. */
const IN_VIEW = 6;
/** Other numbers of words than the marks that are there, so that no words are marked twice. */
const EXTRA_WORDS = [2, 4, 5, 1];

/** One more mark at the top of the source; other words for every run, for as many as a bench plays. */
export function extraMark({ text, blocks }: BenchSource, run: number): HighlightMark {
  const block = blocks[run % IN_VIEW]!;
  const starts = Math.max(1, wordsOf(text, block).length - 5);
  const turn = Math.floor(run / IN_VIEW);
  const words = EXTRA_WORDS[Math.floor(turn / starts) % EXTRA_WORDS.length]!;
  return { ...markIn(text, block, turn % starts, run % 7, words), id: `x${run}` };
}

function markIn(text: string, block: Block, i: number, claim: number, words = WORDS_PER_MARK): HighlightMark {
  const all = wordsOf(text, block);
  const at = i % Math.max(1, all.length - words + 1);
  return {
    id: `m${i}`,
    claimId: `c${claim}`,
    tagId: `t${claim}`,
    start: all[at]!.start,
    end: all[Math.min(at + words, all.length) - 1]!.end,
    stance: claim % 3 === 0 ? "disputed" : "verified",
    label: `C${claim + 1}`,
  };
}

function wordsOf(text: string, { start, end }: Block): { start: number; end: number }[] {
  return [...text.slice(start, end).matchAll(/\w+/g)].map(({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}

function randomNumbers(): (below: number) => number {
  let seed = 7;
  return (below) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
}
