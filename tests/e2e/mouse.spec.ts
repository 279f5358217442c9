import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { Bench, toast } from "./helpers/bench.ts";
import { fillSignUp, somebody } from "./helpers/people.ts";
import { addDialog, addIt, dropFiles, openAddSource } from "./helpers/sources.ts";
import { LEDGER, RADIO, TRADERS, textOf } from "./helpers/texts.ts";

/**
 * The whole job with the mouse: two people in two browser contexts, three sources, from the sign-up to the report. The
 * steps build on each other, so the first that fails ends the run of them.
 */
test.describe.configure({ mode: "serial" });

const imke = somebody("Imke Straten");
const joss = somebody("Joss Abara");
let author: Page;
let reviewer: Page;
let bench: Bench;
let caseUrl = "";

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  author = await (await browser.newContext()).newPage();
  reviewer = await (await browser.newContext()).newPage();
  bench = new Bench(author);
});

test.afterAll(async () => {
  await author.context().close();
  await reviewer.context().close();
});

test("somebody signs up and opens a desk", async () => {
  await author.goto("/");
  await expect(author.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await author.getByRole("link", { name: "Create one" }).click();
  await fillSignUp(author, imke);
  await author.getByLabel("Name of the desk").fill("Oldmere desk");
  await author.getByRole("button", { name: "Open the desk" }).click();
  await expect(author.getByText("No cases yet")).toBeVisible();
});

test("a reviewer is invited by link, signs up with it and joins", async () => {
  await author.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "People" }).click();
  await author.getByLabel("Role", { exact: true }).selectOption("reviewer");
  await author.getByRole("button", { name: "Make a link" }).click();
  const link = await author.getByLabel("Link for one reviewer").inputValue();

  await reviewer.goto(link);
  await expect(reviewer.getByText("Imke Straten invites you as reviewer.")).toBeVisible();
  await fillSignUp(reviewer, joss);
  await expect(reviewer.getByRole("link", { name: "Oldmere desk" })).toBeVisible();
  await expect(reviewer.getByText("A lead of this desk opens the first case.")).toBeVisible();

  // The link has been used up.
  const stranger = await author.context().browser()!.newContext();
  const third = await stranger.newPage();
  await third.goto(link);
  await expect(third.getByText("This invitation has been used.")).toBeVisible();
  await stranger.close();
});

test("a case is opened with a pasted text, a dropped .txt and a dropped .md", async () => {
  await author.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Cases" }).click();
  await author.getByRole("button", { name: "New case" }).click();
  await author.getByLabel("Title").fill("The flood in the covered market");
  await author.getByLabel("Summary").fill("When the main burst, how much it flooded, and when the hall opens again.");
  await author.getByRole("button", { name: "Create the case" }).click();
  await expect(author.getByText("No sources yet")).toBeVisible();
  caseUrl = author.url().replace(/\/sources$/, "");

  const dialog = await openAddSource(author);
  await dialog.getByLabel("Text", { exact: true }).fill(textOf(LEDGER.file));
  await dialog.getByLabel("Publisher").fill(LEDGER.publisher);
  await dialog.getByLabel("Author").fill("Hanne Okri");
  await dialog.getByLabel("Web address").fill("https://ledger.oldmere.example/market");
  await dialog.getByLabel("Published").fill("2025-03-04");
  await addIt(dialog);
  await expect(author.getByRole("link", { name: LEDGER.publisher, exact: true })).toBeVisible();

  await openAddSource(author);
  await dropFiles(addDialog(author).locator(".addsource"), [
    { name: RADIO.file, type: "text/plain", bytes: Buffer.from(textOf(RADIO.file)) },
    { name: TRADERS.file, type: "text/markdown", bytes: Buffer.from(textOf(TRADERS.file)) },
  ]);
  await dialog.getByLabel("Publisher").fill(RADIO.publisher);
  await dialog.getByLabel("Kind").selectOption("Transcript");
  await dialog.getByLabel("Independence group").fill("Harrow Vale");
  await addIt(dialog);
  await expect(dialog.getByText(TRADERS.file)).toBeVisible();
  // The file said so itself.
  await expect(dialog.getByLabel("Author")).toHaveValue("Solveig Arden");
  await expect(dialog.getByLabel("Published")).toHaveValue("2025-03-05");
  await dialog.getByLabel("Publisher").fill(TRADERS.publisher);
  await dialog.getByLabel("Kind").selectOption("Statement");
  await addIt(dialog);
  await expect(dialog).toBeHidden();
  await expect(author.getByRole("listitem").filter({ hasText: "r1" })).toHaveCount(3);
});

