import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { expectNoViolations } from "./helpers/axe.ts";
import { Bench, toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";
import type { DemoName } from "./helpers/people.ts";
import { Review } from "./helpers/review.ts";

/**
 * Three people and one case, from blind tags to a settled matrix: two annotators who do not see each other's tags, and
 * a lead who decides where they differ.
 */
test.describe.configure({ mode: "serial" });

const GAZETTE = "The pilot cutter ran onto the bar at dusk. All nine hands walked ashore at low water, unharmed.";
const HERALD = "At dusk the cutter struck the bar. The harbour office counted nine people ashore, none of them injured.";
const CLAIM = "Nobody was hurt when the cutter struck the bar.";
const REWORDED = "None of the nine people aboard was hurt when the cutter struck the bar.";
const NOTE = "Unharmed is the paper’s own word, and the counting says the same.";

let made: MadeCase;
let ana: Bench;
let priya: Bench;
let lead: Page;

async function benchOf(browser: Browser, name: DemoName): Promise<Bench> {
  const page = await pageAs(browser, name);
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  return new Bench(page);
}

async function tag(bench: Bench, source: 1 | 2, words: string, key: "v" | "d"): Promise<void> {
  const name = source === 1 ? "Gazette" : "Herald";
  await bench.pane(source, name).select(words);
  await bench.page.keyboard.press(key);
  await expect(bench.passages()).toHaveText([words]);
  await bench.page.keyboard.press("s");
}

/** One key. The cell itself may stay stale for another person's tag. */
async function reaffirm(bench: Bench): Promise<void> {
  await expect(bench.button("Reaffirm")).toBeVisible();
  await bench.page.keyboard.press("o");
  await expect(bench.button("Reaffirm")).toBeHidden();
}

const goTo = (bench: Bench, source: 1 | 2) => bench.page.keyboard.press(String(source));

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  made = await makeCase("The cutter on the bar");
  await addSource(made, { publisher: "Gazette", text: GAZETTE });
  await addSource(made, { publisher: "Herald", text: HERALD });
  await addClaim("wren", made, CLAIM);
  lead = await pageAs(browser, "wren");
});

test.afterAll(async () => {
  for (const page of [ana?.page, priya?.page, lead]) await page?.context().close();
});

test("a lead asks for two blind tags, which count as approved where they agree", async () => {
  await lead.goto(`${made.path}/policy`);
  await lead.getByLabel("Independent tags per cell").selectOption("2");
  await expect(lead.getByText("All others are blind.")).toBeVisible();
  await lead.getByLabel("Blind tags that agree").selectOption("true");
  await expectNoViolations(lead, "the policy of a case");
  await lead.getByRole("button", { name: "Save the policy" }).click();
  await expect(toast(lead, "The policy of this case is changed.")).toBeVisible();
});

test("[B1] two annotators tag both sources, and neither sees what the other says", async ({ browser }) => {
  ana = await benchOf(browser, "ana");
  await expect(ana.inspector.getByText(/Blind: it opens when 2 people have submitted/)).toBeVisible();
  await tag(ana, 1, "All nine hands walked ashore", "v");
  await expect(ana.cell("Gazette")).toContainText("submitted");
  await tag(ana, 2, "none of them injured", "v");
  await expect(ana.cell("Herald")).toContainText("submitted");

  priya = await benchOf(browser, "priya");
  await expect(priya.cell("Gazette")).toContainText("empty");
  await expect(priya.cell("Herald")).toContainText("empty");
  await expect(priya.inspector).not.toContainText("Ana");
  expect((await caseView(priya.page)).tags).toEqual([]);
  await lead.goto(`${made.path}/matrix`);
  await expect(lead.getByRole("gridcell", { name: /Gazette: blind/ })).toBeVisible();
  expect((await caseView(lead)).tags).toEqual([]);
});

test("[B2] [B4] the second tag opens a cell: equal ones settle it, different ones contest it", async () => {
  await tag(priya, 1, "The pilot cutter ran onto the bar", "d");
  await expect(priya.cell("Gazette")).toContainText("contested");
  await tag(priya, 2, "none of them injured", "v");
  await expect(priya.cell("Herald")).toContainText("verified");
  // The other one sees it without a reload.
  await goTo(ana, 1);
  await expect(ana.inspector).toContainText("Tags differ: verified against disputed");
  await expect(ana.cell("Herald")).toContainText("approved");
  const { tags } = await caseView(lead, lead.url());
  expect(tags.map(({ state, stance }) => `${stance} ${state}`).toSorted()).toEqual([
    "disputed submitted",
    "verified approved",
    "verified approved",
    "verified submitted",
  ]);
});

