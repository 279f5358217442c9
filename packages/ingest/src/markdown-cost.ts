/** Larger Markdown is read as plain text: the parser takes about three seconds and 250 MB for each megabyte. */
const LONGEST = 1_000_000;
const MOST_LINES = 30_000;
const DEEPEST_LINE = 32;
/** Containers opened by all lines together: each is matched again on every line. */
const MOST_DEPTH = 15_000;
/** Marks × length, summed over paragraphs: unclosed backticks and brackets cost the square of their paragraph. */
const MOST_WORK = 60_000_000;

/** What may open a container before a line's first word. The alternatives exclude one another: linear. */
const CONTAINERS = /(?:[ \t]|>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/y;

const MARKS = /[[\]!<]|([*_`~])\1*/g;

/** Whether a Markdown text can be parsed in a few seconds at worst; CommonMark has constructions that take minutes. */
export function isAffordableMarkdown(text: string): boolean {
  if (text.length > LONGEST) return false;
  let lines = 0;
  let depth = 0;
  let work = 0;
  let marks = 0;
  let length = 0;
  for (const line of eachLine(text)) {
    lines += 1;
    const containers = containersOf(line);
    const own = depthOf(containers);
    depth += own;
    if (lines > MOST_LINES || own > DEEPEST_LINE || depth > MOST_DEPTH) return false;
    // Inline marks reach to the end of their paragraph. A blank line, list mark, table row or heading starts another.
    const starts = own > 0 || containers.length === line.length || /[|#]/.test(line.charAt(containers.length));
    if (starts) {
      work += marks * length;
      marks = 0;
      length = 0;
    }
    marks += line.match(MARKS)?.length ?? 0;
    length += line.length;
    if (work + marks * length > MOST_WORK) return false;
  }
  return true;
}

function* eachLine(text: string): Generator<string> {
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf("\n", at);
    const stop = newline === -1 ? text.length : newline;
    yield text.slice(at, stop);
    at = stop + 1;
  }
}

function containersOf(line: string): string {
  CONTAINERS.lastIndex = 0;
  return CONTAINERS.exec(line)?.[0] ?? "";
}

/** Two columns of indentation may hold one level of a list. */
function depthOf(containers: string): number {
  const opened = containers.match(/>|[*+-]|\d+/g)?.length ?? 0;
  const columns = containers.replace(/[^ \t]/g, "").replaceAll("\t", "    ").length;
  return opened + Math.floor(Math.max(0, columns - opened) / 2);
}
