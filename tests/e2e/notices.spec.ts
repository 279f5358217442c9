import { expect, test } from "@playwright/test";
import { newId } from "../support/api.ts";
import { toast } from "./helpers/bench.ts";
import { addClaim, addSource, addTag, apiOf, makeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";

/** Notices come and go beside what somebody is doing; the focus is theirs. */

test("a notice that is tabbed past, or left by a key, calls nobody back; one that goes with the focus gives it back", async ({ browser }) => {
  const made = await makeCase("Notices");
  await addSource(made, { publisher: "Gazette", text: "The bridge closed at nine. Two lorries waited." });
  await addClaim("ana", made, "The bridge closed at nine.");
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  const text = page.locator(".st-scroll");
  const notice = toast(page, "There is no source 4 in this case.");
  const dismiss = notice.getByRole("button", { name: "Dismiss" });

  await page.keyboard.press("4");
  await expect(notice).toBeVisible();
  await dismiss.focus();
  await page.keyboard.press("1");
  await expect(text).toBeFocused();
  await dismiss.click();
  await expect(notice).toBeHidden();
  await expect(text).toBeFocused();

  await page.keyboard.press("4");
  await expect(notice).toBeVisible();
  await dismiss.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("[data-sonner-toaster]") === null)).toBe(true);
  await expect(text).not.toBeFocused();
  await page.context().close();
});

test("what can be taken back stays in sight when something else is said, and goes when something else can be", async ({ browser }) => {
  const made = await makeCase("Notices, two of them");
  const sourceId = await addSource(made, { publisher: "Gazette", text: "The bridge closed at nine. Two lorries waited." });
  for (const text of ["The bridge closed at nine.", "Two lorries waited."]) {
    await addTag("ana", made, { claimId: await addClaim("ana", made, text), sourceId, stance: "verified", words: text });
  }
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  const withdraw = page.getByRole("button", { name: "Withdraw", exact: true });
  const undoOf = (claim: string) => toast(page, `${claim} in Gazette: withdrawn`).getByRole("button", { name: "Undo" });

  await withdraw.click();
  await expect(undoOf("C1")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(toast(page, "This is the last claim of the ledger.")).toBeVisible();
  await expect(undoOf("C1")).toBeVisible();
  await withdraw.click();
  await expect(undoOf("C2")).toBeVisible();
  await expect(undoOf("C1")).toBeHidden();
  await page.context().close();
});

test("what is marked as read leaves the list of the unread, and gives its place to the next one", async ({ browser }) => {
  const made = await makeCase("Notices, four of them");
  const ana = await apiOf("ana");
  const { people } = await ana.case.get.query({ caseId: made.caseId });
  const priya = people.find(({ name }) => name.startsWith("Priya"));
  for (const word of ["Fourth", "Third", "Second", "First"]) {
    const comment = { id: newId(), text: `${word} of four, @${priya?.name}`, mentions: [priya?.id ?? ""] };
    await ana.thread.open.mutate({ mutationId: newId(), caseId: made.caseId, id: newId(), subject: { kind: "case" }, comment });
  }
  const page = await pageAs(browser, "priya");
  await page.goto(made.path);
  await page.getByRole("link", { name: /^Inbox, \d+ unread$/ }).click();
  const row = (word: string) => page.getByRole("link", { name: new RegExp(`${word} of four`) });
  await expect(row("Fourth")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(row("Second")).toBeFocused();
  await page.keyboard.press("m");
  await expect(row("Second")).toHaveCount(0);
  await expect(row("Third")).toBeFocused();
  await page.keyboard.press("j");
  await expect(row("Fourth")).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  await expect(row("First")).toBeFocused();
  await page.context().close();
});
