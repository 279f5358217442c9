import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { caseView, revisionTexts } from "./helpers/case-data.ts";
import { addSource, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";
import { addIt, dropFiles, openAddSource } from "./helpers/sources.ts";

/** What a desk drops on the form without meaning harm, and what somebody drops who does. */
let page: Page;
let made: MadeCase;
let dialog: Locator;
let before: number;

test.beforeEach(async ({ browser }) => {
  made = await makeCase("Files that are not what they seem");
  page = await pageAs(browser, "ana");
  await page.goto(`${made.path}/sources`);
  before = (await caseView(page)).lastEvent;
  dialog = await openAddSource(page);
});

test.afterEach(async () => page.context().close());

const drop = (bytes: Uint8Array, name = "bulletin.txt") =>
  dropFiles(dialog.locator(".addsource"), [{ name, type: "text/plain", bytes }]);

const addButton = () => dialog.getByRole("button", { name: "Add source" });

/** The sentence stands in the form, the button says the same, what was typed is there, and nothing was stored. */
async function expectRefused(reason: string | RegExp): Promise<void> {
  await dialog.getByLabel("Publisher").fill("Kept Publisher");
  await expect(dialog.getByRole("alert").filter({ hasText: reason }).first()).toBeVisible();
  await expect(addButton()).toHaveAttribute("aria-disabled", "true");
  await expect(addButton()).toHaveAccessibleDescription(reason);
  await dialog.getByLabel("Publisher").press("Enter");
  await expect(dialog.getByLabel("Publisher")).toHaveValue("Kept Publisher");
  const view = await caseView(page, made.path);
  expect(view.sources).toEqual([]);
  expect(view.lastEvent).toBe(before);
}

async function expectStored(text: string): Promise<void> {
  await addIt(dialog);
  await expect(dialog).toBeHidden();
  const texts = [...(await revisionTexts(page, made.path)).values()];
  expect(texts).toEqual([text]);
}

test("nothing, and only white space, cannot be added as text", async () => {
  await expect(addButton()).toHaveAccessibleDescription("Paste the text or drop a file first.");
  await dialog.getByLabel("Text", { exact: true }).fill(" \n\t \u00a0 \n");
  await dialog.getByLabel("Publisher").fill("Kept Publisher");
  await expect(addButton()).toHaveAttribute("aria-disabled", "true");
  await expect(dialog.getByText("There is nothing here but white space.")).toBeVisible();
  await dialog.getByLabel("Publisher").press("Enter");
  await expect(dialog.getByLabel("Publisher")).toHaveValue("Kept Publisher");
  expect((await caseView(page, made.path)).lastEvent).toBe(before);
});

const REFUSED: { what: string; bytes: Uint8Array; reason: string | RegExp; name?: string }[] = [
  { what: "an empty file", bytes: new Uint8Array(), reason: /This file is empty/ },
  { what: "a file of white space", bytes: Buffer.from(" \r\n\t\n "), reason: /nothing to read here but white space/ },
  {
    what: "a picture renamed .txt",
    bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    reason: "This is a PNG picture, not a text file. Paste its text instead.",
  },
  {
    what: "binary data renamed .txt",
    bytes: Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 7) % 31 || 1)),
    reason: /binary data, not text/,
  },
  {
    what: "invalid UTF-8",
    bytes: Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x61, 0x74, 0x20, 0x73, 0x69, 0x78]),
    reason: /not valid UTF-8: the byte at offset 3 \(0xE9\)/,
  },
  {
    what: "a lone surrogate written as UTF-8",
    bytes: Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x62]),
    reason: /not valid UTF-8: the byte at offset 1/,
  },
  { what: "[X2] a NUL", bytes: Buffer.from("Six\0teen homes"), reason: /holds a NUL byte at offset 3/ },
  { what: "a format that is not read", bytes: Buffer.from("{\\rtf1 Six}"), name: "page.rtf", reason: /This is an RTF document\. Add plain text/ },
  { what: "half a PDF", bytes: Buffer.from("%PDF-1.7\n1 0 obj"), name: "report.pdf", reason: /This PDF is damaged/ },
];

for (const { what, bytes, reason, name } of REFUSED) {
  test(`${what} is refused where the user is looking`, async () => {
    await drop(bytes, name);
    await expectRefused(reason);
  });
}

test("25 MB is refused by name and size, before it is sent", async () => {
  await dialog.locator(".addsource").evaluate((form) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(25 * 1024 * 1024).fill(97)], "archive.txt", { type: "text/plain" }));
    form.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
  });
  await expect(dialog.getByText("archive.txt has 25.0 MB. A source must be smaller than 25 MB")).toBeVisible();
  expect((await caseView(page, made.path)).sources).toEqual([]);
});

test("invalid UTF-8 can be read as Windows-1252 when a person says so", async () => {
  await drop(Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x61, 0x74, 0x20, 0x73, 0x69, 0x78]));
  await expect(dialog.getByText(/not valid UTF-8/).first()).toBeVisible();
  await dialog.getByLabel("Encoding").selectOption("Encoding: Windows-1252");
  await expect(dialog.getByRole("region", { name: "What was read" })).toContainText("read as plain text, WINDOWS-1252");
  await expectStored("Café at six");
});

const utf16 = (text: string, order: "le" | "be") => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

for (const order of ["le", "be"] as const) {
  test(`UTF-16 with its mark is read, ${order === "le" ? "little" : "big"} end first`, async () => {
    await drop(utf16("Sechs Häuser 🏠 ohne Wasser", order));
    await expect(dialog.getByRole("region", { name: "What was read" })).toContainText(`read as plain text, UTF-16${order.toUpperCase()}`);
    await expectStored("Sechs Häuser 🏠 ohne Wasser");
  });
}

