import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { newId } from "../support/api.ts";
import { expectNoViolations } from "./helpers/axe.ts";
import { Bench, toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, apiOf, makeCase, removeSource, restoreSource } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";
import { openAddSource } from "./helpers/sources.ts";

/** A source that does not belong there leaves the case with all that was said of it, and comes back with all of it (T7). */

const GAZETTE = "Forty boats were counted on the quay on Monday.\n\nThe harbour master saw them all.";
const TIDE = "Nobody counted the boats, the harbour office said.\n\nThere were too many.";

let made: MadeCase;
let gazette: string;
let tide: string;
let claimId: string;
let page: Page;

test.beforeEach(async () => {
  made = await makeCase("A source too many");
  gazette = await addSource(made, { publisher: "Gazette", text: GAZETTE });
  tide = await addSource(made, { publisher: "The Tide", text: TIDE });
  claimId = await addClaim("wren", made, "Forty boats were counted.");
});

test.afterEach(() => page.context().close());

async function approve(sourceId: string, stance: "verified" | "disputed", words: string): Promise<void> {
  const tagId = await addTag("ana", made, { claimId, sourceId, stance, words }, true);
  const decided = { mutationId: newId(), caseId: made.caseId, tagId, tagVersion: 1, decision: "approve", reason: "" } as const;
  await (await apiOf("teo")).review.decide.mutate(decided);
}

const names = () => page.locator(".sources-name");
const removed = () => page.getByRole("region", { name: "Taken out of the case" });

