import { readFile, writeFile } from "node:fs/promises";
import type { TestServer } from "@assay/db/test-database";
import type { Stage } from "./actors.ts";
import { openStage } from "./actors.ts";
import type { Tally } from "./play.ts";
import { emptyTally, playRun } from "./play.ts";

const KEPT = new URL("failing-seeds.json", import.meta.url);

export interface Played {
  runs: number;
  tally: Tally;
  failures: { seed: number; message: string }[];
}

/** Seeds that once broke a rule; they are played before any other, for ever. */
export async function failingSeeds(): Promise<number[]> {
  return JSON.parse(await readFile(KEPT, "utf8")) as number[];
}

export interface PlayOptions {
  first?: number;
  /** Writes seeds that break a rule to those that are played for ever. */
  keep?: boolean;
  say?: (line: string) => void;
  /** The Postgres to play on; within vitest, the run's own. */
  on?: TestServer | undefined;
}

/** Plays kept seeds, then `runs` new ones from `first` on. */
export async function playRuns(runs: number, { first = 1, keep, say, on }: PlayOptions = {}): Promise<Played> {
  const kept = await failingSeeds();
  const stage = await openStage(on);
  const played: Played = { runs: 0, tally: emptyTally(), failures: [] };
  try {
    const seeds = [...kept, ...Array.from({ length: runs }, (_, index) => first + index)];
    for (const seed of seeds) {
      const failure = await playOne(stage, seed, played);
      if (failure !== null) say?.(`seed ${seed}: ${failure}`);
      if (played.runs % 100 === 0) say?.(`${played.runs} of ${seeds.length} runs, ${played.failures.length} failed`);
    }
  } finally {
    await stage.close();
  }
  const found = [...new Set([...kept, ...played.failures.map(({ seed }) => seed)])].toSorted((a, b) => a - b);
  if (keep === true && found.length > kept.length) await writeFile(KEPT, `${JSON.stringify(found, null, 2)}\n`);
  return played;
}

/** What went wrong, or null. */
async function playOne(stage: Stage, seed: number, played: Played): Promise<string | null> {
  played.runs += 1;
  try {
    await playRun(stage, seed, played.tally);
    return null;
  } catch (error) {
    // fast-check wraps what went wrong in a list of all commands; the seed says as much.
    const told = error instanceof Error ? (error.cause ?? error) : error;
    const message = told instanceof Error ? told.message : String(told);
    played.failures.push({ seed, message });
    return message;
  }
}
