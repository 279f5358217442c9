/**
 * Grapheme boundaries at one place of a long text (X3), without segmenting the text.
 *
 * A break is certain, whatever stands farther away, when the unit before it is an ordinary base character and the pair
 * breaks by itself: every rule of UAX #29 that looks back farther starts from an extending character, a joiner or a
 * regional indicator, none of which is ordinary. So a window between two certain breaks segments as the whole does.
 */
const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** How far a certain break is looked for. Only long runs of joiners or marks have none; then the whole text decides. */
const WINDOW = 2048;

/** Base characters of class Other, by a list kept short on purpose: a miss costs time, never correctness. */
function isOrdinary(unit: number): boolean {
  return (
    unit < 0x300 ||
    (unit >= 0x370 && unit <= 0x482) ||
    (unit >= 0x48a && unit <= 0x590) ||
    (unit >= 0x5d0 && unit <= 0x5ea) ||
    (unit >= 0x620 && unit <= 0x64a) ||
    (unit >= 0xe01 && unit <= 0xe30) ||
    (unit >= 0x3000 && unit <= 0x3029) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a0 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff)
  );
}

function isCertainBreak(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = text.charCodeAt(at - 1);
  if (!isOrdinary(before)) return false;
  const after = text.charCodeAt(at);
  if (isOrdinary(after)) return !(before === 0x0d && after === 0x0a);
  const pair = text[at - 1] + String.fromCodePoint(text.codePointAt(at) ?? 0);
  return segmenter.segment(pair).containing(1)?.index === 1;
}

/** The grapheme cluster that covers the unit at `at`. `0 <= at < text.length`. */
function clusterAt(text: string, at: number): { start: number; end: number } {
  let low = at;
  while (!isCertainBreak(text, low) && at - low < WINDOW) low -= 1;
  let high = at + 1;
  while (!isCertainBreak(text, high) && high - at < WINDOW) high += 1;
  const whole = !isCertainBreak(text, low) || !isCertainBreak(text, high);
  const from = whole ? 0 : low;
  const segment = segmenter.segment(whole ? text : text.slice(low, high)).containing(at - from);
  if (segment === undefined) throw new RangeError(`No character at ${at}`);
  return { start: from + segment.index, end: from + segment.index + segment.segment.length };
}

export function isGraphemeBoundary(text: string, at: number): boolean {
  if (!Number.isInteger(at) || at < 0 || at > text.length) return false;
  return isCertainBreak(text, at) || clusterAt(text, at).start === at;
}

/** The smallest range of whole graphemes around `start`–`end`. A range that splits none comes back as it is. */
export function snapToGraphemes(text: string, start: number, end: number): { start: number; end: number } {
  assertRange(text, start, end);
  return {
    start: isGraphemeBoundary(text, start) ? start : clusterAt(text, start).start,
    end: isGraphemeBoundary(text, end) ? end : clusterAt(text, end).end,
  };
}

/**
 * The range without the white space at its edges; null if nothing is left. A space that carries a combining mark is a
 * visible character and stays.
 */
export function trimRange(text: string, start: number, end: number): { start: number; end: number } | null {
  assertRange(text, start, end);
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from) && isGraphemeBoundary(text, from + 1)) from += 1;
  while (to > from && isSpace(text, to - 1) && isGraphemeBoundary(text, to)) to -= 1;
  return from === to ? null : { start: from, end: to };
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

export function assertRange(text: string, start: number, end: number): void {
  const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;
  if (!inside) throw new RangeError(`Range ${start}–${end} is not inside a text of ${text.length} units`);
}
