/** How much of its paragraph is shown on either side of a passage, in UTF-16 code units. */
const REACH = 110;

interface Stretch {
  start: number;
  end: number;
}

/** What stands before and after a passage in its own paragraph, cut between words; "…" where there is more of it. */
export function wordsAround(text: string, blocks: readonly Stretch[], { start, end }: Stretch): { before: string; after: string } {
  const block = blocks.find((one) => one.start <= start && start < one.end) ?? { start, end };
  const last = Math.max(end, block.end);
  let from = Math.max(block.start, start - REACH);
  while (from > block.start && from < start && !/\s/.test(text[from - 1] ?? "")) from += 1;
  let to = Math.min(last, end + REACH);
  while (to < last && to > end && !/\s/.test(text[to] ?? "")) to -= 1;
  return {
    before: `${from > block.start ? "… " : ""}${text.slice(from, start)}`,
    after: `${text.slice(end, to)}${to < last ? " …" : ""}`,
  };
}
