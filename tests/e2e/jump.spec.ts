import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { expectNoViolations } from "./helpers/axe.ts";
import { Bench } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, apiOf, makeCase } from "./helpers/case-maker.ts";
import { newId } from "../support/api.ts";
import { demoPerson, pageAs } from "./helpers/people.ts";

async function jump(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Jump to" })).toBeVisible();
  await page.keyboard.type(words);
}

const options = (page: Page) => page.getByRole("dialog", { name: "Jump to" }).getByRole("option");

/** Two sources, three claims of which the last is withdrawn, and Ana's draft on the first. */
async function readyCase() {
  const made = await makeCase("Jumping at Sluice Nine");
  const sourceId = await addSource(made, { publisher: "Sluice Gazette", text: "The gate jammed at noon. Two boats waited." });
  await addSource(made, { publisher: "Canal Radio", text: "Boats were held for an hour." });
  const claimId = await addClaim("ana", made, "The gate jammed at noon.");
  await addClaim("ana", made, "Two boats waited below Élise’s lock.");
  const gone = await addClaim("ana", made, "A boat sank.");
  const ana = await apiOf("ana");
  await ana.claim.withdraw.mutate({ mutationId: newId(), caseId: made.caseId, claimId: gone, baseVersion: 1 });
  await addTag("ana", made, { claimId, sourceId, stance: "verified", words: "The gate jammed at noon" });
  return made;
}

test("one key leads by name to a claim, a source, a person and a page, and what is half typed is kept", async ({ browser }) => {
  const made = await readyCase();
  const page = await pageAs(browser, "ana");
  const bench = new Bench(page);
  await page.goto(`${made.path}?claim=1&source=1`);

  // In the middle of a sentence: the key is not typed, and the sentence is there on return.
  await bench.inspector.getByLabel("Rationale").fill("Half a thought");
  await jump(page, "elise's boats");
  await expect(options(page)).toHaveText([/C2.*Two boats waited/]);
  await expectNoViolations(page, "jump");
  await page.keyboard.press("Enter");
  await expect(bench.ledger.getByRole("option", { selected: true })).toContainText("Two boats waited");
  await expect(page).toHaveURL(/claim=2/);
  await expect.poll(async () => (await caseView(page, made.path)).tags[0]?.rationale).toBe("Half a thought");

  await jump(page, "canal");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/claim=2&source=2/);
  await expect(page.getByRole("region", { name: "Canal Radio", exact: true })).toBeFocused();

  await jump(page, "matr");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/matrix/);
  await jump(page, "c1");
  await page.keyboard.press("Enter");
  await expect(bench.ledger.getByRole("option", { selected: true })).toContainText("The gate jammed");
  await expect(bench.inspector.getByLabel("Rationale")).toHaveValue("Half a thought");

  await jump(page, demoPerson("ana").name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/history\?.*by=/);
  await jump(page, "sank");
  await expect(options(page)).toHaveText([/C3.*A boat sank.*withdrawn/]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/history\?claim=3/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.context().close();
});

test("from one case to another, by the button on a phone; what is not found is said, and Escape changes nothing", async ({
  browser,
}) => {
  const made = await readyCase();
  const other = await makeCase("The other mill race");
  const page = await pageAs(browser, "ana", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto(`${made.path}?claim=1&source=1`);
  await page.getByRole("button", { name: /^Jump to/ }).tap();
  const field = page.getByRole("combobox", { name: "Jump to" });
  await field.fill("no such thing");
  await expect(page.getByText("Nothing here has “no such thing” in its name.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(/claim=1&source=1/);
  await page.getByRole("button", { name: /^Jump to/ }).tap();
  await field.fill("mill race");
  await options(page).filter({ hasText: "The other mill race" }).tap();
  await expect(page).toHaveURL(new RegExp(`${other.path}(\\?|$)`));
  await expect(page.getByRole("link", { name: "The other mill race" })).toBeVisible();
  await page.context().close();
});
