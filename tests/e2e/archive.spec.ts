import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { expectNoViolations } from "./helpers/axe.ts";
import { addClaim, addSource, addTag, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";

const TEXT = "Quay shut\n\nThe quay at Merrow was shut at noon 🛟 on Monday, the harbour office said.";
const PHONE = { width: 390, height: 844 };

let made: MadeCase;
test.beforeAll(async () => {
  made = await makeCase("The quay at Merrow");
  const sourceId = await addSource(made, { publisher: "Merrow Post", text: TEXT });
  const claimId = await addClaim("wren", made, "The quay was shut at noon.");
  await addTag("ana", made, { claimId, sourceId, stance: "verified", words: "shut at noon" }, true);
});
async function expectFits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
}

test("a lead downloads a case as one file, which comes back as a copy where the case is, with its history", async ({
  browser,
}) => {
  const wren = await pageAs(browser, "wren");
  await wren.goto(`${made.path}/report`);
  const section = wren.getByRole("region", { name: "Archive" });
  const downloading = wren.waitForEvent("download");
  await section.getByRole("button", { name: "Download the archive" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^the-quay-at-merrow-\d{4}-\d\d-\d\d\.assay\.zip$/);
  const told = /was handed to the browser: [\d.]+ kB, sha256 ([0-9a-f]{4} ?){16}/;
  await expect(section.getByRole("status")).toContainText(told);
  await expectNoViolations(wren, "the report page with an archive", ".report-options");

  const path = await download.path();
  await wren.goto(made.path);
  await wren.getByRole("link", { name: /The quay at Merrow/ }).click();
  await wren.getByRole("button", { name: "Import an archive" }).click();
  const dialog = wren.getByRole("dialog");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog).toContainText("Choose an archive: a file that ends in .assay.zip.");
  await dialog.getByLabel("Archive").setInputFiles(path);
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("is on this server already");
  // Some byte in the middle is another.
  const broken = await readFile(path);
  broken[broken.length >> 1] = (broken[broken.length >> 1] ?? 0) ^ 1;
  await dialog.getByLabel("Archive").setInputFiles({ name: "b.zip", mimeType: "application/zip", buffer: broken });
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("changed or damaged after it was made");
  await expectNoViolations(wren, "a refused archive");

  await dialog.getByLabel("Archive").setInputFiles(path);
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await dialog.getByRole("button", { name: "Import as a copy" }).click();
  await expect(dialog.getByRole("heading", { name: "The case is here" })).toBeVisible();
  await expect(dialog).toContainText(/The log’s \d+ entries follow from the first to the last/);
  await expect(dialog).toContainText("This is a copy: its ids are its own");
  await expect(dialog).toContainText("Everybody whose work is in it has an account here.");
  await expectNoViolations(wren, "an imported archive");
  await wren.setViewportSize(PHONE);
  await expectFits(wren);
  await wren.setViewportSize({ width: 1440, height: 900 });
  await dialog.getByRole("link", { name: "Open the case" }).click();
  await expect(wren).not.toHaveURL(new RegExp(made.caseId));
  await wren.getByRole("link", { name: "History", exact: true }).click();
  await expect(wren.getByText(/imported the case from an archive of “/)).toBeVisible();
});

test("an annotator is told whom to ask for an archive", async ({ browser }) => {
  const ana = await pageAs(browser, "ana");
  await ana.goto(`${made.path}/report`);
  const shut = ana.getByRole("region", { name: "Archive" }).getByRole("button", { name: "Download the archive" });
  await expect(shut).toHaveAttribute("aria-disabled", "true");
  await expect(shut).toHaveAccessibleDescription(/An annotator cannot manage cases/);
});

test("linked data is previewed as it is downloaded: annotations that other tools read, by their quotations", async ({
  browser,
}) => {
  const wren = await pageAs(browser, "wren");
  await wren.goto(`${made.path}/report?format=annotations`);
  const preview = wren.getByRole("region", { name: "Preview" });
  await expect(preview.getByRole("heading", { name: "Preview, Web Annotation" })).toBeVisible();
  await expect(preview).toContainText('"http://www.w3.org/ns/anno.jsonld"');
  await expect(preview).toContainText('"exact": "shut at noon"');
  await expect(wren.getByText("No claim in scope is rated, so this file lists none.")).toBeVisible();
  await wren.getByRole("radio", { name: "Preview ClaimReview" }).check();
  await expect(preview).toContainText('"@context": "https://schema.org"');
});
