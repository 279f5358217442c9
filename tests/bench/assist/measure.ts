/** Runs in a process of its own, bundled as the product is, so that its memory and its speed are the product's. */
import { checkSources } from "@assay/assist";
import { benchCase } from "./corpus.ts";

export interface Measured {
  times: number[];
  /** What the processor worked for each, collecting garbage included: it does not hang on who else is at work. */
  work: number[];
  /** Largest resident set of the process, in MB. */
  peak: number;
  cells: number;
}

const [sources = 3, words = 600, claims = 25, runs = 5, warm = 1] = process.argv.slice(2).map(Number);

// What is loaded once a process (tagger, vectors) is no part of a check.
const small = benchCase(2, 200, 3);
await checkSources(small.sources, small.claims);
const desk = benchCase(sources, words, claims);
const times: number[] = [];
const work: number[] = [];
let cells = 0;
for (let run = 0; run < runs + warm; run += 1) {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const report = await checkSources(desk.sources, desk.claims);
  const { user, system } = process.cpuUsage(before);
  if (run >= warm) {
    times.push(performance.now() - began);
    work.push((user + system) / 1000);
  }
  cells = report.claims.reduce((sum, claim) => sum + claim.cells.length, 0);
}
const measured: Measured = { times, work, peak: process.resourceUsage().maxRSS / 1024, cells };
process.stdout.write(JSON.stringify(measured));
