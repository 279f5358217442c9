import type { Block } from "@assay/domain";
import type { HighlightMark } from "@assay/editor";

export interface BenchSource {
  id: string;
  text: string;
  blocks: Block[];
  marks: HighlightMark[];
}

const WORDS =
  "harbour ferry master tide channel bank steering crew lifeboat evening company record inquiry passengers wind".split(
    " ",
  );

/** A source of `paragraphs` paragraphs of about 70 words with `count` marks spread over it; the same at every call. */
export function benchSource(paragraphs: number, count: number): BenchSource {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  let text = "";
  const blocks: Block[] = [];
  for (let i = 0; i < paragraphs; i++) {
    if (i > 0) text += "\n\n";
    const start = text.length;
    const words = Array.from({ length: 50 + random(40) }, () => WORDS[random(WORDS.length)]);
    text += `${words.join(" ")}.`;
    blocks.push({ kind: "paragraph", start, end: text.length });
  }
  const marks = Array.from({ length: count }, (_, i) => markIn(blocks[Math.floor((i * paragraphs) / count)]!, i));
  return { id: `bench-${paragraphs}`, text, blocks, marks };
}

/** One more mark, near the top of the source, where it has to be painted. */
export function extraMark(source: BenchSource, run: number): HighlightMark {
  return markIn(source.blocks[run % 8]!, 100_000 + run);
}

function markIn({ start, end }: Block, i: number): HighlightMark {
  const from = start + ((i * 37) % Math.max(1, end - start - 60));
  const stance = i % 3 === 0 ? "disputed" : "verified";
  return { id: `m${i}`, claimId: `c${i}`, tagId: `t${i}`, start: from, end: from + 40, stance, label: `C${i + 1}` };
}
