import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { demoCase, demoFiles } from "@assay/seeds";
import { caseView, tagIdOf } from "./helpers/case-data.ts";
import { pageAs } from "./helpers/people.ts";
import type { DemoName } from "./helpers/people.ts";

/** Pictures for the documentation, of the demo case as nobody has touched it yet. */

const FOLDER = fileURLToPath(new URL("../../docs/screens/", import.meta.url));
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Picture {
  name: string;
  as: DemoName;
  /** A phone has neither panels to hide nor sources side by side. */
  phone: boolean;
  show: (page: Page, demo: string) => Promise<void>;
}

/** A claim on which the three dispatches differ, with the source that stands against the others. */
const PLACE = "claim=2&source=2";

async function openWorkbench(page: Page, demo: string): Promise<void> {
  await page.goto(`${demo}?${PLACE}`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
}

const PICTURES: Picture[] = [
  { name: "workbench", as: "ana", phone: true, show: openWorkbench },
  {
    name: "focus",
    as: "ana",
    phone: false,
    show: async (page, demo) => {
      await openWorkbench(page, demo);
      await page.keyboard.press("f");
      await expect(page.locator(".pane").filter({ visible: true })).toHaveCount(1);
    },
  },
  {
    name: "panels-hidden",
    as: "ana",
    phone: false,
    show: async (page, demo) => {
      await openWorkbench(page, demo);
      await page.keyboard.press("\\");
      await expect(page.getByRole("complementary", { name: /^Claim/ })).toBeHidden();
    },
  },
  {
    name: "jump",
    as: "ana",
    phone: true,
    show: async (page, demo) => {
      await openWorkbench(page, demo);
      await page.getByRole("button", { name: /^Jump to/ }).click();
      await page.getByRole("combobox", { name: "Jump to" }).fill("call");
    },
  },
  {
    name: "suggestions",
    as: "ana",
    phone: true,
    show: async (page, demo) => {
      await page.goto(`${demo}/suggestions?source=3`);
      await expect(page.getByRole("button", { name: /^Accept/ }).first()).toBeVisible({ timeout: 60_000 });
    },
  },
  {
    name: "differences",
    as: "ana",
    phone: true,
    show: async (page, demo) => {
      await page.goto(`${demo}/suggestions?list=differences`);
      await expect(page.getByRole("region", { name: "Differences" }).locator("blockquote").first()).toBeVisible({ timeout: 60_000 });
    },
  },
  {
    name: "matrix",
    as: "wren",
    phone: true,
    show: async (page, demo) => {
      await page.goto(`${demo}/matrix`);
      await expect(page.getByRole("grid", { name: "Claims by sources" })).toBeVisible();
    },
  },
  {
    name: "review",
    as: "teo",
    phone: true,
    show: async (page, demo) => {
      await page.goto(`${demo}/review/${await tagIdOf(page, demo, 8, 3)}`);
      await expect(page.getByRole("region", { name: "Tag and evidence" })).toBeVisible();
    },
  },
  {
    name: "report",
    as: "wren",
    phone: true,
    show: async (page, demo) => {
      await page.goto(`${demo}/report`);
      await expect(page.frameLocator("iframe").getByRole("heading").first()).toBeVisible();
    },
  },
  {
    name: "build",
    as: "wren",
    phone: true,
    show: async (page, demo) => {
      await page.goto(`${demo}/report/build`);
      await expect(page.getByRole("button", { name: "Templates" })).toBeVisible();
      if ((page.viewportSize()?.width ?? 0) < 761) return;
      await expect(page.frameLocator("iframe").getByRole("heading").first()).toBeVisible();
    },
  },
  {
    name: "release",
    as: "wren",
    phone: true,
    show: async (page, demo) => {
      await page.goto(`${demo}/report/release`);
      await expect(page.getByRole("heading", { name: /^What blocks it/ })).toBeVisible();
    },
  },
  {
    name: "compare",
    as: "ana",
    phone: true,
    show: async (page, demo) => {
      await page.goto(`${demo}?${PLACE}&compare=true`);
      await expect(page.getByRole("button", { name: /^End/ })).toBeVisible();
    },
  },
  {
    name: "sources",
    as: "ana",
    phone: true,
    show: async (page, demo) => {
      await page.goto(`${demo}/sources`);
      await expect(page.getByRole("heading", { name: "Sources" })).toBeVisible();
    },
  },
  {
    name: "home",
    as: "wren",
    phone: true,
    show: async (page) => {
      await page.goto("/");
      await expect(page.locator(".homecase").first()).toBeVisible();
    },
  },
];

for (const { name, as, phone, show } of PICTURES) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const small of phone ? [false, true] : [false]) {
      const file = `${name}${small ? "-phone" : ""}-${colorScheme}.png`;
      test(file, async ({ browser }) => {
        const viewport = small ? PHONE : WIDE;
        const page = await pageAs(browser, as, { colorScheme, viewport, reducedMotion: "reduce", hasTouch: small });
        await page.goto("/");
        await page.locator(".homecase-name a").first().click();
        await expect(page).toHaveURL(/\/c\//);
        const demo = new URL(page.url()).pathname.replace(/(\/c\/[^/]+).*/, "$1");
        // The demo is as old in every picture as it was in the last, however slow the machine is.
        const { tags } = await caseView(page);
        const newest = Math.max(...tags.map(({ updatedAt }) => new Date(updatedAt).getTime()));
        await page.clock.setFixedTime(newest + 5 * 60_000);
        await show(page, demo);
        await settle(page);
        await page.screenshot({ path: FOLDER + file, animations: "disabled", caret: "hide" });
        await page.context().close();
      });
    }
  }
}

/** What `assay check` writes of the demo's three dispatches, which needs no server. */
const PARTS = [
  { name: "check-light", part: "main", colorScheme: "light", viewport: WIDE },
  { name: "check-dark", part: "main", colorScheme: "dark", viewport: WIDE },
  { name: "check-phone-light", part: "main", colorScheme: "light", viewport: PHONE },
  { name: "check-differences-light", part: "differences", colorScheme: "light", viewport: WIDE },
  { name: "check-claims-light", part: "claims", colorScheme: "light", viewport: WIDE },
] as const;

test("the page of assay check", async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), "assay-screens-"));
  const files = demoFiles().map(({ name, bytes }) => {
    writeFileSync(join(folder, name), bytes);
    return name;
  });
  const command = fileURLToPath(new URL("../../apps/cli/bin/assay.mjs", import.meta.url));
  const dates = files.flatMap((name, at) => ["--published", `${name}=${demoCase.sources[at]?.meta.publishedAt ?? "2025-06-14"}`]);
  execFileSync(process.execPath, [command, "check", ...files, ...dates, "--out", "check.html"], { cwd: folder, stdio: "pipe" });
  for (const { name, part, colorScheme, viewport } of PARTS) {
    const page = await (await browser.newContext({ colorScheme, viewport })).newPage();
    await page.goto(`file://${folder}/check.html${part === "main" ? "" : `#${part}`}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^What three sources say/);
    await page.screenshot({ path: `${FOLDER}${name}.png` });
    await page.context().close();
  }
  rmSync(folder, { recursive: true });
});

/** Typefaces there, nothing on its way, the pointer out of sight. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
