import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { makeAnchor } from "@assay/domain";
import { expectNoViolations } from "./helpers/axe.ts";
import { Bench, toast } from "./helpers/bench.ts";
import { addSource, apiOf, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { CORRECTED_LOG, CORRECTION, ENTRIES, HARBOUR_LOG, wordsOf } from "./helpers/harbour-log.ts";
import { Keyboard } from "./helpers/keyboard.ts";
import { pageAs } from "./helpers/people.ts";
import { newId } from "../support/api.ts";

const NAME = "Oldmere Harbour Log";
/** Passages of one claim: entries 1–10, 11–20 and so on. */
const EACH = 10;
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

let made: MadeCase;

/** Twenty approved tags with ten passages each. */
// The first test stores the revision that the others look at.
test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  made = await makeCase("The week at Oldmere");
  const { caseId } = made;
  const sourceId = await addSource(made, { publisher: NAME, text: HARBOUR_LOG });
  const [ana, teo] = await Promise.all([apiOf("ana"), apiOf("teo")]);
  const revisionId = (await ana.case.get.query({ caseId })).sources[0]?.revision.id ?? "";
  const items: { tagId: string; baseVersion: number }[] = [];
  for (let first = 1; first <= ENTRIES; first += EACH) {
    const evidence = Array.from({ length: EACH }, (_, index) => {
      const entry = first + index;
      const start = HARBOUR_LOG.indexOf(wordsOf(entry), HARBOUR_LOG.indexOf(`Berth ${entry}:`));
      return { id: newId(), role: "supports" as const, ...makeAnchor(HARBOUR_LOG, start, start + wordsOf(entry).length) };
    });
    const said = { stance: "verified", attributed: false, confidence: null, rationale: "", attestation: null } as const;
    const tag = { id: newId(), sourceId, revisionId, content: { ...said, evidence } };
    const wording = { text: `Berths ${first} to ${first + EACH - 1} were in use.`, type: "event", claimant: "" } as const;
    await ana.claim.create.mutate({ mutationId: newId(), caseId, id: newId(), ...wording, tag });
    items.push({ tagId: tag.id, baseVersion: 1 });
  }
  await ana.tag.submitMany.mutate({ mutationId: newId(), caseId, items });
  const tags = items.map(({ tagId }) => ({ tagId, tagVersion: 1 }));
  for (const one of tags) await teo.review.open.mutate({ caseId, ...one });
  await teo.review.approveMany.mutate({ mutationId: newId(), caseId, tags });
});

async function expectFits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
}

/** The amber points beside the signs of passages in other words, of all blocks in view: each is one stroke. */
const points = (bench: Bench) =>
  bench.page.locator('.st-glyph[data-stance="changed"]').evaluateAll((paths) =>
    paths.reduce((sum, path) => sum + (path.getAttribute("d")?.match(/M/g)?.length ?? 0), 0),
  );

/** How many passages of the focused cell the inspector shows in a state. */
const inState = (bench: Bench, state: string) => bench.inspector.locator(".insp-evline").getByText(state, { exact: true });

