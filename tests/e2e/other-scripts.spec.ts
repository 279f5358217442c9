import { expect, test } from "@playwright/test";
import type { Locator } from "@playwright/test";
import { Bench } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, makeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";

/** Arabic: read from the right, figures from the left, the full stop at the left end. */
const FIRST = "أغلق الجسر الساعة 9:30 يوم الاثنين.";
const ARABIC = `${FIRST} وانتظرت شاحنتان.\n\nولم يصب أحد.`;

/** Whether the last letter of its words stands left of the first one, on one line. */
const isReadFromTheRight = (words: Locator): Promise<boolean> =>
  words.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const node = walker.nextNode() as globalThis.Text;
    const at = (offset: number) => {
      const range = document.createRange();
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      return range.getBoundingClientRect().left;
    };
    return at(node.length - 1) < at(0);
  });

test("[X3] a text read from the right is marked by keyboard, and its words stand in their order wherever they are shown", async ({
  browser,
}) => {
  const made = await makeCase("The bridge, in Arabic");
  await addSource(made, { publisher: "Al Jisr", text: ARABIC });
  await addClaim("ana", made, "لم يصب أحد.");
  const page = await pageAs(browser, "ana");
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(page.locator("[data-block]")).toHaveCount(2);
  const bench = new Bench(page);
  const selected = () => bench.pane(1, "Al Jisr").selected();
  await page.keyboard.press("1");
  await page.keyboard.press("Control+Home");
  // Onward is to the left here.
  await page.keyboard.press("Shift+ArrowLeft");
  expect(await selected()).toBe("أ");
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  expect(await selected()).toBe(FIRST);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+ArrowDown");
  await page.keyboard.press("Control+Shift+ArrowDown");
  expect(await selected()).toContain("ولم يصب أحد.");
  await page.keyboard.press("v");
  await expect(bench.passages()).toHaveText(["ولم يصب أحد."]);
  expect((await caseView(page)).tags[0]?.evidence).toMatchObject([{ exact: "ولم يصب أحد.", end: ARABIC.length }]);

  for (const words of [
    page.locator("[data-block]").nth(1),
    bench.passages(),
    bench.claimRow(1).locator(".ledger-text"),
    bench.inspector.getByRole("button", { name: "لم يصب أحد.", exact: true }),
  ]) {
    expect(await isReadFromTheRight(words), String(words)).toBe(true);
  }
  await page.context().close();
});
