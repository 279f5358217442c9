import { chromium } from "playwright-core";
import type { BrowserContext } from "playwright-core";
import type { Api } from "../../support/api.ts";
import { startBuiltServer } from "../../support/server.ts";
import { buildPages, PAGES } from "./build-pages.ts";
import type { PageName } from "./build-pages.ts";
import { BusyPage } from "./busy.ts";
import { benchSource } from "./corpus.ts";
import type { BenchSize, BenchSource } from "./corpus.ts";
import { fillCase, personOf, signIn } from "./fill-case.ts";
import { Workbench } from "./workbench.ts";

/** All that is measured side by side: the product on its filled case, its peers on the same text. */
export interface Stage {
  context: BrowserContext;
  long: readonly BenchSource[];
  workbench: Workbench;
  /** Milliseconds a page is left alone after each act, see Workbench. */
  quiet: number;
  /** Another annotator of the desk. */
  colleague: Api;
  peer(name: PageName): Promise<BusyPage>;
  close(): Promise<void>;
}

const CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const VIEWPORT = { width: 1440, height: 900 };

export async function openStage(size: BenchSize, quiet: number): Promise<Stage> {
  const server = await startBuiltServer();
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: CHROMIUM_ARGS });
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  try {
    const long = ["Morning", "Noon", "Evening"].map((opening) => benchSource(size, opening));
    const filled = await fillCase(server.url, long);
    const context = await browser.newContext({ baseURL: server.url, viewport: VIEWPORT });
    // The runner marks functions with a helper of its own, which pages that are handed one of them have to know.
    await context.addInitScript("globalThis.__name ??= (named) => named");
    const headers = { origin: server.url };
    const signedIn = await context.request.post("/api/auth/sign-in/email", { data: personOf("priya"), headers });
    if (!signedIn.ok()) throw new Error(`Nobody could sign in: ${signedIn.status()}`);
    const workbench = new Workbench(await BusyPage.of(await context.newPage()), filled, quiet);
    await workbench.open([0]);
    const pages = await buildPages(await stylesOf(workbench));
    await context.route("**/bench/*", (route) => {
      const name = PAGES.find((one) => route.request().url().endsWith(`/${one}`));
      return name === undefined ? route.abort() : route.fulfill({ contentType: "text/html", body: pages[name] });
    });
    const opened = new Map<PageName, BusyPage>();
    const peer = async (name: PageName): Promise<BusyPage> => {
      const known = opened.get(name);
      if (known !== undefined) return known;
      const busy = await BusyPage.of(await context.newPage());
      await busy.page.goto(`/bench/${name}`);
      await busy.page.evaluate((wanted) => window.peer.load(wanted), size);
      opened.set(name, busy);
      return busy;
    };
    return { context, long, quiet, workbench, colleague: await signIn(server.url, "ana"), peer, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The product's own styles, so that every page lays the same letters out. */
function stylesOf({ page }: Workbench): Promise<string> {
  return page.evaluate(() => [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.outerHTML).join(""));
}

async function chromiumPath(): Promise<string> {
  const path = new URL("../../support/find-chromium.mjs", import.meta.url).href;
  const finder = (await import(path)) as { findChromium(say: (line: string) => void): Promise<string> };
  return finder.findChromium((line) => console.error(line));
}