test("[T6] [X4] a corrected text is compared before it is stored, with what becomes of each of 200 passages", async ({
  browser,
}) => {
  const page = await pageAs(browser, "wren");
  const bench = new Bench(page);
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(inState(bench, "exact")).toHaveCount(EACH);
  await page.getByRole("button", { name: `Menu of ${NAME}` }).click();
  await page.getByRole("menuitem", { name: "New revision" }).click();
  const dialog = page.getByRole("dialog", { name: `New revision of ${NAME}` });
  const store = dialog.getByRole("button", { name: /^Store revision 2/ });
  await expect(store).toHaveAccessibleDescription("Paste the corrected text or drop a file first.");
  await dialog.getByRole("textbox", { name: "Text" }).fill(HARBOUR_LOG);
  await expect(dialog.getByRole("alert").first()).toContainText("This is the text of revision 1, word for word.");
  await dialog.getByRole("textbox", { name: "Text" }).fill(CORRECTED_LOG);

  await expect(dialog.getByText(/^13 changes: \d+ words added, \d+ words taken out$/)).toBeVisible();
  const states = dialog.getByRole("group", { name: "Passages by state" });
  await expect(states.getByRole("button")).toHaveText([
    "exact 10",
    "moved 178",
    "words changed 10",
    "more than one place 1",
    "not found 1",
  ]);
  await expect(dialog.getByText("200 passages. 3 tags would become stale.")).toBeVisible();
  await expect(dialog.getByRole("list", { name: "Passages: not found" })).toContainText(wordsOf(111));
  await states.getByRole("button", { name: "words changed" }).click();
  await expect(dialog.getByRole("list", { name: "Passages: words changed" }).locator("ins")).toHaveCount(10);
  await expectNoViolations(page, "a revision before it is stored");
  await page.setViewportSize(PHONE);
  await expectFits(page);
  await page.setViewportSize(DESK);

  // What was pasted outlives the form and the page.
  await dialog.getByRole("button", { name: "Keep for later" }).click();
  await expect(dialog).toBeHidden();
  await page.goto(`${made.path}/sources`);
  await page.getByRole("button", { name: `New revision of ${NAME}` }).click();
  await expect(dialog.getByRole("textbox", { name: "Text" })).toHaveValue(CORRECTED_LOG);
  await expect(dialog.getByText("200 passages. 3 tags would become stale.")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(toast(page, `Stored revision 2 of ${NAME}.`)).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.context().close();
});

test("[T6] [X4] after a new revision every passage is shown in its state, and approvals stand where words still do", async ({
  browser,
}) => {
  const page = await pageAs(browser, "wren");
  const bench = new Bench(page);
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(inState(bench, "exact")).toHaveCount(EACH);
  await expect(bench.cell(NAME)).toContainText("approved");
  const pane = bench.pane(1, NAME);
  await expect(pane.section.getByText("2 passages not placed, 10 in other words in this revision.")).toBeVisible();
  expect(await points(bench)).toBe(0);
  await pane.section.getByRole("button", { name: "Go to the first" }).click();
  await expect(inState(bench, "words changed")).toHaveCount(EACH);
  await expect.poll(() => points(bench)).toBe(EACH);
  await expect(bench.inspector.getByText("Revision 2 of the source changed the words of 10 passages.")).toBeVisible();
  await expectNoViolations(page, "passages in other words");
  await pane.section.getByRole("button", { name: "Next" }).click();
  await expect(inState(bench, "not found")).toHaveCount(1);
  await expect(inState(bench, "moved")).toHaveCount(EACH - 1);
  await pane.section.getByRole("button", { name: "Next" }).click();
  await expect(inState(bench, "more than one place")).toHaveCount(1);
  await page.goto(`${made.path}?claim=5&source=1`);
  await expect(inState(bench, "moved")).toHaveCount(EACH);
  await expect(bench.cell(NAME)).toContainText("approved");
  await page.context().close();
});

test("[X4] [T9] a passage that stands twice is placed in one of the two, by keyboard alone, and handed in again", async ({
  browser,
}) => {
  const page = await pageAs(browser, "ana");
  const bench = new Bench(page);
  const keys = new Keyboard(page);
  await page.goto(`${made.path}?claim=13&source=1`);
  await expect(inState(bench, "more than one place")).toHaveCount(1);
  await keys.press("Shift+P");
  const dialog = page.getByRole("dialog", { name: `Place a passage of C13 in ${NAME}` });
  const choices = dialog.getByRole("radio");
  await expect(choices).toHaveCount(2);
  await expect(dialog.getByRole("radio", { checked: true })).toHaveCount(0);
  await expectNoViolations(page, "a passage being placed");
  await page.setViewportSize(PHONE);
  await expectFits(page);
  await page.setViewportSize(DESK);
  await keys.tabTo(choices.first());
  await keys.press("ArrowDown");
  await expect(choices.nth(1)).toBeChecked();
  await keys.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(inState(bench, "exact")).toHaveCount(EACH);
  await bench.saved();
  await keys.press("s");
  await expect(bench.cell(NAME)).toContainText("submitted");

  // Changed words: their author stands by them.
  await page.goto(`${made.path}?claim=11&source=1`);
  await expect(bench.inspector.locator("del").first()).toHaveText("401");
  await expect(inState(bench, "words changed")).toHaveCount(EACH);
  await expect.poll(() => points(bench)).toBe(EACH);
  await keys.press("o");
  await expect(inState(bench, "exact")).toHaveCount(EACH);
  await expect.poll(() => points(bench)).toBe(0);
  await expect(bench.cell(NAME)).toContainText("submitted");
  await page.context().close();
});

test("[X4] [T9] a passage that is gone is placed on the words that say it now, by keyboard alone", async ({ browser }) => {
  const page = await pageAs(browser, "ana");
  const bench = new Bench(page);
  const keys = new Keyboard(page);
  await page.goto(`${made.path}?claim=12&source=1`);
  await expect(inState(bench, "not found")).toHaveCount(1);
  await expect(bench.inspector.getByText("stood in r1")).toBeVisible();
  const words = CORRECTION.slice(0, CORRECTION.indexOf(" at berth"));
  await keys.select(1, words);
  await keys.press("Shift+P");
  const second = page.getByRole("dialog", { name: `Place a passage of C12 in ${NAME}` });
  const own = second.getByRole("radio", { name: /the words you selected$/ });
  await keys.tabTo(own);
  await keys.press("Space");
  await expect(own).toBeChecked();
  await keys.press("Enter");
  await expect(second).toBeHidden();
  await expect(bench.inspector.getByRole("button", { name: words })).toBeVisible();
  await expect(inState(bench, "not found")).toHaveCount(0);
  await bench.saved();
  await keys.press("s");
  await expect(bench.cell(NAME)).toContainText("submitted");
  await page.context().close();
});

test("an older revision has an address, is read and not tagged, and says what changed since", async ({ browser }) => {
  const page = await pageAs(browser, "teo");
  const bench = new Bench(page);
  await page.goto(`${made.path}/sources`);
  await page.getByRole("link", { name: "r1", exact: true }).click();
  await expect(page).toHaveURL(/revision=1/);
  const note = page.getByRole("note").filter({ hasText: "Revision 1 of 2" });
  await expect(note).toContainText("Tags stand on revision 2.");
  await expect(page.getByRole("region", { name: `${NAME}, revision 1` })).toContainText(wordsOf(1));
  await expectNoViolations(page, "an older revision");
  await page.setViewportSize(PHONE);
  await expectFits(page);
  await page.setViewportSize(DESK);
  await note.getByRole("button", { name: "What changed since" }).click();
  const changes = page.getByRole("dialog", { name: `Revision 1 → 2 of ${NAME}` });
  await expect(changes.getByText(CORRECTION)).toBeVisible();
  await page.keyboard.press("Escape");
  await note.getByRole("button", { name: "Back to revision 2" }).click();
  await expect(bench.pane(1, NAME).text).toContainText(CORRECTION);
  await page.context().close();
});
