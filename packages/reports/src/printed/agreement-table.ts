import { stanceWord } from "@assay/domain";
import { listed } from "../prose.ts";
import type { ReportSnapshot, SnapshotTag } from "../report-snapshot.ts";
import type { PrintedBlock } from "./printed-report.ts";

interface Pair {
  people: string;
  both: number;
  same: number;
  differ: string[];
}

/** How often two people who tagged the same cell gave it the same stance, as far as the report's own tags show. */
export function agreementTable({ claims }: ReportSnapshot): PrintedBlock {
  const pairs = new Map<string, Pair>();
  for (const claim of claims) {
    for (const cell of claim.cells) {
      const tags = [cell.tag, ...cell.otherTags].filter((tag) => tag !== null);
      for (const [one, other] of pairsOf(tags)) note(pairs, one, other, `${claim.label}, source ${cell.sourceNumber}`);
    }
  }
  const rows = [...pairs.values()].sort((a, b) => b.both - a.both || (a.people < b.people ? -1 : 1));
  if (rows.length === 0) return { is: "gone", words: "No cell in this report was tagged by two people." };
  return {
    is: "table",
    table: {
      caption: "Cells that two people tagged, and how often they gave the same stance",
      head: ["People", "Both tagged", "Same stance", "Share", "Where they differ"],
      rows: rows.map(({ people, both, same, differ }) => [
        people,
        String(both),
        String(same),
        `${Math.round((100 * same) / both)} %`,
        differ.length === 0 ? "nowhere" : differ.slice(0, 12).join("; ") + (differ.length > 12 ? " and more" : ""),
      ]),
    },
  };
}

function* pairsOf(tags: readonly SnapshotTag[]): Generator<[SnapshotTag, SnapshotTag]> {
  for (const [index, one] of tags.entries()) {
    for (const other of tags.slice(index + 1)) if (one.author !== other.author) yield [one, other];
  }
}

function note(pairs: Map<string, Pair>, one: SnapshotTag, other: SnapshotTag, where: string): void {
  const people = listed([one.author, other.author].sort());
  const pair = pairs.get(people) ?? { people, both: 0, same: 0, differ: [] };
  pair.both += 1;
  if (one.stance === other.stance) pair.same += 1;
  else pair.differ.push(`${where}: ${stanceWord(one.stance)}, ${stanceWord(other.stance)}`);
  pairs.set(people, pair);
}
