import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { expectNoViolations } from "./helpers/axe.ts";
import { Bench, toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";

/** Long enough that most of it is not in the page: what only searches the page finds next to nothing. */
const LINES = 400;
const filler = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `Line ${from + i}: the tide went out and came in.`);

const GAZETTE = [
  "The quay at Marrow Point was closed on Monday.",
  ...filler(1, LINES),
  "A résumé of the closure named the Quay twice; the QUAY itself stayed dark.",
  `The meter read ${"1".repeat(40)}x that night.`,
].join("\n\n");
const HERALD = ["Marrow Point kept its quay open.", ...filler(1, 200), "No resume was given, said quayside traders."].join("\n\n");

let made: MadeCase;
let page: Page;
let bench: Bench;

test.beforeAll(async ({ browser }) => {
  made = await makeCase("The quay at Marrow Point");
  const gazette = await addSource(made, { publisher: "Gazette", text: GAZETTE });
  const herald = await addSource(made, { publisher: "Herald", text: HERALD });
  const closed = await addClaim("ana", made, "The quay was closed on Monday.");
  const dark = await addClaim("ana", made, "The quay stayed dark.");
  await addTag("ana", made, { claimId: closed, sourceId: gazette, stance: "verified", words: "closed on Monday" });
  await addTag("ana", made, { claimId: closed, sourceId: herald, stance: "disputed", words: "kept its quay open" }, true);
  await addTag("teo", made, { claimId: dark, sourceId: gazette, stance: "verified", words: "The quay" }, true);
  page = await pageAs(browser, "ana");
  bench = new Bench(page);
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(bench.pane(1, "Gazette").text.locator("[data-block]").first()).toBeVisible();
});

test.afterAll(async () => page.context().close());

const bar = () => page.getByRole("search");
const field = () => bar().getByRole("textbox");
const count = () => bar().getByRole("status");
const option = (name: string) => bar().getByRole("button", { name });
/** Highlights painted under names that begin so, of all panes. */
const painted = (prefix: string) =>
  page.evaluate(
    (start) => [...CSS.highlights].reduce((sum, [name, ranges]) => sum + (name.startsWith(start) ? ranges.size : 0), 0),
    prefix,
  );
const inText = () => page.evaluate(() => document.activeElement?.classList.contains("st-scroll") === true);

