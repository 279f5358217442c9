import { count } from "../notes.ts";
import { median } from "./median.ts";
import type { SetLine } from "./set-lines.ts";

export interface Kept {
  lines: SetLine[];
  notes: string[];
}

const FEWEST_PAGES = 3;
/** Lines at each end of a page that may be a head or a foot. */
const EDGE = 2;
const QUOTED = 3;
/** Of the usual distance of two lines. */
const CLEAR = 1.3;

/** Heads, feet and page numbers: what stands at the same place of many pages, whatever its numbers are. */
export function leaveOutEdges(lines: readonly SetLine[], pageCount: number): Kept {
  const byPlace = new Map<string, SetLine[]>();
  for (const line of edgesOf(lines)) {
    const key = `${Math.round(line.y / 6)} ${patternOf(line)}`;
    const known = byPlace.get(key);
    if (known === undefined) byPlace.set(key, [line]);
    else known.push(line);
  }
  const out = new Set<SetLine>();
  const said = new Map<string, Set<number>>();
  for (const found of byPlace.values()) {
    const pages = new Set(found.map(({ page }) => page));
    const pattern = patternOf(found[0]!);
    // A chapter's head with the number of its page stands on few pages of many.
    const isOften = pages.size * 3 >= pageCount || pattern.includes("#");
    if (pages.size < FEWEST_PAGES || !isOften) continue;
    const known = said.get(pattern) ?? new Set();
    for (const line of found) {
      out.add(line);
      known.add(line.page);
    }
    said.set(pattern, known);
  }
  return { lines: lines.filter((line) => !out.has(line)), notes: notesOf(said) };
}

/** What a clear distance parts from the text of its page. */
function edgesOf(lines: readonly SetLine[]): SetLine[] {
  const clear = usualDistance(lines) * CLEAR;
  const byPage = new Map<number, SetLine[]>();
  for (const line of lines) byPage.set(line.page, [...(byPage.get(line.page) ?? []), line]);
  return [...byPage.values()].flatMap((page) => {
    const down = page.toSorted((a, b) => a.y - b.y);
    return [...endOf(down, clear), ...endOf(down.toReversed(), clear)];
  });
}

/** Of two lines that follow each other in the file; a page of two columns has lines at twice as many heights. */
function usualDistance(lines: readonly SetLine[]): number {
  const gaps = lines.flatMap((line, at) => {
    const gap = line.y - (lines[at - 1]?.y ?? line.y);
    return gap > line.size * 0.8 && gap < line.size * 3 ? [gap] : [];
  });
  return gaps.length === 0 ? (lines[0]?.size ?? 0) * 1.2 : median(gaps);
}

/** Those before the first clear distance, if it comes soon. A page of few lines is all head or foot. */
function endOf(lines: readonly SetLine[], clear: number): SetLine[] {
  let heights = 1;
  for (const [at, line] of lines.entries()) {
    const gap = Math.abs(line.y - (lines[at - 1]?.y ?? line.y));
    if (gap > clear) return lines.slice(0, at);
    if (gap > line.size / 2 && (heights += 1) > EDGE) return [];
  }
  return [...lines];
}

function patternOf({ words }: SetLine): string {
  return words.replace(/\d+/gu, "#");
}

function notesOf(said: ReadonlyMap<string, ReadonlySet<number>>): string[] {
  if (said.size === 0) return [];
  const all = [...said].map(([pattern, pages]) => `“${pattern}” on ${count(pages.size)} pages`);
  const more = all.length - QUOTED;
  const rest = more > 0 ? `, and ${count(more)} more` : "";
  return [`Left out, since they stand at the same place of many pages: ${all.slice(0, QUOTED).join(", ")}${rest}. A # is a number.`];
}
