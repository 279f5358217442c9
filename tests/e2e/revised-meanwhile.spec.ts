import { expect, test } from "@playwright/test";
import { newId } from "../support/api.ts";
import { Bench, toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, apiOf, makeCase, reviseSource } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";

/** Somebody stores a newer text of the source that another person is reading, selecting and tagging in. */

const PARAGRAPHS = Array.from({ length: 60 }, (_, at) => `Paragraph ${at + 1}: the harbour master counted ${at + 11} boats on the quay.`);
const TEXT = PARAGRAPHS.join("\n\n");
const WORDS = "counted 40 boats";
const LONGER = `A correction was added on Tuesday.\n\n${TEXT}`;

let made: MadeCase;
let sourceId: string;
let claimId: string;
let bench: Bench;

test.beforeEach(async ({ browser }) => {
  made = await makeCase("Revised meanwhile");
  sourceId = await addSource(made, { publisher: "Gazette", text: TEXT });
  claimId = await addClaim("wren", made, "Forty boats were counted.");
  const page = await pageAs(browser, "ana");
  bench = new Bench(page);
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
});

test.afterEach(() => bench.page.context().close());

/** The source's, without the suggestions beside it, which quote it. */
const text = () => bench.page.locator(".st-scroll");
const selected = () => bench.page.evaluate(() => document.getSelection()?.toString() ?? "");
/** Where the words that are selected stand in the window. */
const height = () => bench.page.evaluate(() => Math.round(document.getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? 0));
const tags = async () => (await caseView(bench.page, made.path)).tags.map(({ stance, evidence }) => [stance, ...evidence.map(({ exact }) => exact)]);

async function selectFarDown(): Promise<void> {
  await text().evaluate((scroller) => (scroller.scrollTop = 1300));
  await expect(text().getByText(WORDS)).toBeVisible();
  await bench.pane(1, "Gazette").select(WORDS);
  await expect(bench.page.getByRole("toolbar", { name: "With the selected words" })).toBeVisible();
}

/** Texts of revisions reach the page only when the returned function is called. */
async function holdTexts(): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await bench.page.route("**/api/trpc/source.text?**", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test("[X4] the place and the selected words stay, and a key tags those very words", async () => {
  await selectFarDown();
  const before = await height();
  await reviseSource("wren", made, sourceId, LONGER);
  await expect(bench.page.getByRole("region", { name: /^Source 1/ })).toContainText("r2");
  await expect.poll(selected).toBe(WORDS);
  await expect.poll(async () => Math.abs((await height()) - before)).toBeLessThan(3);
  await bench.page.keyboard.press("v");
  await expect(bench.cell("Gazette")).toContainText("verified");
  await bench.saved();
  expect(await tags()).toEqual([["verified", WORDS]]);
});

test("[X4] a second revision on the heels of the first lets go of nothing", async () => {
  await selectFarDown();
  const before = await height();
  const release = await holdTexts();
  await reviseSource("wren", made, sourceId, LONGER);
  const pane = bench.page.getByRole("region", { name: /^Source 1/ });
  await expect(pane).toContainText("r2");
  await reviseSource("wren", made, sourceId, `A second one was added on Wednesday.\n\n${LONGER}`);
  await expect(pane).toContainText("r3");
  release();
  await expect.poll(selected).toBe(WORDS);
  await expect.poll(async () => Math.abs((await height()) - before)).toBeLessThan(3);
  await bench.page.keyboard.press("v");
  await bench.saved();
  expect(await tags()).toEqual([["verified", WORDS]]);
});

test("[X4] where the selected words are others now, nothing is selected, a key tags nothing, and it is said", async () => {
  await selectFarDown();
  await reviseSource("wren", made, sourceId, LONGER.replace(WORDS, "saw some boats"));
  await expect(toast(bench.page, "Gazette has a new revision, in which the words you had selected do not stand as they did.")).toBeVisible();
  await expect(text().getByText("saw some boats")).toBeInViewport();
  await bench.page.keyboard.press("v");
  await expect(toast(bench.page, "Select the words in a source first, then press V.")).toBeVisible();
  expect(await tags()).toEqual([]);
});

test("[X4] [E5] a tag that was kept without a network is sent on the new revision, with its words where they stand", async () => {
  const { page } = bench;
  await page.context().setOffline(true);
  await selectFarDown();
  await page.keyboard.press("v");
  await expect(bench.cell("Gazette")).toContainText("verified");
  await reviseSource("wren", made, sourceId, LONGER);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "1 change needs your decision" }).click();
  await expect(page.getByText("This source has a newer revision. Send the tag on it,")).toBeVisible();
  await page.getByRole("button", { name: "Send on the new revision" }).click();
  await page.keyboard.press("Escape");
  await expect(bench.cell("Gazette")).toContainText("verified");
  await bench.saved();
  const { tags: stored, sources } = await caseView(page, made.path);
  const start = LONGER.indexOf(WORDS);
  expect(stored).toMatchObject([{ revisionId: sources[0]?.revision.id, evidence: [{ start, exact: WORDS }] }]);
});

