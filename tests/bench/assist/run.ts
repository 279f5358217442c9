import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { ROOT } from "../../../apps/server/bin/prepare.mjs";
import { median } from "../../support/figures.ts";
import type { Figure } from "../../support/figures.ts";
import { healthzWhileReading } from "./healthz.ts";
import type { Measured } from "./measure.ts";
import { plotGrowth } from "./plot-growth.ts";
import type { GrowthPoint } from "./plot-growth.ts";

const CLAIMS = 25;
const TIMED = 15;
const GROWTH = [25, 50, 100, 200, 350, 500];
/** What the server allows the thread that reads; by its limit V8 chooses how long it lets garbage lie. */
const THREAD_MB = 512;
/** Beside dist of the other commands, which npm and git leave alone, so that packages are found. */
const BUILT = join(ROOT, "apps/cli/dist/bench-assist");

/** Suggestions for three sources and for fifty, how they grow, what they weigh, and whether the server answers meanwhile. */
export async function runAssistBench(plot: string | undefined): Promise<Figure[]> {
  await bundle();
  try {
    const three = await measure([3, 600, CLAIMS, 45, 5]);
    const [soon, work] = [three.times.slice(0, TIMED), three.work.slice(0, TIMED)];
    const fifty = await measure([50, 1000, CLAIMS, 3, 1]);
    const limited = await measure([50, 1000, CLAIMS, 3, 1], [`--max-old-space-size=${THREAD_MB}`]);
    const growth: GrowthPoint[] = [];
    for (const sources of GROWTH) {
      // A first reading each: what the compiler makes of the code is in all of them alike.
      const { work } = await measure([sources, 1000, CLAIMS, 1, 0]);
      growth.push({ sources, ms: median(work) });
    }
    if (plot !== undefined) writeFileSync(plot, plotGrowth(growth));
    const at = (sources: number) => growth.find((point) => point.sources === sources)?.ms ?? Number.NaN;
    const ratio = at(500) / at(50);
    const most = (500 * Math.log(500)) / (50 * Math.log(50));
    const p99 = await healthzWhileReading();
    return [
      bar("three sources × 600 words, warm (readings 6 to 20 of a process): median", median(soon), 150, "ms"),
      reported("three sources: work of the processor", median(work), "ms"),
      reported("three sources, once the compiler is done with the code (readings 36 to 50): median", median(three.times.slice(-TIMED)), "ms"),
      bar(`50 sources × 1,000 words, ${CLAIMS} claims: median`, median(fifty.times), 5000, "ms"),
      reported("50 sources: work of the processor", median(fifty.work), "ms"),
      ...growth.map(({ sources, ms }) => reported(`${sources} sources × 1,000 words, read once: work of the processor`, ms, "ms")),
      bar("500 sources, times 50 sources (n log n)", ratio, Number(most.toFixed(1)), "×"),
      bar(`peak memory, 50 sources read four times with the limit of the reading thread (${THREAD_MB} MB)`, limited.peak, 300, "MB"),
      reported("peak memory of the same without a limit", fifty.peak, "MB"),
      bar("/healthz while a case of 50 sources is read: p99", p99, 50, "ms"),
    ];
  } finally {
    rmSync(BUILT, { recursive: true, force: true });
  }
}

const bar = (figure: string, value: number, most: number, unit: string): Figure => ({ figure, value, unit, bar: `≤ ${most} ${unit}`, holds: value <= most });

const reported = (figure: string, value: number, unit: string): Figure => ({ figure, value, unit, bar: "", holds: null });

async function measure(args: number[], flags: string[] = []): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, join(BUILT, "measure.mjs"), ...args.map(String)], { maxBuffer: 2 ** 20 });
  return JSON.parse(stdout) as Measured;
}

/** As the server is built: the workspace's code in one file, packages where npm put them. */
async function bundle(): Promise<void> {
  mkdirSync(BUILT, { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["tests/bench/assist/measure.ts"],
    outfile: join(BUILT, "measure.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
    plugins: [
      {
        name: "workspace-only",
        setup(b) {
          b.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
            kind === "entry-point" || path.startsWith("@assay/") ? undefined : { path, external: true },
          );
        },
      },
    ],
  });
}
