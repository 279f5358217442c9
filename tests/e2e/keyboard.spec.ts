import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import type { ReportSnapshot } from "@assay/reports";
import { Bench, toast } from "./helpers/bench.ts";
import { caseView, revisionTexts } from "./helpers/case-data.ts";
import { Keyboard } from "./helpers/keyboard.ts";
import { somebody } from "./helpers/people.ts";
import type { Person } from "./helpers/people.ts";
import { Review } from "./helpers/review.ts";
import { addDialog } from "./helpers/sources.ts";
import { LEDGER, RADIO, TRADERS, textOf, textPath } from "./helpers/texts.ts";

/**
 * The whole job without a mouse. Only keys act; what is read off the page is what a person would read. The one thing
 * outside the page is the system's own window for choosing files.
 */
test.describe.configure({ mode: "serial" });

const noor = somebody("Noor Haddad");
const elis = somebody("Elis Brandt");
let author: Page;
let reviewer: Page;
let keys: Keyboard;
let reviewKeys: Keyboard;
let bench: Bench;

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  author = await (await browser.newContext()).newPage();
  reviewer = await (await browser.newContext()).newPage();
  keys = new Keyboard(author);
  reviewKeys = new Keyboard(reviewer);
  bench = new Bench(author);
});

test.afterAll(async () => {
  await author.context().close();
  await reviewer.context().close();
});

async function signUp(hands: Keyboard, { name, email, password }: Person): Promise<void> {
  await hands.write(hands.page.getByLabel("Name", { exact: true }), name);
  await hands.write(hands.page.getByLabel("E-mail address"), email);
  await hands.write(hands.page.getByLabel("Password"), password);
  await hands.press("Enter");
}

const nav = (page: Page, name: string) => page.getByRole("navigation", { name: "Main" }).getByRole("link", { name });

test("somebody signs up, opens a desk and invites a reviewer", async () => {
  await author.goto("/");
  await keys.enter(author.getByRole("link", { name: "Create one" }));
  await signUp(keys, noor);
  await keys.write(author.getByLabel("Name of the desk"), "Keyboard desk");
  await keys.press("Enter");
  await expect(author.getByText("No cases yet")).toBeVisible();

  await keys.enter(nav(author, "People"));
  await keys.choose(author.getByLabel("Role", { exact: true }), "rev");
  await keys.enter(author.getByRole("button", { name: "Make a link" }));
  const link = await author.getByLabel("Link for one reviewer").inputValue();
  await reviewer.goto(link);
  await signUp(reviewKeys, elis);
  await expect(reviewer.getByRole("link", { name: "Keyboard desk" })).toBeVisible();
});

test("a case with three sources: one typed in, two files", async () => {
  await keys.enter(nav(author, "Cases"));
  await expect(author.getByText("No cases yet")).toBeVisible();
  await keys.press("n");
  await expect(author.getByRole("dialog", { name: "New case" })).toBeVisible();
  await keys.write(author.getByLabel("Title"), "The flood, by keyboard");
  await keys.press("Enter");
  await expect(author.getByText("No sources yet")).toBeVisible();

  await keys.press("a");
  const dialog = addDialog(author);
  await keys.write(dialog.getByLabel("Text", { exact: true }), textOf(LEDGER.file));
  await keys.write(dialog.getByLabel("Publisher"), LEDGER.publisher);
  await expect(dialog.getByRole("region", { name: "What was read" })).toBeVisible();
  await keys.press("Control+Enter");
  await expect(dialog).toBeHidden();

  await keys.press("a");
  const choosing = author.waitForEvent("filechooser");
  await keys.enter(dialog.getByRole("button", { name: "Choose files" }));
  await (await choosing).setFiles([textPath(RADIO.file), textPath(TRADERS.file)]);
  for (const { file, publisher } of [RADIO, TRADERS]) {
    await expect(dialog.locator(".addsource-file")).toContainText(file);
    await keys.write(dialog.getByLabel("Publisher"), publisher);
    await expect(dialog.getByRole("region", { name: "What was read" })).toBeVisible();
    await keys.press("Control+Enter");
  }
  await expect(dialog).toBeHidden();
  await expect(author.getByRole("listitem").filter({ hasText: "r1" })).toHaveCount(3);
});