test("[X2] a lone surrogate becomes U+FFFD and is said", async () => {
  await drop(utf16("Six \ud83d homes", "le"));
  await expect(dialog.getByText("1 broken half of a character was replaced")).toBeVisible();
  await expectStored("Six \ufffd homes");
});

test("[X2] right-to-left text, a bidi override, ZWJ emoji and combining accents stay as they are, and are said", async () => {
  const text = "The total is \u202e041\u202c crates.\n\n👩‍👩‍👧‍👦 and cafe\u0301 and שלום.";
  await drop(Buffer.from(text));
  await expect(dialog.getByText(/invisible character.*: line 1, character 14/).first()).toBeVisible();
  await expectStored(text);
});

test("markup in a source is text and nothing else", async () => {
  let ran = false;
  await page.exposeFunction("ranInSource", () => (ran = true));
  const text = 'A line with <img src=x onerror="ranInSource()"> and <script>ranInSource()</script>.';
  await dialog.getByLabel("Text", { exact: true }).fill(text);
  await dialog.getByLabel("Publisher").fill("<b>Bold</b> News");
  await expectStored(text);
  await page.getByRole("link", { name: "<b>Bold</b> News", exact: true }).click();
  await expect(page.locator("[data-block]")).toHaveText([text]);
  expect(ran).toBe(false);
});

test("the same file twice: the source that is there is offered", async () => {
  await addSource(made, { publisher: "First", text: "The hall was shut at noon." });
  const { lastEvent } = await caseView(page, made.path);
  await drop(Buffer.from("The hall was shut at noon."));
  await expect(dialog.getByText("This very text is in the case already: source 1, First.")).toBeVisible();
  await expect(addButton()).toHaveAttribute("aria-disabled", "true");
  await dialog.getByRole("button", { name: "Open source 1" }).click();
  await expect(page).toHaveURL(/source=1/);
  await expect(page.locator("[data-block]")).toHaveText(["The hall was shut at noon."]);
  expect((await caseView(page, made.path)).lastEvent).toBe(lastEvent);
});

test("the same text twice can be added on purpose", async () => {
  await addSource(made, { publisher: "First", text: "The hall was shut at noon." });
  await dialog.getByLabel("Text", { exact: true }).fill("The hall was shut at noon.");
  await dialog.getByLabel("Publisher").fill("Second");
  await dialog.getByRole("checkbox", { name: "Add it anyway" }).check();
  await addIt(dialog);
  await expect(dialog).toBeHidden();
  expect((await caseView(page, made.path)).sources.map(({ publisher }) => publisher)).toEqual(["First", "Second"]);
});

test("a wrong date, address and language are said at their fields, and the form keeps everything", async () => {
  await dialog.getByLabel("Text", { exact: true }).fill("The hall was shut at noon.");
  await dialog.getByLabel("Published").fill("2025-02-30");
  await dialog.getByLabel("Web address").fill("javascript:alert(1)");
  await dialog.getByLabel("Language").fill("english!");
  await addIt(dialog);
  await expect(dialog.getByLabel("Published")).toHaveAccessibleDescription("February 2025 has 28 days.");
  await expect(dialog.getByLabel("Web address")).toHaveAccessibleDescription(/This is not a web address/);
  await expect(dialog.getByLabel("Language")).toHaveAccessibleDescription(/This is not a language tag/);
  await expect(dialog.getByLabel("Text", { exact: true })).toHaveValue("The hall was shut at noon.");
  expect((await caseView(page, made.path)).sources).toEqual([]);
});

test("a text too large to keep is not lost by a reload that nobody meant, and is missed in words after one", async () => {
  const text = dialog.getByLabel("Text", { exact: true });
  await text.fill("An earlier, shorter bulletin");
  await dialog.getByLabel("Publisher").fill("Kept Publisher");
  await text.evaluate((area: HTMLTextAreaElement) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "one long line ".repeat(430_000));
    area.select();
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(dialog.getByText(/^6\s020\s000 characters, kept exactly as they are/)).toBeVisible();
  await expect(dialog.getByText(/^6\s020\s000 characters in 1 block/)).toBeVisible({ timeout: 30_000 });

  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Take it out" })).toBeFocused();

  const asked = page.waitForEvent("dialog");
  const answer = { stay: true };
  page.on("dialog", (question) => void (answer.stay ? question.dismiss() : question.accept()));
  void page.reload().catch(() => undefined);
  expect((await asked).type()).toBe("beforeunload");
  await expect(dialog.getByLabel("Publisher")).toHaveValue("Kept Publisher");
  await expect(dialog.getByText(/^6\s020\s000 characters, kept exactly as they are/)).toBeVisible();

  answer.stay = false;
  await page.reload();
  await openAddSource(page);
  await expect(dialog.getByLabel("Publisher")).toHaveValue("Kept Publisher");
  await expect(text).toHaveValue("");
  await expect(text).toHaveAccessibleDescription(/too large to keep over the reload. Paste it here again/);
});

test("what was entered survives closing the form and reloading the page", async () => {
  await dialog.getByLabel("Text", { exact: true }).fill("Half a bulletin");
  await dialog.getByLabel("Publisher").fill("Kept Publisher");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Keep and close" }).click();
  await expect(dialog).toBeHidden();
  await page.reload();
  await openAddSource(page);
  await expect(dialog.getByLabel("Text", { exact: true })).toHaveValue("Half a bulletin");
  await expect(dialog.getByLabel("Publisher")).toHaveValue("Kept Publisher");
});
