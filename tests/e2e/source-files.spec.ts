import { expect, test } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { Document, HeadingLevel, InsertedTextRun, DeletedTextRun, Packer, Paragraph, TextRun } from "docx";
import { caseView, revisionTexts } from "./helpers/case-data.ts";
import { makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";
import { addIt, dropFiles, openAddSource } from "./helpers/sources.ts";

/** Sources as a desk receives them: saved pages, documents, printed ones. What was added is text; the file is kept as it came. */
let page: Page;
let made: MadeCase;
let dialog: Locator;

test.beforeEach(async ({ browser }) => {
  made = await makeCase("Sources in the files they came in");
  page = await pageAs(browser, "ana");
  await page.goto(`${made.path}/sources`);
  dialog = await openAddSource(page);
});

test.afterEach(async () => page.context().close());

const drop = (name: string, type: string, bytes: Uint8Array) =>
  dropFiles(dialog.locator(".addsource, .revision-form"), [{ name, type, bytes }]);
const whatWasRead = () => dialog.getByRole("region", { name: "What was read" });

/** The text that was stored, and that the file can be had again as it came. */
async function storedText(bytes: Uint8Array): Promise<string> {
  await addIt(dialog);
  await expect(dialog).toBeHidden();
  const [source] = (await caseView(page, made.path)).sources;
  const original = await page.request.get(`/api/cases/${made.caseId}/sources/${source?.id}/original`);
  expect(Buffer.compare(await original.body(), bytes)).toBe(0);
  return [...(await revisionTexts(page, made.path)).values()].join("\n");
}

const PAGE = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Ferry aground | The Courier</title>
<link rel="canonical" href="https://courier.example/ferry"><script type="application/ld+json">{"@type": "NewsArticle",
"headline": "Ferry aground off Sallow Bank", "author": {"name": "Ines Varga"}, "publisher": {"name": "The Courier"},
"datePublished": "2025-06-14T09:30:00+02:00"}</script></head><body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
<article><h1>Ferry aground off Sallow&nbsp;Bank</h1><p>The ferry lay on the bank until the <b>tide</b> came back.</p>
<table><tr><th>Tide<th>Time</tr><tr><td>Low<td>04:10</tr></table>
<blockquote><p>Nobody was hurt.</p></blockquote></article><aside>Most read: the harbour fair</aside></body></html>`;
const ARTICLE =
  "Ferry aground off Sallow\u00a0Bank\n\nThe ferry lay on the bank until the tide came back.\n\nTide | Time\n\nLow | 04:10\n\nNobody was hurt.";

test("of a saved page the article is read, and what it says about itself is filled in", async () => {
  const bytes = Buffer.from(PAGE);
  await drop("ferry.html", "text/html", bytes);
  await expect(whatWasRead()).toContainText("in 5 blocks, read as web page, UTF-8");
  await expect(whatWasRead()).toContainText("Of the 32 words on this page, 25 were read: its article.");
  await expect(whatWasRead()).not.toContainText("harbour fair");
  const fields: [string, string][] = [
    ["Title", "Ferry aground off Sallow Bank"],
    ["Publisher", "The Courier"],
    ["Author", "Ines Varga"],
    ["Web address", "https://courier.example/ferry"],
    ["Published", "2025-06-14T09:30:00+02:00"],
    ["Language", "en-GB"],
  ];
  for (const [label, value] of fields) await expect(dialog.getByLabel(label, { exact: true })).toHaveValue(value);
  expect(await storedText(bytes)).toBe(ARTICLE);
});

test("a wrong file is taken out, the right one takes its place, and what was typed stays", async () => {
  await dialog.getByLabel("Independence group", { exact: true }).fill("Wire of the night");
  await drop("ferry.html", "text/html", Buffer.from(PAGE));
  await expect(dialog.getByLabel("Publisher", { exact: true })).toHaveValue("The Courier");
  await dialog.getByRole("button", { name: "Take it out" }).click();
  await expect(dialog.getByLabel("Publisher", { exact: true })).toHaveValue("");
  const bytes = Buffer.from("# A note\n\nThe tide table was wrong.\n");
  await drop("note.md", "text/markdown", bytes);
  await expect(whatWasRead()).toContainText("The tide table was wrong.");
  await expect(dialog.getByRole("list", { name: "Sources to add" })).toHaveCount(0);
  await expect(dialog.getByLabel("Independence group", { exact: true })).toHaveValue("Wire of the night");
  expect(await storedText(bytes)).toBe("A note\n\nThe tide table was wrong.");
});

test("the whole page is read where somebody asks for it", async () => {
  const bytes = Buffer.from(PAGE);
  await drop("ferry.html", "text/html", bytes);
  await dialog.getByLabel("Part of the page").selectOption("Read: the whole page");
  await expect(whatWasRead()).toContainText("harbour fair");
  await expect(whatWasRead()).not.toContainText("words on this page");
  expect(await storedText(bytes)).toBe(`Home Sea\n\n${ARTICLE}\n\nMost read: the harbour fair`);
});

test("a corrected page is a new revision, and what is compared is the file that is there, not one of the same name and size", async () => {
  await drop("ferry.html", "text/html", Buffer.from(PAGE));
  await storedText(Buffer.from(PAGE));
  await page.getByRole("button", { name: "New revision of The Courier" }).click();
  dialog = page.getByRole("dialog", { name: "New revision of The Courier" });
  await drop("ferry.html", "text/html", Buffer.from(PAGE.replace("came back", "went away")));
  await expect(dialog.locator("ins")).toHaveText("went away");
  await dialog.getByRole("button", { name: "Take it out" }).click();
  await drop("ferry.html", "text/html", Buffer.from(PAGE.replace("came back", "rose anew")));
  await expect(dialog.locator("ins")).toHaveText("rose anew");
  await expect(dialog.getByText("Of the 32 words on this page, 25 were read")).toBeVisible();
  await dialog.getByRole("button", { name: /^Store revision 2/ }).click();
  await expect(dialog).toBeHidden();
  const texts = [...(await revisionTexts(page, made.path)).values()].join();
  expect(texts).toContain(ARTICLE.replace("came back", "rose anew"));
});

test("a document of a word processor is read, with its changes as made", async () => {
  const change = { id: 1, author: "Press office", date: "2025-06-14T09:30:00Z" };
  const statement = new Document({
    title: "Statement of the harbour office",
    creator: "Harbour office",
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun("Statement")] }),
          new Paragraph({
            children: [
              new TextRun("The office warned the crew "),
              new DeletedTextRun({ ...change, text: "twice" }),
              new InsertedTextRun({ ...change, id: 2, text: "once" }),
              new TextRun(" before the ferry left."),
            ],
          }),
          new Paragraph({ bullet: { level: 0 }, children: [new TextRun("No pilot was on board.")] }),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(statement);
  await drop("statement.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", bytes);
  await expect(whatWasRead()).toContainText("read as DOCX");
  await expect(whatWasRead()).toContainText("tracked changes");
  await expect(dialog.getByLabel("Encoding")).toHaveCount(0);
  await expect(dialog.getByLabel("Title", { exact: true })).toHaveValue("Statement of the harbour office");
  await expect(dialog.getByLabel("Author", { exact: true })).toHaveValue("Harbour office");
  expect(await storedText(bytes)).toBe(
    "Statement\n\nThe office warned the crew once before the ferry left.\n\nNo pilot was on board.",
  );
});

test("a printed transcript is read by paragraphs and turns, not by the lines of its pages", async () => {
  const turns = Array.from({ length: 40 }, (_, at) =>
    at % 2 === 0
      ? `MS VARGA: Who gave order number ${at} on that night, and was the harbour office told of it before the ferry had left the quay?`
      : `CAPT REED: I gave it myself, as entry ${at} of the log shows, and the harbour office had it within a quarter of an hour.`,
  );
  const printed = await page.context().newPage();
  await printed.setContent(`<html lang="en"><title>Hearing on the ferry</title><body style="font: 12pt/1.4 serif">
    <h1 style="font-size: 22pt">Hearing on the ferry</h1>${turns.map((turn) => `<p>${turn}</p>`).join("")}`);
  const bytes = await printed.pdf({
    format: "A5",
    displayHeaderFooter: true,
    headerTemplate: "<span></span>",
    footerTemplate: '<div style="font-size: 9pt; width: 100%; text-align: center">Page <span class="pageNumber"></span></div>',
    margin: { top: "20mm", bottom: "20mm", left: "15mm", right: "15mm" },
  });
  await printed.close();
  await drop("hearing.pdf", "application/pdf", bytes);
  await expect(whatWasRead()).toContainText("in 41 blocks, read as PDF");
  await expect(whatWasRead()).toContainText("Page");
  await expect(dialog.getByLabel("Title", { exact: true })).toHaveValue("Hearing on the ferry");
  expect(await storedText(bytes)).toBe(["Hearing on the ferry", ...turns].join("\n\n"));
});
