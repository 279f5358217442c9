import { defineConfig } from "@playwright/test";

// In a worker: the address of its own server, which the global set-up started on a throw-away database.
const ofLane = process.env.ASSAY_LANES?.split(" ")[Number(process.env.TEST_PARALLEL_INDEX)];
if (ofLane !== undefined) process.env.ASSAY_URL = ofLane;

/** All browser tests, one after the other, for those who ask for some by name. `npm test` takes them in lanes.config.ts. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  // Makes pictures and proves nothing: `npm run screens`.
  testIgnore: "screens.spec.ts",
  globalSetup: "./global-setup.ts",
  outputDir: "../../test-results",
  fullyParallel: false,
  workers: 1,
  // Once more on a fresh page: a busy machine can starve a browser. What needed it is named at the end of `npm test`.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json"]],
  use: {
    baseURL: process.env.ASSAY_URL,
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    // A film of every page would cost a fifth of the whole run; the snapshots of the trace show the same.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        ...(process.env.ASSAY_BARE_WINDOWS ? [process.env.ASSAY_BARE_WINDOWS] : []),
      ],
    },
  },
});
