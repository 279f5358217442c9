import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { Bench, toast } from "./helpers/bench.ts";
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
  await review.decide("Approve");
  await expect(review.sheet).toContainText("It says Three.");
  await review.read();
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
  await review.read();
  // Still held when the next one is there, by its key or on the button: that is no decision either.
  await page.keyboard.down("a");
  await expect(review.sheet).toContainText("It says One.");
  await review.read();
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

/**
 * Presses these keys, each by itself and not held, as soon as another tag is shown. From inside the page, so that a busy
 * machine cannot put a pause before them that would be long enough to read.
 */
async function pressAtOnce(page: Page, keys: string[]): Promise<void> {
  await page.evaluate((pressed) => {
    const before = document.querySelector(".review-stage");
    const watcher = new MutationObserver(() => {
      const now = document.querySelector(".review-stage");
      if (now === null || now === before) return;
      watcher.disconnect();
      for (const key of pressed) {
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      }
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  }, keys);
}

/** How many notices nothing lies over, another notice least of all. */
async function noticesInSight(page: Page): Promise<number> {
  return page.locator("[data-sonner-toast][data-removed=false]").evaluateAll(
    (notices) =>
      notices.filter((notice) => {
        const { left, top, width, height } = notice.getBoundingClientRect();
        return notice.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      }).length,
  );
}

test("[T5] four quick presses decide on the tag that was read, and say of the next one that it was not", async ({ browser }) => {
  const made = await makeCase("Pressed four times");
  const sourceId = await addSource(made, { publisher: "Gazette", text: "One. Two. Three. Four. Five." });
  for (const words of ["One", "Two", "Three", "Four", "Five"]) {
    const claimId = await addClaim("ana", made, `It says ${words}.`);
    await addTag("ana", made, { claimId, sourceId, stance: "verified", words }, true);
  }
  const page = await pageAs(browser, "teo");
  await page.goto(`${made.path}/review`);
  const review = new Review(page);
  await expect(review.sheet).toContainText("It says Five.");
  await review.read();
  // The other presses of somebody impatient, as soon as there is another tag to hit.
  await pressAtOnce(page, ["a", "a", "a"]);
  await page.keyboard.press("a");
  await expect(review.sheet).toContainText("It says Four.");
  const told = toast(page, "C4, Gazette has only just come up, and was not approved. Read it, then approve it.");
  await expect(told).toBeVisible();
  await expect(toast(page, /C5, Gazette approved/)).toBeVisible();
  // The later notice stands beside it, not before it.
  await expect.poll(() => noticesInSight(page)).toBe(2);
  expect((await caseView(page, made.path)).reviews).toHaveLength(1);
  // Whoever has read it decides with one press, and the notice is about nothing any more.
  await review.read();
  await page.keyboard.press("a");
  await expect(told).toBeHidden();
  await expect(toast(page, /C4, Gazette approved/)).toBeVisible();
  await expect(review.sheet).toContainText("It says Three.");
  // Passed by without a look: what was not opened is not approved with others.
  const picked = page.getByRole("group", { name: "Picked tags" });
  await page.keyboard.press("b");
  await picked.getByRole("button", { name: "Pick all" }).click();
  await expect(picked).toContainText("3 picked, 2 not opened yet");
  await pressAtOnce(page, ["k"]);
  await page.keyboard.press("j");
  await expect(review.sheet).toContainText("It says Three.");
  await review.read();
  await expect(picked).toContainText("3 picked, 2 not opened yet");
  await page.keyboard.press("Shift+b");
  await expect(toast(page, "1 tag approved.")).toBeVisible();
  const { tags } = await caseView(page, made.path);
  expect(tags.map(({ state }) => state)).toEqual(["submitted", "submitted", "approved", "approved", "approved"]);
  await page.context().close();
});

test("the bar of the selected words is gone before the desk has the tag of them", async ({ browser }) => {
  const made = await makeCase("Words under the bar");
  await addSource(made, { publisher: "Gazette", text: "The bridge closed at nine. Two lorries waited." });
  await addClaim("ana", made, "The bridge closed at nine.");
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  const bench = new Bench(page);
  const bar = page.getByRole("toolbar", { name: "With the selected words" });
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/tag\.save/, (route) => held.then(() => route.continue()), { times: 1 });
  await bench.pane(1, "Gazette").select("closed at nine");
  await expect(bar).toBeVisible();
  await page.keyboard.press("v");
  await expect(bench.cell("Gazette")).toContainText("verified");
  await expect(bar).toHaveCount(0);
  answer();
  await bench.saved();
  await expect(bar).toHaveCount(0);
  await page.context().close();
});
