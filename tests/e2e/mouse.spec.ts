import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import type { ReportSnapshot } from "@assay/reports";
import { Bench, toast } from "./helpers/bench.ts";
import { revisionTexts, tagIdOf } from "./helpers/case-data.ts";
import { fillSignUp, somebody } from "./helpers/people.ts";
import { Review } from "./helpers/review.ts";
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
  const bar = author.getByRole("search");
  const find = bar.getByRole("textbox", { name: `Find in ${TRADERS.publisher}` });
  await find.fill("stalls");
  await expect(bar.getByRole("status")).toHaveText("nothing");
  await find.press("Enter");
  await bar.getByRole("button", { name: "Close find" }).click();

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

test("[S3] a tag is not missing before that is attested: without it the stance stays as it was", async () => {
  const stances = bench.inspector.getByRole("radiogroup", { name: "Stance" });
  const disputed = stances.getByRole("radio", { name: "disputed" });
  await expect(disputed).toBeChecked();
  await stances.getByText("missing").click();
  const dialog = author.getByRole("dialog", { name: `C1 is missing from ${TRADERS.publisher}` });
  await expect(dialog).toBeVisible();
  await author.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(disputed).toBeChecked();
  await expect(stances.getByRole("radio", { name: "missing" })).not.toBeChecked();
});

test("[T2] all drafts are submitted at once", async () => {
  await bench.ledger.getByRole("button", { name: "Submit all my drafts (6)" }).click();
  await expect(toast(author, "6 drafts submitted.")).toBeVisible();
  await expect(bench.cell(TRADERS.publisher)).toContainText("submitted");
});

test("[T4] an author cannot decide on their own tag, and is told why", async () => {
  await bench.cell(LEDGER.publisher).click();
  await author.goto(`${caseUrl}/review`);
  await author.getByRole("radio", { name: /^To review/ }).waitFor({ state: "attached" });
  await expect(author.getByText("Nothing to review")).toBeVisible();
  const tagId = await tagIdOf(author, caseUrl, 1, 1);
  await author.goto(`${caseUrl}/review/${tagId}`);
  const approve = author.getByRole("button", { name: /^Approve/ });
  await expect(approve).toHaveAttribute("aria-disabled", "true");
  const why = "You wrote this tag. Somebody else has to review it.";
  await expect(approve).toHaveAccessibleDescription(why);
  await expect(author.getByText(why).filter({ visible: true }).first()).toBeVisible();
});

test("[V1] [V3] each approval moves the verdict as far as the rule says", async () => {
  await reviewer.goto("/");
  await reviewer.getByRole("link", { name: "6 to review" }).click();
  const review = new Review(reviewer);
  await expect(review.list("To review")).toHaveCount(6);

  await review.open("C1", LEDGER.publisher);
  await expect(review.sheet.getByText("burst at 5.40 a.m. on Tuesday", { exact: false }).first()).toBeVisible();
  await review.decide("Approve");
  await expect(toast(reviewer, /C1, .* approved/)).toBeVisible();
  await expect(review.list("To review")).toHaveCount(5);
  await expectVerdict(1, /single-source.*2 open/);

  await review.open("C1", RADIO.publisher);
  await review.decide("Approve");
  await expectVerdict(1, /corroborated.*1 open/);
});

test("[T2] [T8] changes are requested with a reason, which is required; a comment changes nothing", async () => {
  const review = new Review(reviewer);
  await review.open("C1", TRADERS.publisher);
  await review.decide("Request changes");
  const form = reviewer.getByRole("form", { name: "Request changes" });
  await form.getByRole("button", { name: /^Request changes/ }).click();
  await expect(form.getByText("Say what has to change. The author works from your reason.")).toBeVisible();
  await form.getByLabel("What has to change?").fill("Say whether six is their own observation or hearsay.");
  await form.getByRole("button", { name: /^Request changes/ }).click();
  await expect(toast(reviewer, /C1, .* sent back for changes/)).toBeVisible();

  await review.open("C2", LEDGER.publisher);
  await review.decide("Comment");
  const comment = reviewer.getByRole("form", { name: "Comment" });
  await comment.getByRole("textbox").fill("Counted with a torch: worth a second look.");
  await comment.getByRole("button", { name: /^Comment/ }).click();
  await expect(toast(reviewer, /Comment added to C2/)).toBeVisible();
  await expect(review.sheet.getByText("submitted").first()).toBeVisible();
  await review.decide("Approve");
  await expect(toast(reviewer, /C2, .* approved/).first()).toBeVisible();
});

test("[T3] the author sees the request, revises and submits again; the reviewer approves", async () => {
  await author.goto(`${caseUrl}/review`);
  await author.getByText("Returned").click();
  const review = new Review(author);
  await expect(review.sheet.getByText("Say whether six is their own observation or hearsay.")).toBeVisible();
  await review.sheet.getByRole("link", { name: /Revise in the workbench/ }).click();
  await expect(author).toHaveURL(/claim=1&source=3/);
  await expect(bench.inspector.getByText("Joss Abara asks for changes")).toBeVisible();
  await expect(bench.button("Submit")).toHaveAttribute("aria-disabled", "true");

  await bench.inspector.getByLabel("Rationale").fill("They were setting out crates at the time: their own observation.");
  await bench.pane(3, TRADERS.publisher).select("Whoever says that it came before that was not there.");
  await bench.withSelection("Dispute").click();
  await expect(bench.passages()).toHaveCount(2);
  await bench.button("Submit").click();
  await expect(bench.cell(TRADERS.publisher)).toContainText("submitted");

  const again = new Review(reviewer);
  await again.open("C1", TRADERS.publisher);
  await expect(again.sheet.getByText("their own observation", { exact: false }).first()).toBeVisible();
  await again.decide("Approve");
  await expect(toast(reviewer, /C1, .* approved/).first()).toBeVisible();
  await expectVerdict(1, /conflicting/);
  await expect(bench.inspector.getByText("2 independent groups verify", { exact: false })).toBeVisible();
});

