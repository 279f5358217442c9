import { readFile, writeFile } from "node:fs/promises";
import type { TestServer } from "@assay/db/test-database";
import { openPlay } from "../../apps/server/src/testing/converge-desk.ts";
import { converge } from "../../apps/server/src/testing/converge.ts";
import type { Outcome } from "../../apps/server/src/testing/converge.ts";
import { openDesk } from "../../apps/server/src/testing/desk.ts";
import type { Desk } from "../../apps/server/src/testing/desk.ts";

const KEPT = new URL("converge-seeds.json", import.meta.url);

/** Seeds that once ended with a page that showed something else than what was stored; played first, for ever. */
export async function keptSeeds(): Promise<number[]> {
  return JSON.parse(await readFile(KEPT, "utf8")) as number[];
}

export async function keepSeeds(seeds: readonly number[]): Promise<void> {
  const all = [...new Set([...(await keptSeeds()), ...seeds])].toSorted((a, b) => a - b);
  await writeFile(KEPT, `${JSON.stringify(all)}\n`);
}

export interface PlayedSeed extends Outcome {
  seed: number;
}

interface PlaySeeds {
  operations: number;
  /** Cases at the same time. */
  atOnce: number;
  /** The Postgres to play on; within vitest, the run's own. */
  on?: TestServer;
  onPlayed?(played: PlayedSeed): void;
}

/** Each seed on a case of its own, on servers whose clocks differ by seconds. */
export async function playSeeds(seeds: readonly number[], options: PlaySeeds): Promise<PlayedSeed[]> {
  const { operations, atOnce, on, onPlayed } = options;
  const skewed = () => new Date(Date.now() + Math.round(Math.random() * 4_000));
  const desk = await openDesk({ now: skewed }, on);
  const played: PlayedSeed[] = [];
  const waiting = seeds.slice();
  async function playOn(): Promise<void> {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const one = { seed, ...(await playSeed(desk, seed, operations)) };
      played.push(one);
      onPlayed?.(one);
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, playOn));
    return played;
  } finally {
    await desk.close();
  }
}

/** What no rule foresees fails a seed as a divergence does, and the others go on. */
async function playSeed(desk: Desk, seed: number, operations: number): Promise<Outcome> {
  try {
    return await converge(await openPlay(desk, seed, operations));
  } catch (error) {
    const divergence = error instanceof Error ? error.message : String(error);
    return { done: 0, refused: 0, retried: 0, disconnects: 0, divergence };
  }
}
