import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addSource, makeCase, reviseSource } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";
import { tarnWeir } from "./helpers/tarn-weir.ts";

/** Two people at the suggestions of one source: nobody takes what they have not read, nobody loses words. */

const READ = { timeout: 30_000 };
const current = (page: Page) => page.locator(".sug-item[aria-current=true]");
const texts = (page: Page) => page.locator(".sug-text").allTextContents();

test("what a colleague takes moves nothing under the hand, and leaves the words that are being written", async ({ browser }) => {
  const made = await tarnWeir("Tarn Weir, suggested to two");
  const [mine, theirs] = [await pageAs(browser, "ana"), await pageAs(browser, "priya")];
  for (const page of [mine, theirs]) {
    await page.goto(`${made.path}/suggestions?source=1`);
    await expect(page.locator(".sug-text").nth(4)).toBeVisible(READ);
  }
  const [first = "", second = "", third = "", fourth = ""] = await texts(mine);
  expect((await texts(theirs)).slice(0, 4)).toEqual([first, second, third, fourth]);

  await mine.keyboard.press("j");
  await mine.keyboard.press("j");
  await expect(current(mine)).toContainText(third);
  await theirs.keyboard.press("a");
  await expect(mine.getByText(first, { exact: true })).toHaveCount(0);
  await expect(current(mine)).toContainText(third);

  await theirs.keyboard.press("j");
  await expect(current(theirs)).toContainText(third);
  const hasty = mine.evaluate(pressOnceChanged, third);
  await theirs.keyboard.press("a");
  await hasty;
  await expect(current(mine)).toContainText(fourth);
  await expect(toast(mine, "The one you were reading has left the list.")).toBeVisible();
  expect((await caseView(mine)).claims.map(({ text }) => text)).toEqual([first, third]);

  const wording = mine.getByRole("textbox", { name: "Wording" });
  // As long as it takes to read the next one.
  await mine.waitForTimeout(1_500);
  await mine.keyboard.press("e");
  await expect(wording).toHaveValue(fourth);
  await mine.keyboard.press("Control+a");
  await mine.keyboard.insertText("The same in plainer words.");
  await expect(current(theirs)).toContainText(fourth);
  await theirs.keyboard.press("a");
  await expect(mine.getByText(/^It has left the list meanwhile/)).toBeVisible();
  await expect(wording).toHaveValue("The same in plainer words.");
  await expect(wording).toBeFocused();
  await mine.keyboard.press("Enter");
  await expect(wording).toHaveCount(0);
  await expect.poll(async () => (await caseView(mine)).claims.at(-1)?.text).toBe("The same in plainer words.");
  await expect(current(mine)).toBeFocused();

  for (const page of [mine, theirs]) await page.context().close();
});

test("[X4] a newer text of the source takes no words from under the hand, and what has lost its words is refused", async ({ browser }) => {
  const made = await makeCase("Tarn Weir, suggested and revised");
  const KEPT = "Forty people were moved from their homes in the night.";
  const LOST = "The council paid 40,000 pounds for the gate.";
  const before = `The weir was shut at nine on Monday. ${KEPT} ${LOST} The river rose two metres in three hours.`;
  const sourceId = await addSource(made, { publisher: "Gazette", text: before });
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}/suggestions?source=1`);
  const wording = page.getByRole("textbox", { name: "Wording" });
  const edit = async (text: string, words: string) => {
    await page.getByRole("button", { name: text, exact: true }).click();
    await page.keyboard.press("e");
    await expect(wording).toHaveValue(text);
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(words);
  };
  await expect(page.getByText(KEPT, { exact: true })).toBeVisible(READ);
  await edit(KEPT, "Forty had to leave.");
  await reviseSource("wren", made, sourceId, `The council met. ${before}`);
  await expect(page.locator(".sug-source")).toContainText("The council met.");
  await expect(wording).toHaveValue("Forty had to leave.");
  await expect(wording).toBeFocused();
  // Refused, with the words there again, for as long as the newer text is being read.
  await expect(async () => {
    if ((await wording.count()) > 0) await wording.press("Enter");
    expect((await caseView(page)).claims.map(({ text }) => text)).toEqual(["Forty had to leave."]);
  }).toPass(READ);
  expect((await caseView(page)).tags[0]?.evidence[0]?.exact).toBe(KEPT.slice(0, -1));

  await edit(LOST, "It cost forty thousand.");
  await reviseSource("wren", made, sourceId, `The council met. ${before.replace(LOST, "")}`);
  await expect(page.getByText(/^It has left the list meanwhile/)).toBeVisible(READ);
  await page.keyboard.press("Enter");
  await expect(toast(page, "Its newer revision does not have these words.")).toBeVisible();
  await expect(wording).toHaveValue("It cost forty thousand.");
  await page.context().close();
});

/** Runs in the page: presses A as soon as the suggestion with the cursor is another one, however slow the machine is. */
function pressOnceChanged(before: string): Promise<void> {
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (document.querySelector(".sug-item[aria-current=true]")?.textContent?.includes(before) === true) return;
      watch.disconnect();
      setTimeout(() => {
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true }));
        resolve();
      }, 50);
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}
