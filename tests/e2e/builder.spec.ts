import { expect as expectSoon, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { expectNoViolations } from "./helpers/axe.ts";
import { addClaim, addSource, addTag, apiOf, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { loseAnswers } from "./helpers/lose-answers.ts";
import { pageAs } from "./helpers/people.ts";

/** A page of the preview is made by the desk, and waits for its turn on a busy machine. */
const expect = expectSoon.configure({ timeout: 40_000 });

const TEXT = "Ferry aground\n\nThe ferry Aurora struck a sandbank at noon with 214 people aboard, the operator said.";
const PHONE = { width: 390, height: 844 };

async function ferry(title: string): Promise<MadeCase> {
  const made = await makeCase(title);
  const sourceId = await addSource(made, { publisher: "Carrow Post", text: TEXT });
  const claimId = await addClaim("wren", made, "The ferry carried 214 people.");
  await addClaim("wren", made, "The ferry struck a sandbank.");
  await addTag("ana", made, { claimId, sourceId, stance: "verified", words: "214 people aboard" }, true);
  return made;
}

const textOf = (page: Page) => page.getByRole("textbox", { name: "Report", exact: true });
const saved = (page: Page) => page.locator(".builder-saved").filter({ hasText: /^Saved/ });
const previewOf = (page: Page) => page.frameLocator("iframe[title='Preview of the report']").locator("body");
const choose = (page: Page, what: "for" | "as", value: string) =>
  page.getByRole("radiogroup", { name: `Preview ${what}` }).getByText(value, { exact: true }).click();
const blocks = (page: Page) => page.locator("[data-block]");

/** Until the preview is there: it is the last to come. */
async function openBuilder(page: Page, made: MadeCase): Promise<void> {
  await page.goto(`${made.path}/report/build`);
  await expect(previewOf(page)).toContainText("Two claims were set", { ignoreCase: true });
}

test("a report is built by keyboard alone, previewed as it will be, and kept", async ({ browser }) => {
  const made = await ferry("The grounding of the Aurora");
  const page = await pageAs(browser, "ana");
  await openBuilder(page, made);
  await expect(page.getByRole("link", { name: "Build" })).toHaveAttribute("aria-current", "page");
  await expectNoViolations(page, "the builder");

  // Into the text by Tab, to the empty paragraph by arrows: two live blocks stand above it.
  await page.getByRole("textbox", { name: "Title of the report" }).focus();
  await page.keyboard.press("Enter");
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("We read one account. ");
  await expect(previewOf(page)).toContainText("We read one account.");

  await page.keyboard.type("/claim");
  const menu = page.getByRole("listbox", { name: "Insert a block" });
  await expect(menu.getByRole("option", { selected: true })).toContainText("Claim card");
  await expectNoViolations(page, "the menu of blocks");
  await page.keyboard.press("Enter");
  const search = page.getByRole("combobox", { name: "Search claims" });
  await search.fill("sandbank");
  await expect(page.getByRole("option")).toHaveText([/C2 The ferry struck a sandbank/]);
  await expectNoViolations(page, "the picker of claims");
  await page.keyboard.press("Enter");
  await expect(page.locator(".builder-on")).toContainText("C2 The ferry struck a sandbank.");
  await expect(previewOf(page).locator(".find").first()).toContainText("The ferry struck a sandbank.");

  // Behind the card: a quotation, which moves above it, and a note for the desk alone.
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("/evidence");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Search passages" }).fill("carrow 214");
  await page.keyboard.press("Enter");
  await expect(page.locator(".builder-on")).toContainText("“214 people aboard”");
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  const cards = page.locator(".builder-live").filter({ hasText: /Claim card|Evidence/ });
  await expect(cards).toHaveText([/“214 people aboard”/, /sandbank/]);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ask the harbour office.");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".builder-inside")).toHaveText(["Internal"]);
  await expect(previewOf(page).locator(".quoted")).toContainText("214 people aboard");
  await expect(previewOf(page)).not.toContainText("Ask the harbour office.");
  await choose(page, "for", "Internal");
  await expect(previewOf(page)).toContainText("Ask the harbour office.");
  await choose(page, "for", "Public");

  // One block out and back again.
  await textOf(page).focus();
  const before = await blocks(page).count();
  await page.keyboard.press("Control+Shift+Backspace");
  await expect(blocks(page)).toHaveCount(before - 1);
  await page.keyboard.press("Control+z");
  await expect(blocks(page)).toHaveCount(before);

  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(blocks(page)).toHaveCount(before);
  await expect(cards).toHaveText([/“214 people aboard”/, /sandbank/]);
  await page.goto(`${made.path}/history`);
  await expect(page.getByText(/edited the report/).first()).toBeVisible();
  await page.context().close();
});

test("the preview keeps its place while somebody writes, and shows sheets as they print and a phone", async ({
  browser,
}) => {
  const made = await ferry("A long report");
  const page = await pageAs(browser, "ana");
  await openBuilder(page, made);
  const scrolled = () =>
    page.locator("iframe[title='Preview of the report']").evaluate((frame) => {
      return (frame as HTMLIFrameElement).contentDocument?.documentElement.scrollTop ?? -1;
    });
  await page.locator("iframe[title='Preview of the report']").evaluate((frame) => {
    (frame as HTMLIFrameElement).contentDocument?.documentElement.scrollTo(0, 240);
  });
  const last = blocks(page).last();
  await last.scrollIntoViewIfNeeded();
  await last.locator(".builder-live").click();
  await expect(page.locator(".builder-on")).toHaveText(/Corrections/);
  await page.keyboard.type("The last words.");
  await expect(previewOf(page)).toContainText("The last words.");
  expect(await scrolled()).toBe(240);

  await choose(page, "as", "Print");
  await expect(page.getByText(/^[2-9] sheets of A4$/)).toBeVisible();
  await expect(previewOf(page).locator("header nav")).toBeHidden();
  await choose(page, "as", "Phone");
  const width = await page.locator("iframe[title='Preview of the report']").evaluate((frame) => frame.clientWidth);
  expect(width).toBe(388);

  await page.setViewportSize(PHONE);
  await expectNoViolations(page, "the builder on a phone");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
  await page.getByText("Preview", { exact: true }).last().click();
  await expect(page.locator("iframe[title='Preview of the report']")).toBeVisible();
  await page.context().close();
});

test("[E5] two people write at once: what one stored reaches the other, and a conflict keeps both texts", async ({
  browser,
}) => {
  const made = await ferry("Two desks, one report");
  const [ana, teo] = await Promise.all([pageAs(browser, "ana"), pageAs(browser, "teo")]);
  await Promise.all([openBuilder(ana, made), openBuilder(teo, made)]);
  const title = (page: Page) => page.getByRole("textbox", { name: "Title of the report" });
  await title(ana).fill("By Ana");
  await expect(saved(ana)).toBeVisible();
  await expect(title(teo)).toHaveValue("By Ana");

  // Teo's desk does not answer while Ana stores another title.
  await teo.route("**/api/trpc/document.save**", (route) => route.abort());
  await title(teo).fill("By Teo");
  await expect(teo.getByText("No answer. Kept on this device")).toBeVisible();
  await title(ana).fill("By Ana, again");
  await expect(saved(ana)).toBeVisible();
  await teo.reload();
  await expect(title(teo)).toHaveValue("By Teo");
  await teo.unroute("**/api/trpc/document.save**");
  const dialog = teo.getByRole("dialog", { name: /Ana Marsh changed the report/ });
  await expect(dialog).toContainText("By Ana, again");
  await expect(dialog).toContainText("By Teo");
  await expectNoViolations(teo, "the choice between two texts");
  await dialog.getByRole("button", { name: "Save mine as new version" }).click();
  await expect(saved(teo)).toBeVisible();
  await expect(title(ana)).toHaveValue("By Teo");
  // The text that gave way is among the stored ones, and comes back from there.
  await teo.getByRole("button", { name: "Versions" }).click();
  await teo.getByRole("button", { name: /^2 Ana Marsh/ }).click();
  await expect(teo.getByRole("region", { name: "Words of this version" })).toContainText("By Ana, again");
  await expectNoViolations(teo, "the stored versions");
  await teo.getByRole("button", { name: "Put version 2 back" }).click();
  await expect(title(teo)).toHaveValue("By Ana, again");
  await Promise.all([ana.context().close(), teo.context().close()]);
});

test("[E5] whoever gives way in a conflict can have their words back", async ({ browser }) => {
  const made = await ferry("One of two reports gives way");
  const [ana, teo] = await Promise.all([pageAs(browser, "ana"), pageAs(browser, "teo")]);
  await Promise.all([openBuilder(ana, made), openBuilder(teo, made)]);
  const title = (page: Page) => page.getByRole("textbox", { name: "Title of the report" });
  await teo.route("**/api/trpc/document.save**", (route) => route.abort());
  await title(teo).fill("By Teo");
  await title(teo).press("Enter");
  await teo.keyboard.press("Control+End");
  await teo.keyboard.type("An afternoon of work.");
  await expect(teo.getByText("No answer. Kept on this device")).toBeVisible();
  await title(ana).fill("By Ana");
  await expect(saved(ana)).toBeVisible();
  await teo.unroute("**/api/trpc/document.save**");
  await teo.getByRole("dialog", { name: /Ana Marsh changed the report/ }).getByRole("button", { name: "Keep theirs" }).click();
  await expect(title(teo)).toHaveValue("By Ana");
  await expect(textOf(teo)).not.toContainText("An afternoon of work.");
  await expect(teo.getByText("Version 1 stands.")).toBeVisible();

  await textOf(teo).focus();
  await teo.keyboard.press("Control+z");
  await expect(textOf(teo)).toContainText("An afternoon of work.");
  await expect(title(teo)).toHaveValue("By Ana");
  await expect(saved(teo)).toBeVisible();
  await teo.getByRole("button", { name: "Put mine back" }).click();
  await expect(title(teo)).toHaveValue("By Teo");
  await expect(textOf(teo)).toContainText("An afternoon of work.");
  await expect(title(ana)).toHaveValue("By Teo");
  await expect(textOf(ana)).toContainText("An afternoon of work.");
  await Promise.all([ana.context().close(), teo.context().close()]);
});

test("[E4] [E5] whoever leaves the builder without a network, and writes on, is in conflict with nobody", async ({ browser }) => {
  const made = await ferry("One desk, one report");
  const page = await pageAs(browser, "ana");
  await openBuilder(page, made);
  const title = page.getByRole("textbox", { name: "Title of the report" });
  const arrived = await loseAnswers(page, ["document.save"]);
  await title.fill("By Ana");
  await expect.poll(() => arrived("document.save")).toBeGreaterThan(0);
  await page.route("**/api/trpc/document.save**", (route) => route.abort());
  await expect(page.getByText("No answer. Kept on this device")).toBeVisible();
  await page.getByRole("link", { name: "Workbench" }).click();
  await expect(page.locator("[data-block]").first()).toBeVisible();
  await page.goBack();
  await expect(title).toHaveValue("By Ana");
  await title.fill("By Ana, and more");
  await page.unrouteAll();
  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const stored = await (await apiOf("ana")).document.get.query({ caseId: made.caseId });
  expect(stored.document.title).toBe("By Ana, and more");
  await page.context().close();
});

test("[E5] a report written in two windows of one person keeps both texts on the device", async ({ browser }) => {
  const made = await ferry("One report, two windows");
  const first = await pageAs(browser, "ana");
  const second = await first.context().newPage();
  const title = (page: Page) => page.getByRole("textbox", { name: "Title of the report" });
  const another = (page: Page) => page.getByText("Another text of this report is kept on this device");
  await first.context().route("**/api/trpc/document.save**", (route) => route.abort());
  for (const [page, words] of [[first, "In the first"], [second, "In the second"]] as const) {
    await openBuilder(page, made);
    await title(page).fill(words);
    await expect(page.getByText("No answer. Kept on this device")).toBeVisible();
    if (page === first) await title(page).fill("In the first, still");
  }
  await second.close();
  await first.reload();
  await expect(title(first)).toHaveValue("In the second");
  await expect(another(first)).toBeVisible();
  await expectNoViolations(first, "two texts of one report");
  await first.getByRole("button", { name: "Open that text" }).click();
  await expect(title(first)).toHaveValue("In the first, still");
  await expect(another(first)).toBeVisible();
  await first.context().close();
});

test("templates lay a report out, the desk's own among them; a withdrawn claim keeps its place and says so", async ({
  browser,
}) => {
  const made = await ferry("Laid out anew");
  const page = await pageAs(browser, "wren");
  await openBuilder(page, made);
  await page.getByRole("button", { name: "Templates" }).click();
  await page.getByRole("menuitem", { name: /One-page brief/ }).click();
  await expect(previewOf(page).locator(".brief")).toHaveCount(2);
  const name = `Brief ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByRole("button", { name: "Templates" }).click();
  await page.getByRole("menuitem", { name: /Save this as a template/ }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Save template" }).click();
  await page.getByRole("button", { name: "Templates" }).click();
  await page.getByRole("menuitem", { name: /Line-by-line annotated copy/ }).click();
  await choose(page, "for", "Internal");
  await expect(previewOf(page).locator(".copy mark")).toHaveText(["214 people aboard"]);
  await page.getByRole("button", { name: "Templates" }).click();
  await page.getByRole("menuitem", { name: new RegExp(name) }).click();
  await expect(previewOf(page).locator(".brief")).toHaveCount(2);

  await textOf(page).focus();
  await page.keyboard.press("Control+End");
  await page.getByRole("button", { name: "Insert" }).click();
  await page.keyboard.type("claim");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Search claims" }).fill("c2");
  await page.keyboard.press("Enter");
  await expect(page.locator(".builder-on")).toContainText("C2");
  await expect(saved(page)).toBeVisible();
  const lead = await apiOf("wren");
  const view = await lead.case.get.query({ caseId: made.caseId });
  const claim = view.claims.find(({ number }) => number === 2);
  const withdrawal = { mutationId: crypto.randomUUID(), caseId: made.caseId, claimId: claim?.id ?? "" };
  await lead.claim.withdraw.mutate({ ...withdrawal, baseVersion: claim?.version ?? 0 });
  await expect(page.locator(".builder-lacking")).toContainText("C2 was withdrawn.");
  await expect(previewOf(page).locator(".gone")).toHaveText("C2 stood here; it was withdrawn.");
  await page.context().close();
});
