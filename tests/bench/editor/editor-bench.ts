import type { Figure } from "../../support/figures.ts";
import { openByAddress, openFigures } from "./open-page.ts";
import { peerFigures, playRound } from "./compare-peers.ts";
import { growthFigures, measureGrowth } from "./growth.ts";
import type { GrowthPoint } from "./growth.ts";
import { heapFigures } from "./heap.ts";
import { hitTestTimes } from "./hit-test.ts";
import { scrollFast } from "./scroll.ts";
import { openStage } from "./stage.ts";
import { atMost, reported, Times } from "./times.ts";
import { typeRound, typingFigures } from "./typing.ts";

export interface BenchScale {
  paragraphs: number;
  marks: number;
  rounds: number;
  /** Marks added, and letters typed, in each round. */
  adds: number;
  /** Milliseconds a page is left alone after each act. */
  quiet: number;
  warmUp: boolean;
  growth: { paragraphs: readonly number[]; marks: readonly number[]; rounds: number };
}

export const FULL: BenchScale = {
  paragraphs: 10_000,
  marks: 5_000,
  rounds: 4,
  adds: 4,
  quiet: 350,
  warmUp: true,
  growth: { paragraphs: [100, 1_000, 10_000], marks: [500, 5_000, 50_000], rounds: 3 },
};

const HIT_BAR_US = 50;
const FRAME_BAR_MS = 34;

export interface EditorBench {
  figures: Figure[];
  growth: GrowthPoint[];
}

/** The product's own workbench at the scale of a transcript, beside what else shows marked text, in one run. */
export async function benchEditor(scale: BenchScale): Promise<EditorBench> {
  const stage = await openStage(scale, scale.quiet);
  try {
    const times = new Times();
    // The first round warms what the later ones use, and counts for nothing.
    if (scale.warmUp) {
      await playRound(stage, 0, scale.adds, new Times());
      await typeRound(stage, scale.adds, new Times());
    }
    for (let round = 1; round <= scale.rounds; round++) {
      await playRound(stage, round, scale.adds, times);
      await typeRound(stage, scale.adds, times);
      await openByAddress(stage, times);
      await stage.workbench.page.bringToFront();
      const { longest, blank, bare, frames } = await scrollFast(stage.workbench.busy, stage.long[0]!);
      times.note("longest frame", longest);
      times.note("blank frames", blank);
      times.note("bare frames", bare);
      times.note("frames", frames);
      for (const time of await hitTestTimes(stage.workbench.page)) times.note("hit test", time);
    }
    const growth = await measureGrowth(stage, scale.growth);
    const figures = [
      ...peerFigures(stage, times),
      ...typingFigures(times),
      atMost("hit test", times.median("hit test"), "µs", HIT_BAR_US),
      reported("scroll at 7,200 px/s: frames", times.median("frames"), ""),
      atMost("scroll: longest frame, median of the runs", times.median("longest frame"), "ms", FRAME_BAR_MS),
      reported("scroll: longest frame of all runs", times.most("longest frame"), "ms"),
      atMost("scroll: blank frames, all runs", times.all("blank frames").reduce((a, b) => a + b), "", 0),
      atMost("scroll: frames with words that lack their marks, all runs", times.all("bare frames").reduce((a, b) => a + b), "", 0),
      ...(await heapFigures(stage)),
      ...openFigures(times),
      ...growthFigures(growth),
    ];
    return { figures, growth };
  } finally {
    await stage.close();
  }
}
