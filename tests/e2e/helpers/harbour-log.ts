/** A log of 200 entries, one passage in each, and a corrected one in which passages meet every fate there is. */

const VESSELS = ["Kestrel", "Marigold", "Ternpoint", "Old Hannah", "Corrigan", "Saltmarsh", "Lantern"];
const CARGO = ["salt", "barley", "slate", "lamp oil", "wool", "timber", "herring", "glass", "rope"];
const WORK = ["unloaded", "took on", "weighed", "stored", "counted", "covered", "turned away", "passed on"];
const WHEN = ["at dawn", "before noon", "in the afternoon", "at dusk", "after dark"];

export const ENTRIES = 200;
const pick = (list: readonly string[], at: number) => list[at % list.length] ?? "";

/** The words that are evidence. */
export function wordsOf(entry: number): string {
  return `${pick(WORK, entry)} ${300 + entry} crates of ${pick(CARGO, entry)} ${pick(WHEN, entry)}`;
}

const lineOf = (entry: number) => `Berth ${entry}: the ${pick(VESSELS, entry)} ${wordsOf(entry)}, the harbour office noted.`;
const entries = Array.from({ length: ENTRIES }, (_, index) => index + 1);

export const HARBOUR_LOG = entries.map(lineOf).join("\n\n");

/** In the place of the entry that is gone. */
export const CORRECTION = "Nothing was landed at berth 111 that week, the office says now.";
export const CHANGED = entries.filter((entry) => entry > 100 && entry <= 110);
export const GONE = 111;
export const DOUBLED = 121;
/** Before the first change. */
export const UNMOVED = 10;

export const CORRECTED_LOG = entries
  .flatMap((entry) => {
    const line = lineOf(entry);
    if (entry === UNMOVED) return [line, CORRECTION];
    if (CHANGED.includes(entry)) return [line.replace(`${300 + entry} crates`, `${700 + entry} crates`)];
    if (entry === GONE) return [];
    return entry === DOUBLED ? [line, line] : [line];
  })
  .join("\n\n");
