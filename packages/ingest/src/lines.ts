import { isSpace } from "./space.ts";

/** One non-blank line; `start` and `end` exclude the white space around it. */
export interface Line {
  start: number;
  end: number;
  /** First of its paragraph: the file begins here, or a blank line comes before. */
  opens: boolean;
}

/** The non-blank lines of normalised text, in order. One pass. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let opens = true;
  let at = 0;
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const stop = newline === -1 ? text.length : newline;
    let start = at;
    let end = stop;
    while (start < end && isSpace(text.charCodeAt(start))) start += 1;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
    if (start < end) lines.push({ start, end, opens });
    opens = start === end;
    at = stop + 1;
  }
  return lines;
}
