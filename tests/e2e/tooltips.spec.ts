import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { addSource, makeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";

/** What a small button is for: said by the pointer's rest, by the keyboard's focus, and by a press where it can do nothing. */
test("a tooltip opens where the pointer rests or the keyboard's focus is, and Escape closes it alone", async ({ browser }) => {
  const page = await bench(await pageAs(browser, "ana"), "Small buttons");
  const tip = page.getByRole("tooltip");
  const find = page.getByRole("button", { name: "Filter by words" });
  await find.hover();
  await expect(tip).toHaveText("Filter by words");
  await expect(find).toHaveAttribute("aria-describedby", (await tip.getAttribute("id")) ?? "none");
  await page.getByRole("heading", { name: "Claims", exact: true }).hover();
  await expect(tip).toHaveCount(0);
  await expect(find).not.toHaveAttribute("aria-describedby");

  await page.getByRole("button", { name: "New claim" }).focus();
  await page.keyboard.press("Shift+Tab");
  await expect(find).toBeFocused();
  await expect(tip).toHaveText("Filter by words");
  await page.keyboard.press("Escape");
  await expect(tip).toHaveCount(0);
  await expect(find).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("searchbox", { name: "Claims with these words" })).toBeFocused();
  await page.context().close();
});

test("a tooltip goes with its button, and what is pressed says no more what it is", async ({ browser }) => {
  const page = await bench(await pageAs(browser, "ana"), "A button that goes");
  const tip = page.getByRole("tooltip");
  const find = page.getByRole("button", { name: "Filter by words" });
  await find.hover();
  await expect(tip).toHaveCount(1);
  await page.mouse.down();
  await expect(tip).toHaveCount(0);
  await page.mouse.up();
  await page.mouse.move(...(await middle(page, "Filter by words", 2)));
  await page.waitForTimeout(600);
  await expect(tip).toHaveCount(0);

  await page.mouse.move(700, 500);
  await find.hover();
  await expect(tip).toHaveCount(1);
  await find.evaluate((element) => element.remove());
  await expect(tip).toHaveCount(0);
  await page.context().close();
});

test("a press, with a finger too, on a button that can do nothing now says why", async ({ browser }) => {
  const page = await pageAs(browser, "ana", { hasTouch: true });
  await bench(page, "A button that waits");
  await page.keyboard.press("c");
  const add = page.getByRole("dialog").getByRole("button", { name: /^Add/ });
  await expect(add).toHaveAttribute("aria-disabled", "true");
  // Playwright would wait until it can be pressed.
  await add.tap({ force: true });
  const tip = page.getByRole("tooltip");
  await expect(tip).toHaveCount(1);
  const reason = await page.locator(`[id="${await add.getAttribute("aria-describedby")}"]`).textContent();
  await expect(tip).toHaveText(reason ?? "none");
  await page.getByRole("dialog").getByRole("textbox").first().tap();
  await expect(tip).toHaveCount(0);
  await page.context().close();
});

async function bench(page: Page, title: string): Promise<Page> {
  const made = await makeCase(title);
  await addSource(made, { publisher: "Gazette", text: "The bridge closed at nine." });
  await page.goto(made.path);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  return page;
}

async function middle(page: Page, name: string, off: number): Promise<[number, number]> {
  const box = await page.getByRole("button", { name }).boundingBox();
  if (box === null) throw new Error(`No ${name} on the page`);
  return [box.x + box.width / 2 + off, box.y + box.height / 2 + off];
}
