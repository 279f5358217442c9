interface Span {
  start: number;
  end: number;
}

export interface PassageRun {
  start: number;
  text: string;
  /** One of the words that matched. */
  strong: boolean;
}

/**
 * The words of a passage cut where `spans` begin and end. Both are offsets into the same source; what lies outside of
 * the passage, or within another span, counts once or not at all.
 */
export function passageRuns(passage: Span & { exact: string }, spans: readonly Span[]): PassageRun[] {
  const runs: PassageRun[] = [];
  let at = passage.start;
  const take = (end: number, strong: boolean) => {
    if (end <= at) return;
    runs.push({ start: at, text: passage.exact.slice(at - passage.start, end - passage.start), strong });
    at = end;
  };
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const end = Math.min(span.end, passage.end);
    if (end <= at) continue;
    take(Math.min(Math.max(span.start, at), passage.end), false);
    take(end, true);
  }
  take(passage.end, false);
  return runs;
}