test("selected words become a claim, whose wording, type and claimant are edited", async () => {
  await author.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Workbench" }).click();
  await expect(author.getByText("No claims yet").first()).toBeVisible();
  await bench.pane(1, LEDGER.publisher).select("burst at 5.40 a.m. on Tuesday");
  await bench.withSelection("New claim").click();
  await expect(bench.wording).toHaveValue("burst at 5.40 a.m. on Tuesday");
  await bench.wording.fill("The water main burst at 5.40 a.m. on Tuesday.");
  await bench.wording.press("Enter");
  await expect(bench.claimRow(1)).toContainText("The water main burst at 5.40 a.m. on Tuesday.");
  await bench.inspector.getByLabel("Type of claim").selectOption("date");
  await expect(bench.inspector).toContainText("date · v3");
  await bench.inspector.getByLabel("Claimant").fill("Town council");
  await bench.inspector.getByRole("heading", { name: "C1" }).click();
  await expect(bench.inspector).toContainText("date · v4");
  await expect(bench.passages()).toHaveText(["burst at 5.40 a.m. on Tuesday"]);
});

test("[S1] [S2] cells are verified and disputed with passages, two of them overlapping", async () => {
  const ledger = bench.pane(1, LEDGER.publisher);
  await ledger.select("The water main under Gannet Street burst at 5.40 a.m.");
  await bench.withSelection("Verify").click();
  await expect(bench.passages()).toHaveText([
    "The water main under Gannet Street burst at 5.40 a.m.",
    "burst at 5.40 a.m. on Tuesday",
  ]);

  await bench.pane(2, RADIO.publisher).select("The main gave way at twenty to six this morning");
  await bench.withSelection("Verify").click();
  await expect(bench.cell(RADIO.publisher)).toContainText("verified");

  await bench.pane(3, TRADERS.publisher).select("The water came shortly after six");
  await bench.withSelection("Dispute").click();
  await expect(bench.cell(TRADERS.publisher)).toContainText("disputed");
  await bench.saved();
});

test("[S3] a silent source is attested as missing, with the search terms that were tried", async () => {
  const radio = bench.pane(2, RADIO.publisher);
  await bench.pane(1, LEDGER.publisher).select("Thirty-one stalls stood in the water");
  await bench.withSelection("New claim").click();
  await bench.wording.fill("Thirty-one stalls were flooded.");
  await bench.wording.press("Enter");
  await expect(bench.claimRow(2)).toContainText("Thirty-one stalls were flooded.");

  await radio.select("twenty-seven stalls under water");
  await bench.withSelection("Dispute").click();
  await expect(bench.cell(RADIO.publisher)).toContainText("disputed");

  const traders = bench.pane(3, TRADERS.publisher);
  await traders.section.getByRole("button", { name: `Menu of ${TRADERS.publisher}` }).click();
  await author.getByRole("menuitem", { name: "Find in this source" }).click();
  const find = traders.section.getByRole("textbox", { name: `Find in ${TRADERS.publisher}` });
  await find.fill("stalls");
  await expect(traders.section.getByRole("status").or(traders.section.locator("output"))).toHaveText("nothing");
  await find.press("Enter");
  await traders.section.getByRole("button", { name: "Close find" }).click();

  await bench.button("Missing").click();
  const dialog = author.getByRole("dialog", { name: `C2 is missing from ${TRADERS.publisher}` });
  const attest = dialog.getByRole("button", { name: "Attest" });
  await expect(attest).toHaveAttribute("aria-disabled", "true");
  await expect(dialog.getByRole("button", { name: "Remove stalls" })).toBeVisible();
  await dialog.getByLabel("Search terms tried").fill("thirty-one,");
  await dialog.getByRole("checkbox", { name: /I read the whole revision/ }).check();
  await dialog.getByLabel("Rationale").fill("The statement names losses by trade and never counts stalls.");
  await attest.click();
  await expect(dialog).toBeHidden();
  await expect(bench.cell(TRADERS.publisher)).toContainText("missing");
});

test("the matrix shows every cell, and a double click opens it", async () => {
  await author.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Matrix" }).click();
  const grid = author.getByRole("grid", { name: "Claims by sources" });
  for (const words of [
    `C1, ${LEDGER.publisher}: verified`,
    `C1, ${RADIO.publisher}: verified`,
    `C1, ${TRADERS.publisher}: disputed`,
    `C2, ${LEDGER.publisher}: verified`,
    `C2, ${RADIO.publisher}: disputed`,
    `C2, ${TRADERS.publisher}: missing`,
  ]) {
    await expect(grid.getByRole("gridcell", { name: words })).toBeVisible();
  }
  await grid.getByRole("gridcell", { name: `C1, ${TRADERS.publisher}` }).dblclick();
  await expect(author).toHaveURL(/claim=1&source=3/);
  await expect(bench.passages()).toHaveText(["The water came shortly after six"]);
});

test("[T2] all drafts are submitted at once", async () => {
  await bench.ledger.getByRole("button", { name: "Submit all my drafts (6)" }).click();
  await expect(toast(author, "6 drafts submitted.")).toBeVisible();
  await expect(bench.cell(TRADERS.publisher)).toContainText("submitted");
  expect(caseUrl).toContain("/c/");
});
