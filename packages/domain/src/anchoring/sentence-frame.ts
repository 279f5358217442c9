import type { Span } from "./map-range.ts";

/** How far a sentence is followed to either side. */
const REACH = 240;

const END = /[.!?…。！？]["'”’»)\]]*(?=\s|$)|\n/gu;

/** “Mr.”, “Gen.”, “U.S.”: a capital and at most three letters more end no sentence. */
const ABBREVIATION = /(?:^|[\s("“‘.])\p{Lu}\p{L}{0,3}\.$/u;

/** The passage with the rest of the sentences that it begins and ends in. */
export function sentenceFrame(text: string, { start, end }: Span): Span {
  const from = Math.max(0, start - REACH);
  const lead = text.slice(from, start);
  let frameStart = from;
  for (const stop of sentenceEnds(lead)) frameStart = from + stop;
  while (frameStart < start && /\s/.test(text.charAt(frameStart))) frameStart += 1;
  // A passage that ends with the full stop ends the sentence itself.
  const tailFrom = Math.max(start, end - 3);
  const tail = text.slice(tailFrom, end + REACH);
  const stop = sentenceEnds(tail).find((at) => tailFrom + at >= end);
  return { start: frameStart, end: stop === undefined ? Math.min(text.length, end + REACH) : tailFrom + stop };
}

/** Just after the full stop and its quotation marks; a line feed belongs to no sentence. */
function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(END)) {
    const at = match.index;
    if (match[0] === "\n") ends.push(at);
    else if (match[0] !== "." || !ABBREVIATION.test(text.slice(0, at + 1))) ends.push(at + match[0].length);
  }
  return ends;
}

/** Does the whole frame, word for word, surround this place of the other text? */
export function hasFrame(oldText: string, newText: string, own: Span, frame: Span, place: Span): boolean {
  return (
    place.end - place.start === own.end - own.start &&
    newText.startsWith(oldText.slice(frame.start, frame.end), place.start - (own.start - frame.start))
  );
}
