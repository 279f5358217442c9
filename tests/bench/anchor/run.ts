import { mapAnchors } from "@assay/domain";
import { median } from "../../support/figures.ts";
import type { Figure } from "../../support/figures.ts";
import { judgeSample, operations, tally, wordEdits } from "./accuracy.ts";
import type { Sample, Tally } from "./accuracy.ts";

const LENGTH = 550_000;
const QUOTES = 1000;
const ROUNDS = 15;

/** Several texts a share, since one text of a thousand quotes cannot show a tenth of a percent. */
const SEEDS = [7001, 7002, 7003, 7004, 7005];

/** Operations: so many texts of so many quoted sentences each. */
const TEXTS = 50;
const PER_TEXT = 200;
const TEXT_LENGTH = 60_000;

export async function runAnchorBench(): Promise<Figure[]> {
  return [unchanged(), ...edited(0.01, 99.9, 200), ...edited(0.05, 99.5, null), ...afterOperations()];
}

/** Mapping onto the same text in another string, beside a search that is told where to begin. */
function unchanged(): Figure {
  const { oldText, anchors } = wordEdits(SEEDS[0] ?? 0, LENGTH, QUOTES, 0);
  const newText = Buffer.from(oldText).toString();
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < ROUNDS * 3; round += 1) {
    let from = performance.now();
    const found = anchors.map(({ exact, start }) => {
      const at = newText.indexOf(exact, start);
      return { start: at, end: at + exact.length };
    });
    floor.push(performance.now() - from);
    from = performance.now();
    const mapped = mapAnchors(oldText, newText, anchors);
    ours.push(performance.now() - from);
    if (mapped.some(({ anchor }, i) => anchor.state !== "exact" || anchor.start !== found[i]?.start)) {
      throw new Error("an anchor of an unchanged text was not found at its place");
    }
  }
  const ratio = median(ours) / median(floor);
  return {
    figure: `unchanged text, ${QUOTES} quotes: time beside indexOf from the right place (${median(floor).toFixed(2)} ms)`,
    value: ratio,
    unit: "×",
    bar: "≤ 2",
    holds: ratio <= 2,
  };
}

function edited(share: number, leastRight: number, mostTime: number | null): Figure[] {
  const samples = SEEDS.map((seed) => wordEdits(seed, LENGTH, QUOTES, share));
  const counts = add(samples.map((sample) => tally(judgeSample(sample))));
  const title = `${share * 100} % of words edited, ${SEEDS.length} × ${QUOTES} quotes`;
  const right = percent(counts.right, counts);
  const time = timeOf(samples);
  return [
    { figure: `${title}: right`, value: right, unit: "%", bar: `≥ ${leastRight}`, holds: right >= leastRight },
    {
      figure: `${title}: time for ${QUOTES}`,
      value: time,
      unit: "ms",
      bar: mostTime === null ? "" : `≤ ${mostTime}`,
      holds: mostTime === null ? null : time <= mostTime,
    },
    { figure: `${title}: wrong`, value: percent(counts.wrong, counts), unit: "%", bar: "", holds: null },
  ];
}

function timeOf(samples: Sample[]): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { oldText, newText, anchors } of samples) {
      const from = performance.now();
      mapAnchors(oldText, newText, anchors);
      times.push(performance.now() - from);
    }
  }
  return median(times);
}

function afterOperations(): Figure[] {
  const counts = add(Array.from({ length: TEXTS }, (_, i) => tally(operations(9000 + i, TEXT_LENGTH, PER_TEXT))));
  const title = `${TEXTS * PER_TEXT} edits, moves, deletions, rewordings, with look-alikes`;
  const wrong = percent(counts.wrong, counts);
  const reported = (what: string, count: number): Figure => ({
    figure: `${title}: ${what}`,
    value: percent(count, counts),
    unit: "%",
    bar: "",
    holds: null,
  });
  return [
    { figure: `${title}: wrong`, value: wrong, unit: "%", bar: "≤ 0.1", holds: wrong <= 0.1 },
    reported("right", counts.right),
    reported("left to a person though something of it is there", counts.waiting),
    reported("right place, an edge off, said to be fuzzy", counts.loose),
  ];
}

function add(tallies: Tally[]): Tally {
  const sum: Tally = { right: 0, waiting: 0, loose: 0, wrong: 0 };
  for (const one of tallies) for (const key of ["right", "waiting", "loose", "wrong"] as const) sum[key] += one[key];
  return sum;
}

function percent(count: number, { right, waiting, loose, wrong }: Tally): number {
  return (100 * count) / (right + waiting + loose + wrong);
}
