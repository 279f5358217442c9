import { expect, test } from "@playwright/test";
import { toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, makeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";
import { Review } from "./helpers/review.ts";

/** A key held too long, or hit twice: it does its one thing once. */
test("[T2] A pressed twice at once decides on the tag that was read, and on no other", async ({ browser }) => {
  const made = await makeCase("Three tags to review");
  const sourceId = await addSource(made, { publisher: "Gazette", text: "One. Two. Three." });
  for (const words of ["One", "Two", "Three"]) {
    const claimId = await addClaim("ana", made, `It says ${words}.`);
    await addTag("ana", made, { claimId, sourceId, stance: "verified", words }, true);
  }
  const page = await pageAs(browser, "teo");
  await page.goto(`${made.path}/review`);
  const review = new Review(page);
  await expect(review.sheet).toContainText("It says Three.");
  await page.evaluate(() => {
    for (const repeat of [false, true]) {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true, cancelable: true, repeat }));
    }
  });
  await expect(toast(page, /C3, .* approved/)).toBeVisible();
  await expect(review.sheet).toContainText("It says Two.");
  await page.keyboard.press("a");
  // Changes are sent one after the other: what the second press might have sent has been answered by now.
  await expect(toast(page, /C2, .* approved/)).toBeVisible();
  await expect(review.sheet).toContainText("It says One.");
  await expect(page.getByText(/already approved/)).toHaveCount(0);
  const { tags, reviews } = await caseView(page, made.path);
  expect(tags.map(({ state }) => state)).toEqual(["submitted", "approved", "approved"]);
  expect(reviews).toHaveLength(2);
  await page.context().close();
});
