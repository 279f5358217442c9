import { expect, test } from "@playwright/test";
import { toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, makeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";
import { Review } from "./helpers/review.ts";

/** A key held too long, or hit twice: it does its one thing once. */
test("[T2] [T5] A key held, or a click doubled, decides on the tag that was read and on no other", async ({ browser }) => {
  const made = await makeCase("Four tags to review");
  const sourceId = await addSource(made, { publisher: "Gazette", text: "One. Two. Three. Four." });
  for (const words of ["One", "Two", "Three", "Four"]) {
    const claimId = await addClaim("ana", made, `It says ${words}.`);
    await addTag("ana", made, { claimId, sourceId, stance: "verified", words }, true);
  }
  const page = await pageAs(browser, "teo");
  await page.goto(`${made.path}/review`);
  const review = new Review(page);
  await expect(review.sheet).toContainText("It says Four.");
  const approve = page.getByRole("group", { name: "Decision" }).getByRole("button", { name: /^Approve/ });
  await approve.click();
  await expect(review.sheet).toContainText("It says Three.");
  // The second half of a double click, when the next tag is there already.
  await approve.evaluate((button) => button.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 2 })));
  await expect(toast(page, /C4, .* approved/)).toBeVisible();
  await page.locator("body").focus();
  await page.evaluate(() => {
    for (const repeat of [false, true]) {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true, repeat }));
    }
  });
  await expect(toast(page, /C3, .* approved/)).toBeVisible();
  await expect(review.sheet).toContainText("It says Two.");
  // Still held when the next one is there, by its key or on the button: that is no decision either.
  await page.keyboard.down("a");
  await expect(review.sheet).toContainText("It says One.");
  await page.keyboard.down("a");
  await page.keyboard.down("a");
  await page.keyboard.up("a");
  await approve.focus();
  await page.evaluate(() => {
    const held = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, repeat: true });
    if (document.activeElement?.dispatchEvent(held) === true) throw new Error("Enter would press the button again");
  });
  // Changes are sent one after the other: what the second press might have sent has been answered by now.
  await expect(toast(page, /C2, .* approved/)).toBeVisible();
  await expect(review.sheet).toContainText("It says One.");
  await expect(page.getByText(/already approved/)).toHaveCount(0);
  const { tags, reviews } = await caseView(page, made.path);
  expect(tags.map(({ state }) => state)).toEqual(["submitted", "approved", "approved", "approved"]);
  expect(reviews).toHaveLength(3);
  await page.context().close();
});