test("[T7] says before it is done what goes with it, asks why, and is undone and done again by a key", async ({ browser }) => {
  await approve(gazette, "verified", "Forty boats were counted");
  await approve(tide, "disputed", "Nobody counted the boats");
  page = await pageAs(browser, "wren");
  await page.goto(`${made.path}/sources`);
  await page.getByRole("button", { name: "Take The Tide out of the case" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Take source 2 out of the case" });
  await expect(dialog.getByRole("region", { name: "What goes with it" })).toContainText("1 tag (1 approved)");
  await expect(dialog.getByRole("listitem")).toHaveText(/C1.*conflicting.*becomes.*single-source/);
  await expect(dialog.getByRole("button", { name: "Take it out" })).toHaveAttribute("aria-disabled", "true");
  await expectNoViolations(page, "taking a source out");
  await page.keyboard.type("It tells of another quay.");
  // Closed by mistake, it has the words when it is opened again.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Take The Tide out of the case" }).press("Enter");
  await expect(dialog.getByLabel("Why")).toHaveValue("It tells of another quay.");
  await page.keyboard.press("Control+Enter");
  await expect(removed()).toContainText("It tells of another quay.");
  await expect(removed()).toContainText("by Wren");
  await expect(dialog).toBeHidden();
  expect((await caseView(page, made.path)).tags.map(({ sourceId }) => sourceId)).toEqual([gazette]);
  await page.keyboard.press("u");
  await expect(names()).toHaveText(["Gazette", "The Tide"]);
  await expect(removed()).toBeHidden();
  expect((await caseView(page, made.path)).tags).toHaveLength(2);
  await page.keyboard.press("Control+Shift+z");
  await expect(removed()).toContainText("The Tide");
  await page.getByRole("link", { name: "History" }).last().click();
  await expect(page.getByText("took The Tide out of the case").first()).toBeVisible();
  await expect(page.getByText("It tells of another quay.").first()).toBeVisible();
});

test("[T7] is out of matrix, report and jumps, and an address that led to it says so", async ({ browser }) => {
  await approve(tide, "disputed", "Nobody counted the boats");
  await removeSource("wren", made, tide, "It tells of another quay.");
  page = await pageAs(browser, "ana");
  await page.goto(`${made.path}/matrix`);
  await expect(page.getByRole("columnheader", { name: /Gazette/ })).toBeVisible();
  await expect(page.getByText("The Tide")).toHaveCount(0);
  await page.goto(`${made.path}/report`);
  await expect(page.getByLabel("Gazette")).toBeVisible();
  await expect(page.getByLabel("The Tide")).toHaveCount(0);
  await page.goto(`${made.path}?claim=1&source=2`);
  await expect(page.getByRole("region", { name: /^Source 1/ })).toBeVisible();
  await expect(page.getByRole("region", { name: /^Source 2: / })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Source 2, taken out" })).toContainText("It tells of another quay.");
  await page.keyboard.press("1");
  await expect(page.getByRole("region", { name: "Source 2, taken out" })).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Tide");
  await expect(page.getByRole("option", { name: /The Tide/ })).toHaveCount(0);
});

test("[T7] taken out under somebody at work in it: no key falls on the source beside it, and no word is lost", async ({ browser }) => {
  await addTag("ana", made, { claimId, sourceId: gazette, stance: "verified", words: "Forty boats were counted" });
  await addTag("ana", made, { claimId, sourceId: tide, stance: "disputed", words: "Nobody counted the boats" });
  page = await pageAs(browser, "ana");
  const bench = new Bench(page);
  await page.goto(`${made.path}?claim=1&source=2`);
  await page.getByLabel("Rationale").fill("The office speaks of");
  await removeSource("wren", made, tide, "It tells of another quay.");
  const tombstone = page.getByRole("region", { name: "Source 2, taken out" });
  await expect(tombstone).toContainText("Taken out of the case by Wren");
  await expect(tombstone).toContainText("It tells of another quay.");
  await expect(tombstone).toBeFocused();
  await expectNoViolations(page, "a source taken out at the workbench");
  // What the person was about to press: submitting, and a stance.
  await page.keyboard.press("s");
  await expect(toast(page, "Choose a claim and a source first")).toBeVisible();
  await page.keyboard.press("m");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect((await caseView(page, made.path)).tags.map(({ state }) => state)).toEqual(["draft"]);
  await restoreSource("wren", made, tide);
  await expect(page.getByRole("region", { name: /^Source 2: / })).toBeVisible();
  await expect(page.getByRole("textbox", { name: /^Rationale/ })).toHaveValue("The office speaks of");
  await expect(bench.cell("The Tide")).toContainText("draft");
  await expect.poll(async () => (await caseView(page, made.path)).tags.find(({ sourceId }) => sourceId === tide)?.rationale).toBe("The office speaks of");
});

test("[T7] the same text is not added a second time without a word: it can be put back", async ({ browser }) => {
  await removeSource("wren", made, tide, "It tells of another quay.");
  page = await pageAs(browser, "wren");
  await page.goto(`${made.path}/sources`);
  const form = await openAddSource(page);
  await form.getByRole("textbox", { name: "Text" }).fill(TIDE);
  await expect(form.getByText("This very text was taken out of the case: source 2, The Tide.")).toBeVisible();
  await form.getByRole("button", { name: "Put source 2 back" }).click();
  await expect(page.getByRole("region", { name: /^Source 2: The Tide/ })).toBeVisible();
});

test("who may not take it out is told who may", async ({ browser }) => {
  await addTag("ana", made, { claimId, sourceId: tide, stance: "disputed", words: "Nobody counted the boats" });
  page = await pageAs(browser, "teo");
  await page.goto(`${made.path}/sources`);
  await page.getByRole("button", { name: "Take The Tide out of the case" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("An owner or a lead");
  await expect(page.getByRole("button", { name: "Take it out" })).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Escape");
  await removeSource("wren", made, tide, "It tells of another quay.");
  await expect(page.getByRole("button", { name: "Put The Tide back" })).toHaveAttribute("aria-disabled", "true");
});

test("an annotator takes out what they have just added by mistake", async ({ browser }) => {
  const meta = { title: "", publisher: "Echo", author: "", url: "", publishedAt: null, retrievedAt: null, kind: "article", language: "en", independenceGroup: "" } as const;
  const content = { kind: "text", text: "Something else altogether." } as const;
  const api = await apiOf("ana");
  await api.source.add.mutate({ mutationId: newId(), caseId: made.caseId, id: newId(), content, meta, completeness: "full" });
  page = await pageAs(browser, "ana");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${made.path}/sources`);
  await page.getByRole("button", { name: "Take Echo out of the case" }).click();
  await page.getByLabel("Why").fill("The wrong file.");
  await page.getByRole("button", { name: "Take it out" }).click();
  await expect(removed()).toContainText("The wrong file.");
  await expectNoViolations(page, "sources, one taken out, on a phone");
  await page.getByRole("button", { name: "Put Echo back" }).press("Enter");
  await expect(names()).toHaveText(["Gazette", "The Tide", "Echo"]);
  await expect(page.locator("#main")).toBeFocused();
});

test("[T7] a source keeps its number and the key of it, whichever others have gone", async ({ browser }) => {
  const gone = [];
  for (const [at, publisher] of ["Echo", "Fourth", "Fifth"].entries()) {
    gone.push(await addSource(made, { publisher, text: `Something else, ${publisher} says. Edition ${at}.` }));
  }
  for (const sourceId of [tide, ...gone.slice(0, 2)]) await removeSource("wren", made, sourceId, "It tells of another quay.");
  page = await pageAs(browser, "ana");
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(page.getByRole("region", { name: /^Source 5: Fifth/ })).toBeVisible();
  await page.keyboard.press("5");
  await expect(page).toHaveURL(/source=5/);
  await page.goto(`${made.path}/suggestions`);
  await expect(page.getByRole("link", { name: /Gazette/ })).toHaveAttribute("aria-current", /./);
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/suggestions\?source=5/);
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/suggestions\?source=1/);
});

test("[T7] no page breaks when a source goes and comes back under it", async ({ browser }) => {
  test.slow();
  await approve(gazette, "verified", "Forty boats were counted");
  await approve(tide, "disputed", "Nobody counted the boats");
  const tag = (await (await apiOf("wren")).case.get.query({ caseId: made.caseId })).tags.find(({ sourceId }) => sourceId === tide);
  const tagId = tag?.id ?? "";
  const comment = { id: newId(), text: "Is it this quay?", mentions: [] };
  const threadId = newId();
  const subject = { kind: "tag", tagId } as const;
  await (await apiOf("wren")).thread.open.mutate({ mutationId: newId(), caseId: made.caseId, id: threadId, subject, comment });
  const placed = () => ({ id: newId(), audience: "public" }) as const;
  const evidence = { ...placed(), type: "evidence", claimId, sourceId: tide, evidenceId: tag?.evidence[0]?.id ?? "" } as const;
  const annotated = { ...placed(), type: "annotated", sourceId: tide } as const;
  const document = { title: "Quays", blocks: [evidence, annotated] };
  const read = await (await apiOf("wren")).document.get.query({ caseId: made.caseId });
  await (await apiOf("wren")).document.save.mutate({ mutationId: newId(), caseId: made.caseId, baseVersion: read.version, document });
  page = await pageAs(browser, "teo");
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  const places = [
    "?claim=1&source=2&compare=true",
    "/suggestions",
    "/matrix",
    `/review/${tagId}`,
    `/threads?thread=${threadId}`,
    "/history?source=2",
    "/report",
    "/report/build",
    "/report/ratings",
    "/report/release",
    "/policy",
  ];
  const counted = (number: number) => expect(page.getByRole("link", { name: `Sources ${number}` })).toBeVisible();
  for (const place of places) {
    await page.goto(`${made.path}${place}`);
    await counted(2);
    await removeSource("wren", made, tide, "It tells of another quay.");
    await counted(1);
    await restoreSource("wren", made, tide);
    await counted(2);
    await expect(page.getByText("This page did not load"), place).toHaveCount(0);
    expect(faults, place).toEqual([]);
  }
});
