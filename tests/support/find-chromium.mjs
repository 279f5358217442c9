/** Finds a Chromium or Chrome for the browser tests, and gets one where there is none. Never skips in silence. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

async function installed() {
  const found = CANDIDATES.find((path) => path && existsSync(path));
  if (found) return found;
  const { chromium } = await import("playwright-core");
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : null;
}

const quiet = (command, args) => spawnSync(command, args, { stdio: "ignore", timeout: 15 * 60_000 }).status === 0;

/** @param {(line: string) => void} say @returns {Promise<string>} path of an executable */
export async function findChromium(say) {
  const found = await installed();
  if (found) return found;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    say("No Chromium found. Installing Debian's package.");
    quiet("apt-get", ["update"]);
    quiet("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  } else {
    say("No Chromium found. Downloading Playwright's.");
    quiet(process.execPath, ["node_modules/playwright-core/cli.js", "install", "chromium"]);
  }
  const now = await installed();
  if (now) return now;
  throw new Error("The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to its executable.");
}