test("C makes a claim of words that were selected with the caret", async () => {
  await keys.enter(nav(author, "Workbench"));
  await keys.select(1, "burst at 5.40 a.m. on Tuesday");
  await keys.press("c");
  await expect(bench.wording).toBeFocused();
  await expect(bench.wording).toHaveValue("burst at 5.40 a.m. on Tuesday");
  await keys.overwrite("The water main burst at 5.40 a.m. on Tuesday.");
  await keys.press("Enter");
  await expect(bench.claimRow(1)).toContainText("The water main burst at 5.40 a.m. on Tuesday.");
  await expect(bench.passages()).toHaveText(["burst at 5.40 a.m. on Tuesday"]);

  await keys.choose(bench.inspector.getByLabel("Type of claim"), "da");
  await expect(bench.inspector).toContainText("date · v3");
  await keys.write(bench.inspector.getByLabel("Claimant"), "Town council");
  await keys.press("Enter");
  await expect(bench.inspector).toContainText("date · v4");
});

test("V and D tag cells, U takes the last one back", async () => {
  await keys.select(1, "The water main under Gannet Street burst at 5.40 a.m.");
  await keys.press("v");
  await expect(bench.passages()).toHaveCount(2);
  await keys.select(2, "The main gave way at twenty to six this morning");
  await keys.press("d");
  await expect(bench.cell(RADIO.publisher)).toContainText("disputed");
  await keys.press("u");
  await expect(bench.cell(RADIO.publisher)).toContainText("empty");
  await keys.select(2, "The main gave way at twenty to six this morning");
  await keys.press("v");
  await expect(bench.cell(RADIO.publisher)).toContainText("verified");
  await keys.select(3, "The water came shortly after six");
  await keys.press("d");
  await expect(bench.cell(TRADERS.publisher)).toContainText("disputed");
});

test("[S3] / searches, M attests that a source is silent", async () => {
  await keys.select(1, "Thirty-one stalls stood in the water");
  await keys.press("c");
  await expect(bench.wording).toBeFocused();
  await keys.overwrite("Thirty-one stalls were flooded.");
  await keys.press("Enter");
  await expect(bench.claimRow(2)).toContainText("Thirty-one stalls were flooded.");
  await keys.select(2, "twenty-seven stalls under water");
  await keys.press("d");
  await expect(bench.cell(RADIO.publisher)).toContainText("disputed");

  await keys.press("3", "/");
  await expect(author.getByRole("textbox", { name: `Find in ${TRADERS.publisher}` })).toBeFocused();
  await author.keyboard.type("stalls");
  await keys.press("Enter", "Escape");
  await keys.press("m");
  const dialog = author.getByRole("dialog", { name: `C2 is missing from ${TRADERS.publisher}` });
  await expect(dialog.getByRole("button", { name: "Remove stalls" })).toBeVisible();
  await keys.tabTo(dialog.getByRole("checkbox", { name: /I read the whole revision/ }));
  await keys.press("Space");
  await keys.write(dialog.getByLabel("Rationale"), "It names losses by trade.");
  await keys.press("Control+Enter");
  await expect(dialog).toBeHidden();
  await expect(bench.cell(TRADERS.publisher)).toContainText("missing");
});

test("J, K, N and P walk through claims and passages, and ? lists every key", async () => {
  await keys.press("k");
  await expect(bench.claimRow(1)).toHaveAttribute("aria-selected", "true");
  await keys.press("j");
  await expect(bench.claimRow(2)).toHaveAttribute("aria-selected", "true");
  await keys.press("1", "Control+Home", "n");
  await expect(bench.claimRow(1)).toHaveAttribute("aria-selected", "true");
  await keys.press("n", "n");
  await expect(bench.claimRow(2)).toHaveAttribute("aria-selected", "true");
  await keys.press("p");
  await expect(bench.claimRow(1)).toHaveAttribute("aria-selected", "true");

  await keys.press("?");
  const dialog = author.getByRole("dialog", { name: "Keys" });
  for (const label of [/^Next claim/, /^Verify with/, /^Dispute with/, /^Missing/, /^Submit/, /^Find in/, /^New claim/]) {
    await expect(dialog.getByRole("definition").filter({ hasText: label }).first()).toBeVisible();
  }
  await keys.press("Escape");
  await expect(dialog).toBeHidden();
});

