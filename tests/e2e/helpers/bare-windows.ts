import { chromium } from "@playwright/test";

/**
 * Chromium draws what drops from its address bar as a page of its own, two of them in every window, though nobody sees
 * them: half of what opening a window costs. Nothing that a test looks at is in there.
 */
const UNSEEN = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

/** The switch that leaves them out. Only the last of its kind counts, so what Playwright leaves out is said again. */
export async function bareWindows(): Promise<string> {
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  const browser = await chromium.launchServer({ executablePath, args: ["--no-sandbox"] });
  const name = "--disable-features=";
  const own = browser.process().spawnargs.filter((arg) => arg.startsWith(name)).map((arg) => arg.slice(name.length));
  await browser.close();
  return `${name}${[...own, ...UNSEEN].join(",")}`;
}
