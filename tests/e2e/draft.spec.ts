import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { expectNoViolations } from "./helpers/axe.ts";
import { caseView, revisionTexts } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, apiOf, describeSource, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";
import { toast } from "./helpers/bench.ts";
import { newId } from "../support/api.ts";

const TEXT = [
  "The ferry that came back",
  "The ferry left at noon with 214 people aboard, the harbour office said.",
  "It came back at noon the day after.",
].join("\n\n");

const PHONE = { width: 390, height: 844 };

async function draftCase(title: string): Promise<MadeCase & { sourceId: string; approved: string; other: string }> {
  const made = await makeCase(title);
  const sourceId = await addSource(made, { publisher: "Our own story", text: TEXT, kind: "draft" });
  const boarded = await addClaim("wren", made, "214 people were aboard.");
  const left = await addClaim("wren", made, "The ferry left at noon.");
  const approved = await addTag("ana", made, { claimId: left, sourceId, stance: "verified", words: "left at noon" }, true);
  const other = await addTag("ana", made, { claimId: boarded, sourceId, stance: "disputed", words: "214 people aboard" }, true);
  const review = { caseId: made.caseId, tagVersion: 1, decision: "approve" as const, reason: "" };
  const teo = await apiOf("teo");
  for (const tagId of [approved, other]) await teo.review.decide.mutate({ mutationId: newId(), tagId, ...review });
  return { ...made, sourceId, approved, other };
}

const paper = (page: Page): Locator => page.getByRole("textbox", { name: "Draft: Our own story" });
const side = (page: Page): Locator => page.getByRole("complementary", { name: "Tagged passages" });
const kept = (page: Page): Locator => page.getByText(/kept on this device/);

