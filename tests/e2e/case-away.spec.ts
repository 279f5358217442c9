import { expect, test } from "@playwright/test";
import { expectNoViolations } from "./helpers/axe.ts";
import { toast } from "./helpers/bench.ts";
import { makeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";

test("[T7] a case is put away, found again, and brought back, each undone by a key", async ({ browser }) => {
  const title = `Closed ${crypto.randomUUID().slice(0, 8)}`;
  const made = await makeCase(title);
  const page = await pageAs(browser, "wren");
  const ana = await pageAs(browser, "ana");
  await ana.goto(made.path);
  await page.goto(`${made.path}/sources`);
  await page.getByRole("button", { name: "Put the case away", exact: true }).press("Enter");
  await expect(toast(page, "The case is put away.")).toBeVisible();
  const notice = page.getByText("This case was put away");
  await expect(notice).toBeVisible();
  await expect(page.getByRole("button", { name: "Put the case away", exact: true })).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("button", { name: "Put the case away", exact: true })).toBeFocused();
  await expectNoViolations(page, "a case that was put away");
  // Whoever has it open is told, and may not bring it back.
  await expect(ana.getByText("This case was put away")).toBeVisible();
  await expect(ana.getByRole("button", { name: "Bring it back" })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("u");
  await expect(notice).toBeHidden();
  await page.keyboard.press("Control+Shift+z");
  await expect(notice).toBeVisible();

  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Cases" })).toBeVisible();
  await expect(page.locator(".homecase").filter({ hasText: title })).toHaveCount(0);
  await page.getByText(/^Put away \d+$/).click();
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: "Bring it back" }).press("Enter");
  await expect(notice).toBeHidden();
  await expect(page.locator("#main")).toBeFocused();
  await page.goto("/");
  await expect(page.locator(".homecase").filter({ hasText: title })).toHaveCount(1);
  await page.context().close();
  await ana.context().close();
});
