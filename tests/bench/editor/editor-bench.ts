import { chromium, type Browser } from "playwright-core";
import { median, type Figure } from "../../support/figures.ts";
import { buildPages } from "./build-pages.ts";

const ROUNDS = 7;
const ADDS_PER_ROUND = 9;
const ADD_BAR = 5;

interface Round {
  mounted: number;
  adds: number[];
}

declare global {
  interface Window {
    bench: { mounted: number; add(run: number): Promise<number> };
  }
}

/** Mounting a source of 1,000 paragraphs and 500 marks, and adding one mark to it, beside the floor in the same run. */
export async function runEditorBench(): Promise<Figure[]> {
  const pages = await buildPages();
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_ARGS });
  try {
    const product: Round[] = [];
    const floor: Round[] = [];
    await playRound(browser, pages.floor);
    await playRound(browser, pages.product);
    for (let round = 0; round < ROUNDS; round++) {
      floor.push(await playRound(browser, pages.floor));
      product.push(await playRound(browser, pages.product));
    }
    return figures(product, floor);
  } finally {
    await browser.close();
  }
}

const CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];

async function chromiumPath(): Promise<string> {
  const path = new URL("../../support/find-chromium.mjs", import.meta.url).href;
  const finder = (await import(path)) as { findChromium(say: (line: string) => void): Promise<string> };
  return finder.findChromium((line) => console.error(line));
}

async function playRound(browser: Browser, html: string): Promise<Round> {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  try {
    await page.setContent(html);
    return await page.evaluate(async (count) => {
      const adds: number[] = [];
      for (let run = 0; run < count; run++) adds.push(await window.bench.add(run));
      // The first addition warms code and caches that mounting did not touch.
      return { mounted: window.bench.mounted, adds: adds.slice(1) };
    }, ADDS_PER_ROUND + 1);
  } finally {
    await page.close();
  }
}

function figures(product: readonly Round[], floor: readonly Round[]): Figure[] {
  const mount = [product, floor].map((rounds) => median(rounds.map(({ mounted }) => mounted)));
  const add = [product, floor].map((rounds) => median(rounds.flatMap(({ adds }) => adds)));
  return [
    ...compare("mount 1,000 paragraphs, 500 marks", mount[0]!, mount[1]!, null),
    ...compare("add one mark", add[0]!, add[1]!, ADD_BAR),
  ];
}

function compare(what: string, product: number, floor: number, bar: number | null): Figure[] {
  const noBar = { bar: "", holds: null };
  const ratio = product / Math.max(floor, Number.EPSILON);
  return [
    { figure: `${what}: product`, value: product, unit: "ms", ...noBar },
    { figure: `${what}: static HTML floor`, value: floor, unit: "ms", ...noBar },
    { figure: `${what}: product / floor`, value: ratio, unit: "×", ...(bar === null ? noBar : { bar: `≤ ${bar}`, holds: ratio <= bar }) },
  ];
}
