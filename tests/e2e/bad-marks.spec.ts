import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { Bench, toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";

const FAMILY = "👩‍👩‍👧‍👦";
const TEXT = `The hall was shut at noon.

Six ${FAMILY} families and one cafe\u0301 had no water.

It opens on Monday.`;

let page: Page;
let bench: Bench;
let made: MadeCase;
let sourceId: string;

test.beforeEach(async ({ browser }) => {
  made = await makeCase("Marks that cannot be made");
  sourceId = await addSource(made, { publisher: "First", text: TEXT });
  page = await pageAs(browser, "ana");
  bench = new Bench(page);
});

test.afterEach(async () => page.context().close());

const open = async (path = made.path) => {
  await page.goto(path);
  await expect(page.locator("[data-block]").first()).toBeVisible();
};

/** The passages of the only tag, as the server holds them once nothing is on its way any more. */
const stored = async () => {
  await bench.saved();
  return (await caseView(page, made.path)).tags.flatMap((tag) => tag.evidence);
};

test("a selection over two blocks is one passage, exact to the letter, and a claim of one line", async () => {
  await open();
  await bench.pane(1, "First").select("shut at noon.", "Six");
  await bench.withSelection("New claim").click();
  await expect(bench.wording).toHaveValue("shut at noon. Six");
  const [passage] = await stored();
  expect(passage?.exact).toBe("shut at noon.\n\nSix");
  expect(TEXT.slice(passage?.start, passage?.end)).toBe("shut at noon.\n\nSix");
});

test("with nothing selected V and D say what is lacking, and store nothing", async () => {
  await addClaim("ana", made, "The hall was shut at noon.");
  await open(`${made.path}?claim=1&source=1`);
  const { lastEvent } = await caseView(page);
  await bench.button("Verify").click();
  await expect(toast(page, "Select the words in a source first, then press V.")).toBeVisible();
  await bench.button("Dispute").click();
  await expect(toast(page, "Select the words in a source first, then press D.")).toBeVisible();
  // White space alone is no selection either.
  await page.locator("[data-block='0']").evaluate((block) => {
    const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
    if (node !== null) document.getSelection()?.setBaseAndExtent(node, 3, node, 4);
  });
  await expect(page.getByRole("toolbar", { name: "With the selected words" })).toBeHidden();
  await page.keyboard.press("v");
  await expect(toast(page, "Select the words in a source first, then press V.")).toBeVisible();
  expect((await caseView(page)).lastEvent).toBe(lastEvent);
});

for (const [what, from, to, whole] of [
  ["an emoji of seven code points", 7, 9, FAMILY],
  ["a letter and its accent", TEXT.split("\n")[2]?.indexOf("e\u0301") ?? 0, (TEXT.split("\n")[2]?.indexOf("e\u0301") ?? 0) + 1, "e\u0301"],
] as const) {
  test(`[X3] a selection never splits ${what}`, async () => {
    await open();
    await page.locator("[data-block='1']").evaluate(
      (block, [start, end]) => {
        const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
        if (node !== null) document.getSelection()?.setBaseAndExtent(node, start, node, end);
      },
      [from, to] as const,
    );
    await bench.withSelection("New claim").click();
    await expect(bench.wording).toHaveValue(whole);
    const [passage] = await stored();
    expect(passage?.exact).toBe(whole);
    expect(TEXT.slice(passage?.start, passage?.end)).toBe(whole);
  });
}

test("[S1] [S5] a verified tag without a passage stays a draft, and says what it lacks", async () => {
  const claimId = await addClaim("ana", made, "The hall was shut at noon.");
  await addTag("ana", made, { claimId, sourceId, stance: "verified", words: "shut at noon" });
  await open(`${made.path}?claim=1&source=1`);
  await bench.inspector.getByRole("button", { name: "Remove this passage" }).click();
  await expect(bench.passages()).toHaveCount(0);
  const lacking = "A verified tag needs a passage. Select one in the source, then press V.";
  await expect(bench.button("Submit")).toHaveAttribute("aria-disabled", "true");
  await expect(bench.button("Submit")).toHaveAccessibleDescription(lacking);
  await expect(bench.inspector.getByText(lacking).filter({ visible: true })).toBeVisible();
  await page.keyboard.press("s");
  await expect(toast(page, lacking)).toBeVisible();
  const [tag] = (await caseView(page)).tags;
  expect([tag?.state, tag?.evidence.length]).toEqual(["draft", 0]);

  // Together with all drafts it is named, with the way to it.
  await bench.ledger.getByRole("button", { name: "Submit my draft" }).click();
  const dialog = page.getByRole("dialog", { name: "1 draft stays a draft" });
  await expect(dialog.getByText(lacking)).toBeVisible();
});

test("[S2] [S5] a disputed tag without a passage likewise", async () => {
  const claimId = await addClaim("ana", made, "The hall was shut at noon.");
  await addTag("ana", made, { claimId, sourceId, stance: "disputed", words: "shut at noon" });
  await open(`${made.path}?claim=1&source=1`);
  await bench.inspector.getByRole("button", { name: "Remove this passage" }).click();
  await expect(bench.button("Submit")).toHaveAccessibleDescription(
    "A disputed tag needs a passage. Select one in the source, then press D.",
  );
});

test("[S3] missing is refused on a partial revision, and without having read it all", async () => {
  await addClaim("ana", made, "The mayor resigned.");
  await addSource(made, { publisher: "Clipping", text: "The first lines of it only.", completeness: "partial" });
  await open(`${made.path}?claim=1&source=2`);
  await bench.button("Missing").click();
  const refused = page.getByRole("dialog", { name: "C1 is missing from Clipping" });
  await expect(refused.getByText("Missing is refused here")).toBeVisible();
  await page.keyboard.press("Escape");

  await bench.cell("First").click();
  await bench.button("Missing").click();
  const dialog = page.getByRole("dialog", { name: "C1 is missing from First" });
  const attest = dialog.getByRole("button", { name: "Attest" });
  await dialog.getByLabel("Rationale").fill("Kept words");
  await attest.click({ force: true });
  await expect(attest).toHaveAccessibleDescription(/Tick the box once you have/);
  await expect(dialog.getByLabel("Rationale")).toHaveValue("Kept words");
  expect((await caseView(page)).tags).toEqual([]);
});

test("a claim without words is refused beside the words", async () => {
  await open();
  await bench.ledger.getByRole("button", { name: "New claim" }).click();
  const dialog = page.getByRole("dialog", { name: "New claim" });
  await dialog.getByLabel("Wording").fill("   ");
  await expect(dialog.getByRole("button", { name: "Add the claim" })).toHaveAccessibleDescription(/Write the claim first/);
  await dialog.getByLabel("Wording").fill("The hall was shut at noon.");
  await dialog.getByRole("button", { name: "Add the claim" }).click();
  await expect(bench.claimRow(1)).toContainText("The hall was shut at noon.");

  await bench.inspector.getByTitle("Edit the wording (E)").click();
  await bench.wording.fill(" ");
  await bench.wording.press("Enter");
  await expect(bench.inspector.getByText("Write the claim first.")).toBeVisible();
  await bench.wording.press("Escape");
  await expect(bench.inspector.getByTitle("Edit the wording (E)")).toHaveText("The hall was shut at noon.");
  expect((await caseView(page)).claims[0]?.version).toBe(1);
});