test("a draft is written on: tags go with their words, other words are shown, and saving makes stale what they carried", async ({
  browser,
}) => {
  const made = await draftCase("The ferry, before print");
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}?source=1`);
  await expect(page.getByRole("link", { name: "Write on Our own story" })).toBeVisible();
  await page.keyboard.press("Shift+E");
  await expect(page).toHaveURL(/\/draft\/1$/);
  await expect(side(page).getByRole("status")).toHaveText("All 2 stand in their words.");
  await expect(paper(page).getByRole("heading", { name: "The ferry that came back" })).toBeVisible();

  // Before both passages: they move.
  await paper(page).getByText("The ferry that came back").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("Corrected on Friday");
  await page.keyboard.press("Control+Alt+2");
  await expect(paper(page).getByRole("heading", { level: 4, name: "Corrected on Friday" })).toBeVisible();
  await expect(side(page).getByRole("status")).toHaveText("All 2 stand in their words.");

  // At an edge nothing is taken in; in the middle the words are other ones; undo gives them back.
  const people = side(page).getByRole("button", { name: /C1/ });
  await people.click();
  await expect(paper(page)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("some ");
  await expect(paper(page)).toContainText("with some 214 people aboard");
  await expect(side(page).getByRole("status")).toHaveText("All 2 stand in their words.");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("0");
  await expect(people).toContainText("other words");
  await expect(people.locator("ins")).toHaveText("2014");
  await expect(side(page).getByRole("status")).toHaveText("1 passage in other words. Their tags become stale when this is saved.");
  await page.keyboard.press("Control+z");
  await expect(side(page).getByRole("status")).toHaveText("All 2 stand in their words.");
  await page.keyboard.press("Control+Shift+z");
  await expect(people).toContainText("other words");

  // Emphasis and a link; both outlive a reload of the page, with every word.
  await side(page).getByRole("button", { name: /C2/ }).click();
  await page.keyboard.press("Control+b");
  await expect(page.getByRole("button", { name: "Bold" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: "Web address" }).fill("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByText("This is not a web address.")).toBeVisible();
  await page.getByRole("textbox", { name: "Web address" }).fill("harbour.example/times");
  await page.keyboard.press("Enter");
  await expect(paper(page).locator(".dt-link.dt-bold")).toHaveText("left at noon");
  await expect(kept(page)).toBeVisible();
  await expectNoViolations(page, "a draft being written");
  await expect(page.getByRole("status").filter({ hasText: /^Saved/ }).or(kept(page)).first()).toBeVisible();
  await page.goto(made.path);
  await page.goto(`${made.path}/draft/1`);
  await expect(paper(page).locator(".dt-link.dt-bold")).toHaveText("left at noon");
  await expect(people).toContainText("other words");

  await paper(page).getByText("It came back").click();
  await page.keyboard.press("Control+s");
  const dialog = page.getByRole("dialog", { name: "Save as revision 2" });
  await expect(dialog.getByRole("region", { name: "What changes in the text" })).toContainText("Corrected on Friday");
  await expect(dialog.getByRole("button", { name: "words changed 1" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "moved 1" })).toBeVisible();
  await expect(dialog).toContainText("2 passages. 1 tag would become stale.");
  await expectNoViolations(page, "saving a draft");
  await page.keyboard.press("Control+Enter");
  await expect(toast(page, "Saved as revision 2 of Our own story.")).toBeVisible();
  await expect(page.getByText("as in revision 2")).toBeVisible();
  await expect(page.getByRole("button", { name: "Give up" })).toHaveCount(0);

  const { tags, sources } = await caseView(page);
  expect(sources[0]?.revision).toMatchObject({ number: 2 });
  expect(tags.find(({ id }) => id === made.approved)).toMatchObject({ state: "approved", evidence: [{ state: "moved", exact: "left at noon" }] });
  expect(tags.find(({ id }) => id === made.other)).toMatchObject({ state: "stale" });
  const { text, blocks } = await (await apiOf("ana")).source.text.query({ caseId: made.caseId, sourceId: made.sourceId });
  expect(text).toBe(`Corrected on Friday\n\n${TEXT.replace("214", "some 2014")}`);
  expect(blocks[0]).toMatchObject({ kind: "heading", level: 2 });
  expect(blocks[2]?.marks?.map(({ kind, start, end, href }) => [kind, text.slice(start, end), href])).toEqual([
    ["bold", "left at noon", undefined],
    ["link", "left at noon", "https://harbour.example/times"],
  ]);

  await page.setViewportSize(PHONE);
  await expect(paper(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await page.context().close();
});

test("a revision stored meanwhile takes nothing away: both are compared before the draft is saved on top of it", async ({
  browser,
}) => {
  const made = await draftCase("The ferry, by two");
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}/draft/1`);
  await paper(page).getByText("It came back").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Ana adds this.");
  await expect(kept(page)).toBeVisible();

  const teo = await apiOf("teo");
  const [source] = (await teo.case.get.query({ caseId: made.caseId })).sources;
  const theirs = { kind: "text" as const, text: `${TEXT}\n\nTeo adds that.` };
  const base = { caseId: made.caseId, sourceId: made.sourceId, baseRevisionId: source?.revision.id ?? "", completeness: "full" as const };
  await teo.source.revise.mutate({ mutationId: newId(), ...base, content: theirs });

  await expect(page.getByText("Revision 2 was stored while this draft was written on an older one.")).toBeVisible();
  await expect(paper(page)).toContainText("Ana adds this.");
  await page.getByRole("button", { name: "Compare with revision 2" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as revision 3" });
  await expect(dialog.locator("del").first()).toContainText("Teo");
  await expect(dialog.locator("ins").first()).toContainText("Ana");
  await dialog.getByRole("button", { name: "Go on writing" }).click();
  await expect(paper(page)).toBeFocused();
  await page.keyboard.press("Control+s");
  await page.getByRole("button", { name: /^Save revision 3/ }).click();
  await expect(toast(page, "Saved as revision 3")).toBeVisible();
  expect([...(await revisionTexts(page)).values()]).toEqual([`${TEXT}\n\nAna adds this.`]);

  // Saved without a network, it is sent later; what was written in between stays.
  await expect(page.getByText("as in revision 3")).toBeVisible();
  await paper(page).getByText("Ana adds this.").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" And this.");
  await page.context().setOffline(true);
  await page.keyboard.press("Control+s");
  await page.getByRole("button", { name: /^Save revision 4/ }).click();
  await expect(page.getByRole("button", { name: /^Saving/ })).toBeVisible();
  await page.getByRole("button", { name: "Go on writing" }).click();
  await expect(paper(page)).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" More to come.");
  await page.context().setOffline(false);
  await expect(toast(page, "Saved as revision 4")).toBeVisible({ timeout: 30_000 });
  await expect(paper(page)).toContainText("Ana adds this. And this. More to come.");
  await expect(kept(page)).toBeVisible();
  expect([...(await revisionTexts(page)).values()]).toEqual([`${TEXT}\n\nAna adds this. And this.`]);
  await page.keyboard.press("Control+s");
  await page.getByRole("button", { name: /^Save revision 5/ }).click();
  await expect(toast(page, "Saved as revision 5")).toBeVisible();
  expect([...(await revisionTexts(page)).values()]).toEqual([`${TEXT}\n\nAna adds this. And this. More to come.`]);
  await page.context().close();
});

test("written in two windows of one person, both texts are kept on the device, and each is found again", async ({ browser }) => {
  const made = await draftCase("The ferry, in two windows");
  const first = await pageAs(browser, "ana");
  const second = await first.context().newPage();
  const another = (page: Page) => page.getByText("Another text of this draft is kept on this device");
  const add = async (page: Page, words: string) => {
    await paper(page).getByText("It came back").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(words);
  };
  for (const page of [first, second]) {
    await page.goto(`${made.path}/draft/1`);
    await expect(paper(page)).toBeVisible();
  }
  await add(first, " Written in the first.");
  await expect(kept(first)).toBeVisible();
  await add(second, " Written in the second.");
  await expect(kept(second)).toBeVisible();
  await first.reload();
  await expect(paper(first)).toContainText("Written in the second.");
  await expect(another(first)).toBeVisible();
  await expectNoViolations(first, "two texts of one draft");
  await first.getByRole("button", { name: "Open that text" }).click();
  await expect(paper(first)).toContainText("Written in the first.");
  await expect(another(first)).toBeVisible();

  // One is saved: the other is still there, and says that it was written on an older text.
  await first.keyboard.press("Control+s");
  await first.getByRole("button", { name: /^Save revision 2/ }).click();
  await expect(toast(first, "Saved as revision 2")).toBeVisible();
  expect([...(await revisionTexts(first)).values()]).toEqual([`${TEXT} Written in the first.`]);
  await second.close();
  await first.reload();
  await expect(paper(first)).toContainText("Written in the second.");
  await expect(first.getByText("Revision 2 was stored while this draft was written on an older one.")).toBeVisible();
  await expect(another(first)).toHaveCount(0);
  await first.context().close();
});

