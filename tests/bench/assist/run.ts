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

const CLAIMS = 25;
const GROWTH = [25, 50, 100, 200, 350, 500];
/** Beside dist of the other commands, which npm and git leave alone, so that packages are found. */
const BUILT = join(ROOT, "apps/cli/dist/bench-assist");

export interface GrowthPoint {
  sources: number;
  ms: number;
}

/** Suggestions for three sources and for fifty, how they grow, what they weigh, and whether the server answers meanwhile. */
export async function runAssistBench(plot: string | undefined): Promise<Figure[]> {
  await bundle();
  try {
    const three = await measure([3, 600, CLAIMS, 15, 5]);
    const growth: GrowthPoint[] = [];
    let peak = 0;
    for (const sources of GROWTH) {
      const one = await measure([sources, 1000, CLAIMS, sources > 100 ? 1 : 3, sources > 100 ? 0 : 1]);
      growth.push({ sources, ms: median(one.times) });
      if (sources === 50) ({ peak } = one);
    }
    if (plot !== undefined) writeFileSync(plot, plotGrowth(growth));
    const at = (sources: number) => growth.find((point) => point.sources === sources)?.ms ?? Number.NaN;
    const ratio = at(500) / at(50);
    const most = (500 * Math.log(500)) / (50 * Math.log(50));
    const p99 = await healthzWhileReading();
    return [
      bar("three sources × 600 words, warm: median", median(three.times), 150, "ms"),
      bar(`50 sources × 1,000 words, ${CLAIMS} claims: median`, at(50), 5000, "ms"),
      ...growth.map(({ sources, ms }): Figure => ({ figure: `${sources} sources × 1,000 words`, value: ms, unit: "ms", bar: "", holds: null })),
      bar("500 sources, times 50 sources (n log n)", ratio, Number(most.toFixed(1)), "×"),
      bar("peak memory, 50 sources", peak, 300, "MB"),
      bar("/healthz while a case of 50 sources is read: p99", p99, 50, "ms"),
    ];
  } finally {
    rmSync(BUILT, { recursive: true, force: true });
  }
}

const bar = (figure: string, value: number, most: number, unit: string): Figure => ({ figure, value, unit, bar: `≤ ${most} ${unit}`, holds: value <= most });

async function measure(args: number[]): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(BUILT, "measure.mjs"), ...args.map(String)], { maxBuffer: 2 ** 20 });
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
