import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { exportReport } from "@assay/reports";
import { everyBlock } from "../../packages/reports/src/testing/every-block.ts";
import { expectNoViolations } from "./helpers/axe.ts";

test("a report with every block stands by itself: axe, a phone, no requests, the same sheets each time", async ({
  browser,
}, testInfo) => {
  const file = testInfo.outputPath("report.html");
  writeFileSync(file, exportReport(everyBlock(), "html").bytes);
  // The page lets no script run, axe's neither.
  const page = await (await browser.newContext({ bypassCSP: true, reducedMotion: "reduce" })).newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  await expect(page.getByRole("heading", { level: 1, name: "Aground" })).toBeVisible();
  expect(asked).toEqual([pathToFileURL(file).href]);
  // The figures of each chart as a table.
  for (const summary of await page.getByText("Figures of this chart").all()) await summary.click();
  await expect(page.locator("figure.chart table")).toHaveCount(2);
  await expectNoViolations(page, "every block, light, wide");
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolations(page, "every block, dark, wide", "color-contrast");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoViolations(page, "every block, dark, on a phone");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  const sheets = async (): Promise<number> => {
    const printed = await page.pdf({ preferCSSPageSize: true });
    return printed.toString("latin1").match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
  };
  const first = await sheets();
  expect(first).toBeGreaterThan(3);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
  expect(await sheets(), "on a wide screen and on a phone").toBe(first);
  await page.context().close();
});