test("one source or all of them are searched, hit by hit, with what is told apart", async () => {
  await page.keyboard.press("/");
  await expect(bar().getByRole("textbox", { name: "Find in Gazette" })).toBeFocused();
  await page.keyboard.type("quay");
  await expect(count()).toHaveText("3");
  await page.keyboard.press("Enter");
  await expect(count()).toHaveText("1 of 3");
  await page.keyboard.press("Enter");
  await expect(count()).toHaveText("2 of 3");
  const { section } = bench.pane(1, "Gazette");
  await expect(section.getByText("A résumé of the closure")).toBeInViewport();
  await expect.poll(() => painted("assay-search-current")).toBe(1);
  await expect(section.locator('.st-tick[data-stance="search"]')).not.toHaveCount(0);

  await bar().getByText("All open").click();
  await expect(bar().getByRole("textbox", { name: "Find in all open sources" })).toBeFocused();
  await expect(count()).toHaveText("2 of 5");
  await expect(bench.pane(2, "Herald").section.getByText("2 hits")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(count()).toHaveText("4 of 5");
  await expect(bench.pane(2, "Herald").section).toHaveClass(/\bon\b/);
  await page.keyboard.press("Shift+Enter");
  await expect(count()).toHaveText("3 of 5");
  await expect(bench.pane(1, "Gazette").section).toHaveClass(/\bon\b/);

  await page.keyboard.press("Alt+w");
  await expect(option("Whole words")).toHaveAttribute("aria-pressed", "true");
  await expect(count()).toHaveText("3 of 4");
  await option("Tell capitals apart").click();
  await expect(count()).toHaveText("2");
  await option("Tell capitals apart").click();
  await option("Whole words").click();
  await field().fill("resume");
  await expect(count()).toHaveText("2");
  await field().press("Alt+a");
  await expect(count()).toHaveText("1");
  await field().press("Alt+a");
  await expectNoViolations(page, "finding in all open sources");
  await field().press("Escape");
  await expect(bar()).toHaveCount(0);
  expect(await inText()).toBe(true);

  await page.keyboard.press("1");
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "C1 is missing from Gazette" });
  await expect(dialog.getByRole("button", { name: "Remove resume" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Remove quay" })).toBeVisible();
  await page.keyboard.press("Escape");
});

test("patterns find, bad ones are refused in words, and one without end ends all the same", async () => {
  await page.keyboard.press("g");
  await field().press("Alt+r");
  await field().fill("^(No|A) r[eé]sum[eé]");
  await expect(count()).toHaveText("2");
  await field().fill("quay(");
  await expect(bar().getByRole("alert")).toHaveText(/A bracket \( is not closed/);
  await expect(field()).toHaveAttribute("aria-invalid", "true");
  await expectNoViolations(page, "a refused pattern");
  await field().fill("(1+)+$");
  await expect(bar().getByRole("alert")).toHaveText(/takes too long/);
  await field().fill("quay(side)?");
  await expect(bar().getByRole("alert")).toHaveCount(0);
  await expect(count()).toHaveText("5");
  // Somebody who goes on typing does not wait for it either.
  await field().fill("(1+)+2");
  await field().fill("(?<=the )quay");
  await expect(count()).toHaveText("3");
  await field().press("Alt+r");
  await field().press("Escape");
});

test("highlights are filtered by stance, state, author and settlement, alone or together, and it is remembered", async () => {
  // Only what is in or near the view is painted, and the last test left it elsewhere.
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect.poll(() => painted("assay-verified-")).toBe(2);
  await page.keyboard.press("h");
  const filter = page.getByRole("group", { name: "Filter highlights" });
  await expect(filter.getByRole("status")).toHaveText("all 3");
  await expect(filter.getByRole("button", { name: "verified", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(filter.getByRole("status")).toHaveText("2 of 3");
  await expect.poll(() => painted("assay-disputed-")).toBe(0);
  await filter.getByRole("button", { name: "By: anybody" }).click();
  await page.getByRole("menuitemcheckbox", { name: "me" }).click();
  await page.keyboard.press("Escape");
  await expect(filter.getByRole("status")).toHaveText("1 of 3");
  await filter.getByRole("button", { name: "State: any state" }).click();
  await page.getByRole("menuitemcheckbox", { name: "submitted" }).click();
  await page.keyboard.press("Escape");
  await expect(filter.getByRole("status")).toHaveText("0 of 3");
  await filter.getByRole("button", { name: "verified", exact: true }).click();
  await expect(filter.getByRole("status")).toHaveText("1 of 3");
  await expect.poll(() => painted("assay-verified-")).toBe(0);
  await expectNoViolations(page, "filtered highlights");

  await page.reload();
  await expect(filter.getByRole("status")).toHaveText("1 of 3");
  await filter.getByRole("button", { name: "Show all", exact: true }).click();
  await expect(filter.getByRole("status")).toHaveText("all 3");
  await filter.getByRole("button", { name: "Unsettled only" }).click();
  await expect(filter.getByRole("status")).toHaveText("all 3");
  await filter.getByRole("button", { name: "Show all highlights and close" }).click();
  await expect(filter).toHaveCount(0);

  await page.keyboard.press("i");
  await expect(filter.getByRole("button", { name: /^C1 only/ })).toHaveAttribute("aria-pressed", "true");
  await expect(filter.getByRole("status")).toHaveText("2 of 3");
  await page.keyboard.press("j");
  await expect(filter.getByRole("status")).toHaveText("1 of 3");
  await page.keyboard.press("k");
  await page.keyboard.press("i");
  await page.keyboard.press("Shift+h");
  await expect.poll(() => painted("assay-verified-")).toBe(0);
  await page.keyboard.press("Shift+h");
  await expect.poll(() => painted("assay-verified-")).toBe(2);
});

test("highlights are told to readers of the screen, and a source is printed whole", async () => {
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(bench.passages()).toHaveCount(1);
  await page.keyboard.press("1");
  await page.keyboard.press("Control+Home");
  const here = bench.pane(1, "Gazette").section.getByRole("region", { name: "Highlights of the paragraph at the caret" });
  const marks = here.locator("mark");
  await expect(marks).toHaveText(["closed on Monday", "The quay"]);
  const details = await marks.first().getAttribute("aria-details");
  await expect(page.locator(`[id="${details}"]`)).toContainText("verified, C1: The quay was closed on Monday. draft, ");
  await page.keyboard.press("Enter");
  await expect(here.getByRole("button").first()).toBeFocused();
  await expectNoViolations(page, "the highlights of a paragraph");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(bench.claimRow(2)).toHaveAttribute("aria-selected", "true");
  expect(await inText()).toBe(true);
  await page.keyboard.press("Control+End");
  await expect(here).toHaveCount(0);

  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator(".print");
  await expect(sheet.locator(".print-text > p")).toHaveCount(GAZETTE.split("\n\n").length);
  await expect(sheet.locator("mark")).toHaveText(["C2The quay", "C1closed on Monday"]);
  await expect(page.locator(".bench")).toBeHidden();
  await expect(sheet.getByText("verified, draft, Ana")).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(sheet).toHaveCount(0);
});

test("on a phone, which shows one source, all of them are searched, and a hit opens its own", async ({ browser }) => {
  const phone = await pageAs(browser, "ana", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await phone.goto(`${made.path}?claim=1&source=1`);
  const pane = (name: string) => phone.getByRole("region", { name });
  await expect(pane("Source 1: Gazette").locator("[data-block]").first()).toBeVisible();
  await pane("Source 1: Gazette").getByRole("button", { name: "Menu of Gazette" }).tap();
  await phone.getByRole("menuitem", { name: "Find in all sources" }).tap();
  const find = phone.getByRole("search", { name: "Find in all sources" });
  // Opened from a menu, the field has the focus all the same: what is typed goes there.
  await expect(find.getByRole("textbox")).toBeFocused();
  await phone.keyboard.type("quayside");
  await expect(find.getByRole("status")).toHaveText("1");
  await find.getByRole("button", { name: "Next hit" }).tap();
  await expect(find.getByRole("status")).toHaveText("1 of 1");
  await expect(pane("Source 2: Herald").getByText("said quayside traders")).toBeInViewport();
  await expectNoViolations(phone, "finding in all sources on a phone");
  await phone.context().close();
});

test("[X3] [T1] edges of a passage are moved, as one new version; selections are widened and copied with their citation", async () => {
  // The text comes after the keys: none of them is lost.
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route(/source\.text/, async (route) => {
    await opened;
    await route.continue();
  });
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(bench.passages()).toHaveText(["closed on Monday"]);
  await page.keyboard.press("1");
  await page.keyboard.press("b");
  const edges = page.getByRole("toolbar", { name: "Edges of the passage" });
  await expect(edges).toBeFocused();
  for (const key of ["Shift+ArrowLeft", "Shift+ArrowLeft", "ArrowLeft", "ArrowRight", "Alt+ArrowRight"]) {
    await page.keyboard.press(key);
  }
  await expect(edges.getByRole("status")).toHaveText("C1");
  open();
  await page.unrouteAll({ behavior: "wait" });
  await expect(edges.getByRole("status")).toContainText("quay at Marrow Point was closed on Monday.".slice(20));
  await expectNoViolations(page, "edges of a passage");
  await edges.getByRole("button", { name: "Start later" }).click();
  await expect(edges.getByRole("status")).toContainText("was closed on Monday.");
  await edges.focus();
  await page.keyboard.press("Enter");
  await expect(edges).toHaveCount(0);
  await expect(bench.passages()).toHaveText(["was closed on Monday."]);
  await bench.saved();
  const tag = (await caseView(page, made.path)).tags.find((one) => one.version > 1);
  expect(tag).toMatchObject({ version: 2, evidence: [{ exact: "was closed on Monday.", role: "supports", state: "exact" }] });
  await page.keyboard.press("b");
  await bench.pane(1, "Gazette").select("Marrow Point was closed");
  await expect(edges.getByRole("status")).toHaveText("C1Marrow Point was closed");
  await edges.getByRole("button", { name: /^Save/ }).click();
  await expect(bench.passages()).toHaveText(["Marrow Point was closed"]);
  await page.keyboard.press("u");
  await expect(bench.passages()).toHaveText(["was closed on Monday."]);
  await page.keyboard.press("b");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Escape");
  await expect(bench.passages()).toHaveText(["was closed on Monday."]);
  expect(await inText()).toBe(true);

  await page.keyboard.press("Control+Home");
  await page.keyboard.press("=");
  await expect(bench.withSelection("Cite")).toBeVisible();
  await expect.poll(() => bench.pane(1, "Gazette").selected()).toBe("The");
  await page.keyboard.press("=");
  await expect.poll(() => bench.pane(1, "Gazette").selected()).toBe("The quay at Marrow Point was closed on Monday.");
  await page.keyboard.press("-");
  await expect.poll(() => bench.pane(1, "Gazette").selected()).toBe("The");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("y");
  await expect(toast(page, "The passage with its citation is copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`“${GAZETTE}”`);
  expect(copied).toMatch(new RegExp(`Gazette.*r1, 0–${GAZETTE.length}\\n.*/c/.*at=0-${GAZETTE.length}$`));
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(GAZETTE);
});
