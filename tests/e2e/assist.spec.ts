import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import type { RevisionText } from "@assay/domain";
import { expectNoViolations } from "./helpers/axe.ts";
import { Bench, toast } from "./helpers/bench.ts";
import { caseView, revisionTexts } from "./helpers/case-data.ts";
import { addSource, apiOf } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { approveAll, doneCells, workByHand, workWithSuggestions } from "./helpers/key-count.ts";
import { pageAs } from "./helpers/people.ts";
import { GAZETTE, SOURCES, tarnWeir } from "./helpers/tarn-weir.ts";

/** What the machine proposes, and what people make of it. */

/** A case is read in the background, on a machine that has more to do. */
const READ = { timeout: 30_000 };
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const accepted = (page: Page, count: number) => page.getByText(`In the case ${count}`, { exact: true });
const dismissed = (page: Page, count: number) => page.getByText(`Dismissed ${count}`, { exact: true });
const items = (page: Page) => page.getByRole("region", { name: /^Suggested claims, / }).getByRole("listitem");
const current = (page: Page) => page.locator(".sug-item[aria-current=true]");

test("suggested claims are accepted, edited, merged, dismissed and brought back, and all of it is undone", async ({
  browser,
}: {
  browser: Browser;
}) => {
  const made = await tarnWeir("Tarn Weir, suggested");
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}/suggestions?source=1`);
  await expect(items(page).nth(3)).toBeVisible(READ);
  const [first = "", second = "", third = ""] = await page.locator(".sug-text").allTextContents();
  const total = await items(page).count();
  await expectNoViolations(page, "the suggested claims of a source");

  await page.keyboard.press("a");
  await expect(accepted(page, 1)).toBeVisible();
  await expect(current(page)).toContainText(second);
  await page.keyboard.press("u");
  await expect(accepted(page, 0)).toBeVisible();
  await expect(current(page)).toContainText(first);
  await page.keyboard.press("a");
  await expect(accepted(page, 1)).toBeVisible();

  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: "Wording" })).toHaveValue(second);
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("In other words.");
  await page.keyboard.press("Enter");
  await expect(accepted(page, 2)).toBeVisible();

  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog", { name: "Merge into an existing claim" });
  await dialog.getByRole("combobox").fill("In other words");
  await expect(dialog.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(toast(page, "Its passage is a draft of yours under C")).toBeVisible();
  await expect(dismissed(page, 1)).toBeVisible();

  await page.keyboard.press("d");
  await expect(dismissed(page, 2)).toBeVisible();
  await expect(items(page)).toHaveCount(total - 4);
  await page.reload();
  await expect(dismissed(page, 2)).toBeVisible();
  await expect(items(page)).toHaveCount(total - 4);

  await page.keyboard.press("h");
  await expect(items(page)).toHaveCount(2);
  await page.keyboard.press("r");
  await expect(items(page)).toHaveCount(1);
  await page.keyboard.press("h");
  await expect(items(page)).toHaveCount(total - 3);

  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar", { name: "With those picked" })).toContainText(`${total - 3} picked`);
  await page.keyboard.press("Shift+B");
  await expect(accepted(page, total - 1)).toBeVisible();
  await page.keyboard.press("u");
  await expect(accepted(page, 2)).toBeVisible();
  // One step further back each time, never back and forth.
  await page.keyboard.press("u");
  await expect(dismissed(page, 2)).toBeVisible();
  await page.keyboard.press("u");
  await expect(toast(page, "Nothing to undo.")).toBeVisible();
  await expect(dismissed(page, 2)).toBeVisible();

  const view = await caseView(page);
  const standing = view.claims.filter(({ withdrawn }) => !withdrawn);
  expect(standing.map(({ text }) => text)).toEqual([first, "In other words."]);
  expect(standing.map(({ suggestion }) => suggestion?.provider)).toEqual(["built-in", "built-in"]);
  const texts = await revisionTexts(page);
  const kept = view.tags.filter(({ claimId, state }) => state !== "withdrawn" && standing.some(({ id }) => id === claimId));
  expect(kept.map(({ state, evidence }) => [state, evidence.length])).toEqual([["draft", 1], ["draft", 2]]);
  for (const { sourceId, evidence } of kept) {
    for (const { start, end, exact } of evidence) expect(texts.get(sourceId)?.slice(start, end)).toBe(exact);
  }
  expect(third).not.toBe("");

  await page.setViewportSize(PHONE);
  await expect(page.getByRole("combobox", { name: "Suggestions for" })).toBeVisible();
  await expect(items(page).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectNoViolations(page, "the suggested claims on a phone");
  await page.setViewportSize(DESK);
  for (const [list, name] of [["merges", "Claims that say the same"], ["omissions", "What each leaves out"]] as const) {
    await page.goto(`${made.path}/suggestions?list=${list}`);
    await expect(page.getByRole("heading", { name, level: 2 })).toBeVisible();
    await expectNoViolations(page, `the list of ${list}`);
  }
  await page.context().close();
});

test("what a claim says already is marked under it, a claim of two things is split, copies count once; all undone", async ({
  browser,
}: {
  browser: Browser;
}) => {
  const made = await tarnWeir("Tarn Weir, known already");
  await addSource(made, { publisher: "Tarn Evening", text: `${GAZETTE}\n\nFrom our wire service.` });
  const api = await apiOf("wren");
  const { caseId } = made;
  const claim = (text: string) =>
    api.claim.create.mutate({ mutationId: crypto.randomUUID(), caseId, id: crypto.randomUUID(), text, type: "event", claimant: "" });
  await claim("Hedda Moll, the lock keeper, closed the sluices by hand.");
  await claim("Four barges were trapped in the basin, and the gate was last inspected in 2019.");
  const page = await pageAs(browser, "ana");
  const standing = async () => (await caseView(page)).claims.filter(({ withdrawn }) => !withdrawn);

  await page.goto(`${made.path}/suggestions?source=1`);
  const known = items(page).filter({ hasText: "says the same as C1" });
  await expect(known).toHaveCount(1, READ);
  const fresh = (await items(page).count()) - (await items(page).filter({ hasText: "says the same as" }).count());
  const below = await items(page).evaluateAll((all) => all.findIndex((one) => one.textContent?.includes("says the same as")));
  expect(below).toBe(fresh);
  await expectNoViolations(page, "a suggestion of a claim that is there already");
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("toolbar", { name: "With those picked" })).toContainText(`${fresh} picked`);
  await page.keyboard.press("Control+a");
  await known.getByRole("button").first().click();
  await expect(current(page)).toContainText("says the same as C1");
  await page.keyboard.press("m");
  await expect(toast(page, "Its passage is a draft of yours under C1.")).toBeVisible();
  await expect(known).toHaveCount(0);
  expect(await standing()).toHaveLength(2);
  const { tags } = await caseView(page);
  expect(tags.map(({ state, stance, evidence }) => [state, stance, evidence.length])).toEqual([["draft", "verified", 1]]);
  await page.keyboard.press("u");
  await expect(known).toHaveCount(1);

  await page.goto(`${made.path}/suggestions?list=splits`);
  const split = page.getByRole("region", { name: "Claims that say two things" }).getByRole("listitem");
  await expect(split.filter({ hasText: "C2 seems to say two things" })).toBeVisible(READ);
  await page.keyboard.press("a");
  await expect(toast(page, "C2 is split into 2 claims.")).toBeVisible();
  const children = (await standing()).filter(({ parentId }) => parentId !== null);
  expect(children).toHaveLength(2);

  await page.goto(`${made.path}/suggestions?list=groups`);
  const groups = page.getByRole("region", { name: "Sources that share text" }).getByRole("listitem");
  await expect(groups.first()).toContainText("Tarn Evening", READ);
  await expect(groups.first()).toContainText("word for word");
  await page.keyboard.press("a");
  await expect(toast(page, "2 sources count once")).toBeVisible();
  const grouped = async () => (await caseView(page)).sources.map(({ independenceGroup }) => independenceGroup);
  const [gazette, radio, trust, evening] = await grouped();
  expect([gazette !== "", radio, trust, evening]).toEqual([true, "", "", gazette]);
  await expectNoViolations(page, "sources that share text");
  await page.keyboard.press("u");
  await page.keyboard.press("u");
  await expect.poll(grouped).toEqual(["", "", "", ""]);
  await page.context().close();
});

test("from suggestions to a reviewed matrix in fewer than a quarter of the keys that hand work takes", async ({
  browser,
}: {
  browser: Browser;
}) => {
  test.setTimeout(300_000);
  const claims = 3;
  const quick = await tarnWeir("Tarn Weir, by suggestion");
  const slow = await tarnWeir("Tarn Weir, by hand");
  const author = await pageAs(browser, "ana");
  const reviewer = await pageAs(browser, "teo");
  const suggested = await workWithSuggestions(author, quick.path, claims);
  const matrix = doneCells(await caseView(author));
  expect(matrix).toHaveLength(claims * SOURCES.length);
  const texts = await textsOf(slow);
  const byHand = await workByHand(author, slow.path, matrix, texts);
  const view = await caseView(author);
  const places = (cells: typeof matrix) => cells.map((cell) => JSON.stringify(cell)).toSorted();
  expect(places(doneCells(view))).toEqual(places(matrix));
  const reviewed = [
    await approveAll(reviewer, quick.path, matrix.length),
    await approveAll(reviewer, slow.path, matrix.length),
  ] as const;
  const [withAssist, without] = [suggested + reviewed[0], byHand + reviewed[1]];
  console.log(`${matrix.length} cells: ${withAssist} key presses from suggestions, ${without} by hand`);
  expect(withAssist).toBeLessThan(without / 4);
  await author.context().close();
  await reviewer.context().close();
});

async function textsOf({ caseId }: MadeCase): Promise<RevisionText[]> {
  const api = await apiOf("wren");
  const { sources } = await api.case.get.query({ caseId });
  return Promise.all(sources.map(({ id: sourceId }) => api.source.text.query({ caseId, sourceId })));
}

test("a cell’s suggestion is a draft and no more, a silence is attested by a person, and differences lead to their words", async ({
  browser,
}: {
  browser: Browser;
}) => {
  const made = await tarnWeir("Tarn Weir, in the workbench");
  const api = await apiOf("wren");
  const { caseId } = made;
  const claimId = crypto.randomUUID();
  const text = "Four barges were trapped in the basin for nine hours.";
  await api.claim.create.mutate({ mutationId: crypto.randomUUID(), caseId, id: claimId, text, type: "number", claimant: "" });
  const silent = "Two bargemen were treated for bruises at Tarn Infirmary.";
  await api.claim.create.mutate({
    mutationId: crypto.randomUUID(), caseId, id: crypto.randomUUID(), text: silent, type: "event", claimant: "",
  });
  const gate = "The upper gate of Tarn Weir lock broke.";
  await api.claim.create.mutate({
    mutationId: crypto.randomUUID(), caseId, id: crypto.randomUUID(), text: gate, type: "event", claimant: "",
  });
  const page = await pageAs(browser, "ana");
  const bench = new Bench(page);
  const box = bench.inspector.getByRole("region", { name: "Suggestion for this cell" });
  await page.goto(`${made.path}?claim=1&source=3`);
  await expect(box.getByRole("list", { name: "Suggested passages" })).toBeVisible(READ);
  await expect(box).toContainText("verified");
  await expectNoViolations(page, "a suggestion in the inspector");
  await page.keyboard.press("a");
  await expect(bench.cell("Canal Trust")).toContainText("draft");
  await expect(bench.inspector.getByText("From a suggestion of the built-in reader")).toBeVisible();
  const [tag] = (await caseView(page)).tags;
  expect(tag).toMatchObject({ state: "draft", stance: "verified", suggestion: { provider: "built-in" } });

  await page.goto(`${made.path}?claim=2&source=3`);
  await expect(box.getByRole("list", { name: "Nearest passages" })).toBeVisible(READ);
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog", { name: "C2 is missing from Canal Trust" });
  const attest = dialog.getByRole("button", { name: /^Attest/ });
  await expect(attest).toHaveAccessibleDescription(/Tick the box once you have/);
  await expect(dialog.locator(".insp-chip").first()).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeVisible();
  expect((await caseView(page)).tags).toHaveLength(1);
  await expectNoViolations(page, "an attestation that was suggested");
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(bench.cell("Canal Trust")).toContainText("missing");

  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(bench.inspector.getByRole("region", { name: "Suggestions for C1" })).toContainText("conflicting", READ);
  await page.keyboard.press("r");
  await expect(page.locator(".sug-diffs > li.on")).toHaveCount(1);
  const differences = bench.inspector.getByRole("region", { name: "Suggestions for C1" }).getByRole("listitem");
  await expect(differences.first()).toContainText("Four the claim against Six");

  // What differs in the same passages and is nothing of the claim's is folded; the key opens it.
  await page.goto(`${made.path}?claim=3&source=1`);
  const nearBy = bench.inspector.getByRole("region", { name: "Suggestions for C3" });
  await expect(nearBy).toContainText("none in what this claim says", READ);
  await expect(nearBy.getByRole("listitem")).toHaveCount(0);
  await page.keyboard.press("r");
  await expect(nearBy.getByRole("listitem").first()).toBeVisible();
  await expect(page.locator(".sug-nearby li.on")).toHaveCount(1);
  await expectNoViolations(page, "differences near by, unfolded");
  await page.context().close();

  // Looked at and not saved: another reader would read for every other test of this desk.
  const lead = await pageAs(browser, "wren");
  const { workspaceId } = await api.case.get.query({ caseId });
  await lead.goto(`/w/${workspaceId}/policy`);
  const settings = lead.getByRole("region", { name: "Suggestions" });
  const save = settings.getByRole("button", { name: "Save the reader" });
  await expect(settings.getByRole("radio", { name: "Built-in" })).toBeChecked();
  await settings.getByText("A model by its address").click();
  await settings.getByRole("textbox", { name: "Address" }).fill("https://models.example/v1");
  await settings.getByRole("textbox", { name: "Model" }).fill("small");
  await expect(settings.getByRole("note")).toContainText("The full text of every source, and every claim");
  await expect(save).toHaveAccessibleDescription("Say first that the texts may be sent there.");
  await settings.getByText("The texts of this desk may be sent there").click();
  await expect(save).not.toHaveAttribute("aria-disabled", "true");
  await expectNoViolations(lead, "the settings of a model");
  await lead.context().close();
});