test("[A2] the lead reads both sides and overturns one, and its author is told why", async () => {
  await lead.goto(`${made.path}/review`);
  const review = new Review(lead);
  await lead.getByRole("radiogroup", { name: "List" }).getByText("Contested").click();
  await review.list("Contested").first().click();
  await expect(review.sheet.getByRole("heading", { name: /Both sides/ })).toBeVisible();
  await expect(review.sheet).toContainText("disputed");
  await expect(lead.getByRole("heading", { name: "Precedents" })).toBeVisible();
  await lead.keyboard.press("g");
  const form = lead.getByRole("form", { name: "Adjudicate" });
  await form.getByText("Split the claim").click();
  await expect(form.getByLabel(/^Narrower claim \d$/)).toHaveCount(2);
  await expectNoViolations(lead, "adjudication with a split");
  await form.getByText("Overturn").click();
  await form.getByRole("radiogroup", { name: "Stands instead" }).getByText("verified").click();
  await form.getByLabel("Note to everybody").fill(NOTE);
  await form.getByRole("button", { name: /^Decide/ }).click();
  await expect(form).toBeHidden();

  await goTo(priya, 1);
  await expect(priya.inspector).toContainText("overturned this tag");
  await expect(priya.inspector).toContainText(NOTE);
  await expect(priya.cell("Gazette")).toContainText("verified");
});

test("[T6] a reworded claim makes the tags stale, each with the words that changed", async () => {
  const desk = new Bench(lead);
  await lead.goto(`${made.path}?claim=1&source=1`);
  await expect(desk.claimRow(1)).toBeVisible();
  await lead.keyboard.press("e");
  await desk.wording.fill(REWORDED);
  await lead.keyboard.press("Enter");
  await expect(desk.claimRow(1)).toContainText(REWORDED);
  for (const bench of [ana, priya]) {
    await goTo(bench, 2);
    await expect(bench.cell("Herald")).toContainText("stale");
    await expect(bench.inspector.locator("ins", { hasText: "nine people aboard" }).first()).toBeVisible();
  }
});

test("[T9] what still holds is reaffirmed with one key; what does not gets a new version", async () => {
  // A key that comes sooner than the new words can be read is refused.
  await ana.page.waitForTimeout(1_500);
  await reaffirm(ana);
  await goTo(ana, 1);
  await reaffirm(ana);
  await reaffirm(priya);
  await goTo(priya, 1);
  await priya.inspector.getByRole("radiogroup", { name: "Stance" }).getByText("verified").click();
  await expect(priya.cell("Gazette")).toContainText("verified");
  await priya.page.keyboard.press("s");
  await expect
    .poll(async () => (await caseView(lead)).tags.map(({ state, stance }) => `${stance} ${state}`).toSorted())
    .toEqual(Array.from({ length: 4 }, () => "verified submitted"));
  // [B3] what was written after the cell had opened says so.
  expect((await caseView(lead)).tags.filter(({ postReveal }) => postReveal).length).toBeGreaterThan(0);
});

test("[T2] the lead approves what is left, several in one go, and every cell is settled", async () => {
  const review = new Review(lead);
  await lead.goto(`${made.path}/review`);
  await expect(review.list("To review")).toHaveCount(4);
  // Two are opened and picked; a third is picked unseen by nobody: it has to be opened first.
  const picked = lead.getByRole("group", { name: "Picked tags" });
  await lead.keyboard.press("b");
  await expect(picked).toContainText("1 picked, all opened");
  await lead.keyboard.press("j");
  await lead.keyboard.press("b");
  await expect(picked).toContainText("2 picked, all opened");
  await lead.keyboard.press("Shift+b");
  await expect(toast(lead, "2 tags approved.")).toBeVisible();
  await expect(review.list("To review")).toHaveCount(2);
  await review.list("To review").first().click();
  await review.read();
  await lead.keyboard.press("a");
  await expect(review.list("To review")).toHaveCount(1);
  await review.list("To review").first().click();
  await review.read();
  await lead.keyboard.press("a");
  await expect(lead.getByText("Nothing to review")).toBeVisible();

  await lead.goto(`${made.path}/matrix`);
  await expect(lead.getByRole("gridcell", { name: /C1, (Gazette|Herald): verified, settled$/ })).toHaveCount(2);
  await lead.goto(`${made.path}/agreement`);
  await expect(lead.getByRole("table").first()).toContainText("50 %");
  await expectNoViolations(lead, "agreement of a case");
});
