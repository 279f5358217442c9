import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
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
