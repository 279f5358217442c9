import { expect, test } from "@playwright/test";
import type { Locator } from "@playwright/test";
import { expectNoViolations } from "./helpers/axe.ts";
import { Bench, toast } from "./helpers/bench.ts";
import { addClaim, addSource, addTag, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";

const filler = (count: number) =>
  Array.from({ length: count }, (_, i) => `Paragraph ${i + 1} says little, and says it at a length that fills a line or two.`);

/** The same facts, early in one source, late in another, and last in the third. */
const EARLY = ["Ninety people came to the hearing.", "It ended at noon.", ...filler(40)].join("\n\n");
const LATE = [...filler(70), "About ninety people came.", "The hearing ended at one.", ...filler(9)].join("\n\n");
const LAST = [...filler(25), "Some ninety people came to it."].join("\n\n");

let made: MadeCase;

test.beforeAll(async () => {
  made = await makeCase("A hearing in three reports");
  const early = await addSource(made, { publisher: "Early", text: EARLY });
  const late = await addSource(made, { publisher: "Late", text: LATE });
  const last = await addSource(made, { publisher: "Last", text: LAST });
  const people = await addClaim("ana", made, "Ninety people came to the hearing.");
  const noon = await addClaim("ana", made, "The hearing ended at noon.");
  for (const [sourceId, words] of [[early, "Ninety people"], [late, "About ninety people"], [last, "Some ninety"]] as const) {
    await addTag("ana", made, { claimId: people, sourceId, stance: "verified", words, rationale: `It says ${words}.` }, true);
  }
  await addTag("ana", made, { claimId: noon, sourceId: early, stance: "verified", words: "ended at noon" });
  await addTag("ana", made, { claimId: noon, sourceId: late, stance: "disputed", words: "ended at one" });
});

/** How far down the window the line with these words begins; null while they are not in the page. */
function topOf(text: Locator, words: string): Promise<number | null> {
  return text.evaluate((root, wanted) => {
    for (const block of root.querySelectorAll("[data-block]")) {
      const node = block.querySelector("[data-slate-string]")?.firstChild;
      const at = node?.textContent?.indexOf(wanted) ?? -1;
      if (node == null || at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return Math.round(range.getBoundingClientRect().top);
    }
    return null;
  }, words);
}

test("passages of the chosen claim stand on one line in every source, claim by claim", async ({ browser }) => {
  const page = await pageAs(browser, "ana");
  const bench = new Bench(page);
  const panes = [bench.pane(1, "Early"), bench.pane(2, "Late"), bench.pane(3, "Last")] as const;
  const spread = async (words: readonly string[]) => {
    const tops = await Promise.all(words.map((each, i) => topOf(panes[i]!.text, each)));
    return tops.includes(null) ? Number.NaN : Math.max(...tops.map(Number)) - Math.min(...tops.map(Number));
  };
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(panes[2].text.locator("[data-block]").first()).toBeVisible();
  await page.keyboard.press("x");
  const head = page.getByRole("region", { name: "Compare the sources on one claim" });
  await expect(head).toContainText("Ninety people came to the hearing.");
  await expect(head).toContainText("1 of 2");
  await expect.poll(() => spread(["Ninety people", "About ninety", "Some ninety"])).toBeLessThanOrEqual(2);
  await expect(panes[1].section.getByRole("group", { name: "What it says of the claim" })).toContainText(
    "It says About ninety people.",
  );
  // Only what is compared is marked.
  expect(await page.evaluate(() => [...CSS.highlights].filter(([n]) => n.includes("-rest-")).flatMap(([, r]) => [...r]).length)).toBe(0);
  await expectNoViolations(page, "comparing");

  await page.keyboard.press("j");
  await expect(head).toContainText("The hearing ended at noon.");
  await expect.poll(() => spread(["It ended at noon", "The hearing ended at one"])).toBeLessThanOrEqual(2);
  await expect(panes[2].section).toContainText("Nobody has tagged this cell yet.");
  await head.getByRole("button", { name: "Previous claim" }).click();
  await expect.poll(() => spread(["Ninety people", "About ninety", "Some ninety"])).toBeLessThanOrEqual(2);

  await expect(page).toHaveURL(/[?&]compare=true/);
  await head.getByRole("button", { name: "Copy link to this comparison" }).click();
  await expect(toast(page, "The link to this comparison is copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await pageAs(browser, "teo");
  await other.goto(link);
  await expect(other.getByRole("region", { name: "Compare the sources on one claim" })).toContainText("Ninety people");
  await other.context().close();

  await page.keyboard.press("\\");
  await expect(bench.ledger).toBeHidden();
  await expect.poll(() => spread(["Ninety people", "About ninety", "Some ninety"])).toBeLessThanOrEqual(2);
  await page.reload();
  await expect.poll(() => spread(["Ninety people", "About ninety", "Some ninety"])).toBeLessThanOrEqual(2);
  await page.keyboard.press("\\");
  await panes[0].section.getByRole("button", { name: "Menu of Early" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Compare on the chosen claim" }).click();
  await page.keyboard.press("Escape");
  await expect(head).toHaveCount(0);
  await expect(panes[1].text.getByText("About ninety people came.")).toBeInViewport();
  await page.context().close();
});

test("Compare stands in the bar, at the claim that is chosen; any page is found by its first letter", async ({ browser }) => {
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}?claim=2&source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  const bar = page.getByRole("navigation", { name: "Main" });
  const here = bar.locator("[aria-current=page]");
  const head = page.getByRole("region", { name: "Compare the sources on one claim" });
  await bar.getByRole("link", { name: "Compare" }).click();
  await expect(head).toContainText("The hearing ended at noon.");
  await expect(here).toHaveText("Compare");
  await bar.getByRole("link", { name: "Workbench" }).click();
  await expect(head).toHaveCount(0);
  await expect(here).toHaveText("Workbench");
  const item = (name: string) => page.getByRole("menuitem", { name });
  await page.keyboard.press("Shift+G");
  await expect(item("Workbench")).toBeFocused();
  await page.keyboard.press("m");
  await expect(item("Matrix")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/matrix/);
  await page.context().close();
});

test("on a phone the sources stand one below the other, in the dark too", async ({ browser }) => {
  const page = await pageAs(browser, "ana", { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  await page.goto(`${made.path}?claim=2&source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  await page.getByRole("button", { name: "Menu of Early" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Compare on the chosen claim" }).click();
  await page.keyboard.press("Escape");
  const list = page.getByRole("region", { name: "The sources on this claim" });
  await expect(list.locator("mark")).toHaveText(["ended at noon", "ended at one"]);
  await expect(list.getByRole("region", { name: "Late" })).toContainText("disputed");
  await expect(list.getByRole("region", { name: "Last" })).toContainText("Nobody has tagged this cell yet.");
  await expectNoViolations(page, "comparing on a phone");
  await list.getByRole("button", { name: "Late", exact: true }).click();
  await expect(list).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Late", exact: true }).getByText("The hearing ended at one.")).toBeInViewport();
  await page.context().close();
});