test("the matrix is walked with arrows, peeked at with Space and left with Enter", async () => {
  await keys.enter(nav(author, "Matrix"));
  const chosen = author.getByRole("gridcell", { selected: true });
  await keys.press("Control+Home");
  await expect(chosen).toHaveAccessibleName(/^C1, The Oldmere Ledger: verified/);
  await keys.press("ArrowDown", "ArrowRight", "ArrowRight");
  await expect(chosen).toHaveAccessibleName(/^C2, Gannet Street Traders: missing/);
  await keys.press("Space");
  await expect(author.locator(".matrix-peek")).toContainText("Read in full");
  await keys.press("Escape");
  await expect(author.locator(".matrix-peek")).toBeHidden();
  await keys.press("Enter");
  await expect(author).toHaveURL(/claim=2&source=3/);
});

test("[T2] S submits the focused cell: one key each", async () => {
  for (const claim of [2, 1]) {
    await expect(bench.claimRow(claim)).toHaveAttribute("aria-selected", "true");
    for (const [source, name] of [["1", LEDGER.publisher], ["2", RADIO.publisher], ["3", TRADERS.publisher]] as const) {
      await keys.press(source, "s");
      await expect(bench.cell(name)).toContainText("submitted");
    }
    await keys.press("k");
  }
});

/** Next in the queue until this tag is on the sheet. */
async function goTo(claim: string, source: string): Promise<void> {
  const review = new Review(reviewer);
  const here = () => review.sheet.filter({ hasText: claim }).filter({ hasText: `in ${source}` }).count();
  await expect(review.sheet).toBeVisible();
  for (const key of ["k", "j"]) {
    for (let step = 0; step < 7; step += 1) {
      if ((await here()) > 0) return;
      const [before, shown] = [reviewer.url(), await review.sheet.innerText()];
      await reviewKeys.press(key);
      // At the end of the queue a key leads nowhere.
      const turned = reviewer.waitForURL((url) => url.href !== before, { timeout: 1500 });
      // The address changes a moment before the sheet: pressed again by then, a key would lead past it.
      if (await turned.then(() => true, () => false)) await expect.poll(() => review.sheet.innerText()).not.toBe(shown);
    }
  }
  throw new Error(`The queue does not lead to ${claim} in ${source}`);
}

async function approvedTags(): Promise<number> {
  return (await caseView(reviewer)).tags.filter(({ state }) => state === "approved").length;
}

const C1 = "The water main burst";
const C2 = "Thirty-one stalls were";

test("[T8] R asks for changes with a reason, C comments, A approves", async () => {
  await reviewer.goto("/");
  await reviewKeys.enter(reviewer.getByRole("link", { name: "6 to review" }));
  await goTo(C1, TRADERS.publisher);
  await reviewKeys.press("r");
  await expect(reviewer.getByLabel("What has to change?")).toBeFocused();
  await reviewKeys.press("Control+Enter");
  await expect(reviewer.getByText("Say what has to change. The author works from your reason.")).toBeVisible();
  await reviewer.keyboard.insertText("Whose observation is it?");
  await reviewKeys.press("Control+Enter");
  await expect(toast(reviewer, /C1, .* sent back for changes/)).toBeVisible();

  await goTo(C2, LEDGER.publisher);
  await reviewKeys.press("c");
  await expect(reviewer.getByRole("form", { name: "Comment" }).getByRole("textbox")).toBeFocused();
  await reviewer.keyboard.insertText("Counted with a torch.");
  await reviewKeys.press("Control+Enter");
  await expect(toast(reviewer, /Comment added to C2/)).toBeVisible();

  // What is left of the queue: one key each, without going anywhere in between.
  const review = new Review(reviewer);
  for (let approved = 0; approved < 5; approved += 1) {
    await expect(review.list("To review")).toHaveCount(5 - approved);
    await review.read();
    await reviewKeys.press("a");
    // Decided, and the next tag on the sheet: a person reads it before they press the key.
    await expect.poll(() => approvedTags()).toBe(approved + 1);
  }
  await expect(reviewer.getByText("Nothing to review")).toBeVisible();
});

