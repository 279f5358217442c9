import { deedOf } from "./describe-deed.ts";
import { movesOf } from "./describe-moves.ts";
import { textsOf } from "./describe-texts.ts";
import type { HistoryEntry } from "./history-entry.ts";
import type { HistoryNames, HistoryWords } from "./history-words.ts";

/** What happened, for a reader who knows the case and not the program (T8). */
export function describeEntry(entry: HistoryEntry, names: HistoryNames): HistoryWords {
  return {
    deed: deedOf(entry, names),
    moves: movesOf(entry, names),
    texts: textsOf(entry),
    byRule: entry.kind === "tag.staled" || entry.kind === "tag.accepted" || entry.kind === "cell.opened",
  };
}