test("[X4] words under discussion stay the same words, with what is being written about them", async () => {
  const { page } = bench;
  await selectFarDown();
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: "Discuss these words" });
  const field = dialog.getByRole("textbox");
  await field.fill("Who counted them?");
  const release = await holdTexts();
  await reviseSource("wren", made, sourceId, LONGER);
  await expect(page.getByRole("region", { name: /^Source 1/, includeHidden: true })).toContainText("r2");
  await expect(dialog).toContainText(WORDS);
  await expect(field).toHaveValue("Who counted them?");
  // Sent before the new text is here, it is sent where the words stand in it.
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByRole("button", { name: "Start thread" })).toHaveAccessibleDescription("It is being sent.");
  release();
  await expect(toast(page, "The thread is open.")).toBeVisible();
  const { threads, sources } = await caseView(page, made.path);
  const start = LONGER.indexOf(WORDS);
  expect(threads).toMatchObject([{ passage: { revisionId: sources[0]?.revision.id, start, exact: WORDS } }]);
});

test("[T6] a claim that is reworded as the key goes down is not tagged for words nobody has read", async () => {
  const { page } = bench;
  await selectFarDown();
  // The key follows the new words in the same frame that shows them.
  await page.evaluate(() => {
    const watched = new MutationObserver(() => {
      if (!document.body.textContent?.includes("Fifty boats were counted.")) return;
      watched.disconnect();
      document.querySelector(".st-scroll")?.dispatchEvent(new KeyboardEvent("keydown", { key: "v", bubbles: true, cancelable: true }));
    });
    watched.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const wren = await apiOf("wren");
  const edit = { caseId: made.caseId, claimId, baseVersion: 1, text: "Fifty boats were counted.", type: "event", claimant: "" } as const;
  await wren.claim.edit.mutate({ mutationId: newId(), ...edit });
  await expect(toast(page, "C1 was reworded this very moment. Read it, then press V.")).toBeVisible();
  expect(await tags()).toEqual([]);
  await page.waitForTimeout(1_300);
  await page.keyboard.press("v");
  await expect(bench.cell("Gazette")).toContainText("verified");
  await bench.saved();
  expect(await tags()).toEqual([["verified", WORDS]]);
});

test("[X4] a suggested passage that was gone to is not taken for another one that a new text brings in its place", async () => {
  const { page } = bench;
  const box = bench.inspector.getByRole("region", { name: "Suggestion for this cell" });
  const passages = box.getByRole("list").getByRole("button");
  await expect(passages.nth(1)).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press(".");
  await page.keyboard.press(".");
  await expect(passages.nth(1)).toHaveAttribute("aria-current", "true");
  // What was read in the old text is not suggested in the new one.
  const held = page.waitForRequest(/assist\.claim/);
  await reviseSource("wren", made, sourceId, LONGER);
  await held;
  await expect(page.getByRole("region", { name: /^Source 1/ })).toContainText("r2");
  await expect(passages.first()).toHaveAttribute("aria-current", "true", { timeout: 30_000 });
  await page.keyboard.press("a");
  await expect(toast(page, "The passage you had gone to is not suggested any more. Look at the others, then press A.")).toBeVisible();
  expect(await tags()).toEqual([]);
  await box.getByRole("button", { name: "Dismiss" }).click();
  await expect(bench.inspector.getByText("The suggestion for this cell is dismissed.")).toBeVisible();
  await page.keyboard.press("a");
  await expect(toast(page, "The suggestion for this cell is dismissed. Bring it back in the inspector, then press A.")).toBeVisible();
  await bench.inspector.getByRole("button", { name: "Bring it back" }).click();
  await expect(passages.first()).toBeVisible();
  const shown = (await passages.first().textContent()) ?? "";
  await page.keyboard.press("a");
  await expect(bench.cell("Gazette")).toContainText(/verified|disputed/);
  await bench.saved();
  const [[, exact = "nothing"] = []] = await tags();
  expect(shown).toContain(exact);
});