test("[V2] a missing cell never votes", async () => {
  const review = new Review(reviewer);
  await review.open("C2", TRADERS.publisher);
  await expect(review.sheet.getByText("stalls (none), thirty-one (none)")).toBeVisible();
  await review.decide("Approve");
  await expect(review.list("To review")).toHaveCount(1);
  await bench.claimRow(2).click();
  await expectVerdict(2, /single-source.*1 open/);
  await expect(bench.inspector.getByText("1 source does not address it.", { exact: false })).toBeVisible();

  await review.open("C2", RADIO.publisher);
  await review.decide("Approve");
  await expect(reviewer.getByText("Nothing to review")).toBeVisible();
  await expectVerdict(2, /conflicting/);
});

test("[X1] the report leaves in four formats, each judgement with its exact words", async () => {
  await author.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Report" }).click();
  await expect(author.getByText("Every cell in scope is settled.")).toBeVisible();
  await author.getByLabel("Title").fill("What the water did");
  await expect(author.frameLocator("iframe").getByRole("heading", { name: "What the water did" })).toBeVisible();

  const html = await download("HTML");
  expect(html).toContain("Thirty-one stalls were flooded.");
  expect(html).not.toMatch(/<script/i);
  const markdown = await download("Markdown");
  expect(markdown).toContain("What the water did");
  const csv = await download("CSV");
  const rows = csv.replace(/"(?:[^"]|"")*"/g, "quoted").trim().split(/\r?\n/);
  expect(rows, "a head and one row a cell").toHaveLength(1 + 6);

  const json = JSON.parse(await download("JSON")) as ReportSnapshot;
  expect(json.title).toBe("What the water did");
  expect(json.claims.map(({ label, text, verdict }) => ({ label, text, verdict: verdict.kind }))).toEqual([
    { label: "C1", text: "The water main burst at 5.40 a.m. on Tuesday.", verdict: "conflicting" },
    { label: "C2", text: "Thirty-one stalls were flooded.", verdict: "conflicting" },
  ]);
  const cells = json.claims.flatMap((claim) => claim.cells.map((cell) => ({ claim: claim.label, ...cell })));
  expect(cells.map(({ claim, sourceNumber, stance, state, reviewed }) => [claim, sourceNumber, stance, state, reviewed])).toEqual([
    ["C1", 1, "verified", "settled", true],
    ["C1", 2, "verified", "settled", true],
    ["C1", 3, "disputed", "settled", true],
    ["C2", 1, "verified", "settled", true],
    ["C2", 2, "disputed", "settled", true],
    ["C2", 3, "missing", "settled", true],
  ]);
  for (const { tag } of cells) {
    expect(tag?.author).toBe(imke.name);
    expect(tag?.approval?.reviewer).toBe(joss.name);
  }
  expect(cells[5]?.tag?.attestation).toEqual({
    revisionSha256: json.sources[2]?.revision.sha256,
    readInFull: true,
    searchTerms: ["stalls", "thirty-one"],
  });
  await expectOffsetsInTheText(json, caseUrl);
});

/** The text that a user sees and exports is the one that was stored, letter by letter. */
async function expectOffsetsInTheText(report: ReportSnapshot, url: string): Promise<void> {
  const texts = await revisionTexts(author, url);
  let passages = 0;
  for (const source of report.sources) {
    const text = texts.get(source.id) ?? "";
    expect(createHash("sha256").update(text, "utf8").digest("hex")).toBe(source.revision.sha256);
    for (const { cells } of report.claims) {
      for (const { exact, start, end, matchesText } of cells.find((one) => one.sourceId === source.id)?.tag?.evidence ?? []) {
        expect(text.slice(start, end)).toBe(exact);
        expect(matchesText).toBe(true);
        passages += 1;
      }
    }
  }
  expect(passages).toBe(7);
  // What was pasted and dropped, without the front matter and the marks of Markdown.
  expect(texts.get(report.sources[0]?.id ?? "")?.trim()).toBe(textOf(LEDGER.file).trim());
  expect(texts.get(report.sources[1]?.id ?? "")?.trim()).toBe(textOf(RADIO.file).trim());
}

async function download(format: string): Promise<string> {
  const waiting = author.waitForEvent("download");
  await author.getByRole("button", { name: `Download ${format}` }).click();
  const file = await waiting;
  return readFile(await file.path(), "utf8");
}

/** Another person's decision reaches an open page by itself. */
async function expectVerdict(claim: number, words: RegExp): Promise<void> {
  await author.bringToFront();
  if (!/\/c\/[^/]+\/?(\?|$)/.test(author.url())) await author.goto(`${caseUrl}?claim=${claim}`);
  await expect(bench.claimRow(claim)).toContainText(words);
  await reviewer.bringToFront();
}