test("what is pasted from a page or a word processor keeps its words, its basic formatting, and nothing else", async ({ browser }) => {
  const made = await draftCase("The ferry, pasted");
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}/draft/1`);
  const html = `<meta charset="utf-8"><style>p { color: red }</style><h2>What the <b>log</b> says</h2>
    <p>It left   at <strong>noon</strong>,
      <a href="https://log.example/noon">as printed</a> and <a href="javascript:alert(1)">so on</a>.<br>Twice.</p>
    <ul><li><p>One rope</p></li><li>Two <i>ropes</i></li></ul><script>document.title = "run"</script>
    <b style="font-weight:normal"><span style="font-weight:700">Bold</span> and not</b><img src=x onerror="document.title = 'run'">`;
  await paper(page).getByText("It came back").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.evaluate(async (copied) => {
    await navigator.clipboard.write([new ClipboardItem({ "text/html": new Blob([copied], { type: "text/html" }) })]);
  }, html);
  await page.keyboard.press("Control+v");
  await expect(paper(page).getByRole("heading", { name: "What the log says" })).toBeVisible();
  await expect(side(page).getByRole("status")).toHaveText("All 2 stand in their words.");
  await expect(page).toHaveTitle(/The ferry, pasted/);
  await expect(kept(page)).toBeVisible();
  await page.keyboard.press("Control+s");
  await page.getByRole("button", { name: /^Save revision 2/ }).click();
  await expect(toast(page, "Saved as revision 2")).toBeVisible();
  const pasted = "What the log says\n\nIt left at noon, as printed and so on.\nTwice.\n\nOne rope\n\nTwo ropes\n\nBold and not";
  expect([...(await revisionTexts(page)).values()]).toEqual([`${TEXT}\n\n${pasted}`]);
  for (const [kind, words] of [["bold", "noon"], ["italic", "ropes"], ["bold", "Bold"], ["bold", "log"]] as const) {
    await expect(paper(page).locator(`.dt-${kind}`).filter({ hasText: words })).toBeVisible();
  }
  await page.keyboard.press("Control+z");
  await page.context().close();
});

test("in a draft of 10,000 paragraphs writing goes on at both ends, and only what is near is in the page", async ({ browser }) => {
  const made = await makeCase("A very long draft");
  const text = Array.from({ length: 10_000 }, (_, index) => `Paragraph ${index + 1} of the long story is here.`).join("\n\n");
  await addSource(made, { publisher: "Our own story", text, kind: "draft" });
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}/draft/1`);
  await paper(page).getByText("Paragraph 1 of").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" The end.");
  await expect(paper(page).getByText("Paragraph 10000 of the long story is here. The end.")).toBeVisible();
  expect(await paper(page).locator("p").count()).toBeLessThan(600);
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Begun: ");
  await expect(paper(page).getByText("Begun: Paragraph 1 of the long story is here.")).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`Begun: ${text} The end.`);
  await expect(kept(page)).toBeVisible();
  await page.keyboard.press("Control+s");
  await page.getByRole("button", { name: /^Save revision 2/ }).click();
  await expect(toast(page, "Saved as revision 2")).toBeVisible();
  expect([...(await revisionTexts(page)).values()]).toEqual([`Begun: ${text} The end.`]);
  await page.context().close();
});

test("only drafts are written on, and only by those who may", async ({ browser }) => {
  const made = await makeCase("Printed already");
  await addSource(made, { publisher: "Oldmere Echo", text: TEXT });
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}/draft/1`);
  await expect(page.getByRole("heading", { name: "Only drafts are written here" })).toBeVisible();
  await page.goto(`${made.path}/draft/7`);
  await expect(page.getByRole("heading", { name: "There is no source 7" })).toBeVisible();
  await page.context().close();
});

test("words of a draft that was never saved are there when it is no draft any more", async ({ browser }) => {
  const made = await draftCase("The ferry, an article now");
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}/draft/1`);
  await paper(page).getByText("It came back").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" An afternoon of work.");
  await expect(kept(page)).toBeVisible();
  await describeSource("wren", made, made.sourceId, { kind: "article" });
  await expect(page.getByRole("heading", { name: "Only drafts are written here" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: /never saved/ })).toHaveValue(`${TEXT} An afternoon of work.`);
  await expectNoViolations(page, "words of what was a draft");
  await page.context().close();
});