test("[T3] the author finds what came back, revises and submits; A approves it", async () => {
  await keys.enter(nav(author, "Review"));
  const review = new Review(author);
  const returned = author.getByRole("radio", { name: /^Returned/ });
  await expect(returned).toBeAttached();
  if (!(await returned.isChecked())) {
    await tabToList();
    await keys.press("ArrowRight");
  }
  await expect(review.sheet.getByText("Whose observation is it?")).toBeVisible();
  await keys.enter(review.sheet.getByRole("link", { name: /Revise in the workbench/ }));
  await expect(bench.inspector.getByText("Elis Brandt asks for changes")).toBeVisible();
  await keys.write(bench.inspector.getByLabel("Rationale"), "Their own: they were setting out crates.");
  await keys.press("Escape");
  await bench.saved();
  await keys.press("s");
  await expect(bench.cell(TRADERS.publisher)).toContainText("submitted");

  await expect(new Review(reviewer).list("To review")).toHaveCount(1);
  await goTo(C1, TRADERS.publisher);
  await expect(new Review(reviewer).sheet).toContainText("setting out crates");
  await new Review(reviewer).read();
  await reviewKeys.press("a");
  await expect(reviewer.getByText("Nothing to review")).toBeVisible();
});

/** The list's radio buttons are one stop of Tab: the one that is chosen. */
async function tabToList(): Promise<void> {
  const group = author.getByRole("radiogroup", { name: "List" });
  for (let step = 0; step < 60; step += 1) {
    if (await group.evaluate((element) => element.contains(document.activeElement))) return;
    await keys.press("Tab");
  }
  throw new Error("Tab does not lead to the lists");
}

test("[X1] the report leaves in four formats", async () => {
  await keys.enter(nav(author, "Report"));
  await expect(author.getByText("Every cell in scope is settled.")).toBeVisible();
  const bodies = new Map<string, string>();
  for (const format of ["HTML", "Markdown", "CSV", "JSON"]) {
    const waiting = author.waitForEvent("download");
    await keys.enter(author.getByRole("button", { name: `Download ${format}` }));
    bodies.set(format, await readFile(await (await waiting).path(), "utf8"));
  }
  // Markdown may escape a hyphen.
  for (const body of bodies.values()) expect(body.replaceAll("\\-", "-")).toContain("Thirty-one stalls were flooded.");
  const json = JSON.parse(bodies.get("JSON") ?? "") as ReportSnapshot;
  expect(json.claims.map(({ verdict }) => verdict.kind)).toEqual(["conflicting", "conflicting"]);
  const texts = await revisionTexts(author);
  const passages = json.claims.flatMap(({ cells }) =>
    cells.flatMap(({ sourceId, tag }) => (tag?.evidence ?? []).map((passage) => ({ ...passage, sourceId }))),
  );
  expect(passages.map(({ sourceId, start, end }) => texts.get(sourceId)?.slice(start, end))).toEqual([
    "The water main under Gannet Street burst at 5.40 a.m.",
    "burst at 5.40 a.m. on Tuesday",
    "The main gave way at twenty to six this morning",
    "The water came shortly after six",
    "Thirty-one stalls stood in the water",
    "twenty-seven stalls under water",
  ]);
  expect(passages.every(({ exact, sourceId, start, end }) => texts.get(sourceId)?.slice(start, end) === exact)).toBe(true);
});
