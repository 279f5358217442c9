import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import type { CaseView } from "@assay/domain";
import { Bench, toast } from "./helpers/bench.ts";
import { addClaim, addSource, addTag, apiOf, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { newId } from "../support/api.ts";
import { pageAs } from "./helpers/people.ts";
import type { DemoName } from "./helpers/people.ts";

/** One's own changes are taken back and done again, over the server, and nobody else's ever are. */

const GAZETTE = "The bridge closed at nine on Monday. Two lorries were waiting on the northern ramp.";
const BULLETIN = "The bridge was shut at half past eight. Nobody waited.";
const WORDING = "The bridge closed at nine.";
const PASSAGE = "The bridge closed at nine on Monday";

let made: MadeCase;
let claimId: string;
let bulletinId: string;
const open: Page[] = [];

test.beforeEach(async () => {
  made = await makeCase("The bridge, taken back");
  await addSource(made, { publisher: "Gazette", text: GAZETTE });
  bulletinId = await addSource(made, { publisher: "Bulletin", text: BULLETIN });
  claimId = await addClaim("ana", made, WORDING);
});

test.afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

async function benchAs(browser: Browser, name: DemoName): Promise<Bench> {
  const page = await pageAs(browser, name);
  open.push(page);
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  return new Bench(page);
}

/** What the desk has, once everything from the page has reached it. */
async function stored(bench: Bench): Promise<CaseView> {
  await bench.saved();
  return (await apiOf("ana")).case.get.query({ caseId: made.caseId });
}

test("undo of a passage, then of the tag [T7]", async ({ browser }) => {
  const bench = await benchAs(browser, "ana");
  const { page } = bench;
  await bench.pane(1, "Gazette").select(PASSAGE);
  await page.keyboard.press("v");
  await expect(bench.passages()).toHaveCount(1);
  await bench.pane(1, "Gazette").select("Two lorries");
  await page.keyboard.press("v");
  await expect(bench.passages()).toHaveCount(2);

  await page.keyboard.press("u");
  await expect(toast(page, "Undone: Verify C1 in Gazette.")).toBeVisible();
  await expect(bench.passages()).toHaveText([PASSAGE]);
  await page.getByRole("button", { name: "Undo: Verify C1 in Gazette" }).click();
  await expect(bench.passages()).toHaveCount(0);
  await expect(bench.cell("Gazette")).not.toContainText("verified");
  expect((await stored(bench)).tags.map(({ state }) => state)).toEqual(["withdrawn"]);
  await page.keyboard.press("u");
  await expect(toast(page, /^Nothing to undo/)).toBeVisible();
});

test("[T6] new words say before and after what they take back, and whoever decided is told", async ({ browser }) => {
  const { caseId } = made;
  const [wren, teo] = await Promise.all([apiOf("wren"), apiOf("teo")]);
  const read = { caseId, claimId, claimVersion: 1, id: newId() };
  const overriding = { ...read, replaces: null, verdict: "refuted", reason: "The log of the gate says so." } as const;
  await wren.verdict.override.mutate({ mutationId: newId(), ...overriding });
  const rating = { ...read, id: newId(), baseVersion: 0, entryId: "mostly-true", justification: "The hour is right." };
  await teo.rating.set.mutate({ mutationId: newId(), ...rating });
  const bench = await benchAs(browser, "ana");
  const { page } = bench;
  await page.keyboard.press("e");
  await bench.wording.fill("The bridge closed at ten.");
  const warning = "take back Wren Halloran’s verdict and the rating “Mostly true”: they were given for the old ones.";
  await expect(bench.inspector.getByText(warning)).toBeVisible();
  // What takes back what people decided is not saved by looking elsewhere.
  await bench.pane(1, "Gazette").text.click();
  await expect(bench.wording).toHaveValue("The bridge closed at ten.");
  await bench.wording.press("Enter");
  const reworded = await stored(bench);
  expect([reworded.claims[0]?.version, reworded.overrides, reworded.ratings[0]?.entryId]).toEqual([2, [], null]);
  await page.keyboard.press("u");
  await expect(toast(page, /^Undone: Edit C1\. .*verdict and the rating “Mostly true” did not come back/)).toBeVisible();
  expect((await stored(bench)).claims[0]?.text).toBe(WORDING);
  for (const [api, given] of [[wren, "verdict, refuted"], [teo, "rating “Mostly true”"]] as const) {
    const { workspaceId } = await api.case.get.query({ caseId });
    const told = await api.notification.list.query({ workspaceId, unreadOnly: false, after: null, limit: 50 });
    const words = told.items.filter((item) => item.caseId === caseId).map(({ text }) => text);
    expect(words).toEqual([expect.stringContaining(`Your ${given}`)]);
  }
});

test("undo of a claim that was made from a passage", async ({ browser }) => {
  const bench = await benchAs(browser, "ana");
  await bench.pane(1, "Gazette").select("Two lorries were waiting");
  await bench.page.keyboard.press("c");
  await expect(bench.wording).toHaveValue("Two lorries were waiting");
  await bench.wording.press("Escape");
  await expect(bench.claimRow(2)).toBeVisible();
  await bench.saved();
  await bench.page.keyboard.press("u");
  await expect(bench.claimRow(2)).toBeHidden();
  expect((await stored(bench)).claims.map(({ withdrawn }) => withdrawn)).toEqual([false, true]);
});

test("undo of a wording, a type and a withdrawal, newest first", async ({ browser }) => {
  const bench = await benchAs(browser, "ana");
  const { page } = bench;
  await page.keyboard.press("e");
  await bench.wording.fill("The bridge was closed by nine.");
  await bench.wording.press("Enter");
  await expect(bench.inspector).toContainText("v2");
  await bench.inspector.getByLabel("Type of claim").selectOption("date");
  await expect(bench.inspector).toContainText("date · v3");

  await bench.inspector.getByRole("heading", { name: "C1" }).click();
  await page.keyboard.press("u");
  await expect(bench.inspector).toContainText("event · v4");
  await expect(bench.claimRow(1)).toContainText("The bridge was closed by nine.");
  await page.keyboard.press("u");
  await expect(bench.claimRow(1)).toContainText(WORDING);
  expect((await stored(bench)).claims[0]).toMatchObject({ text: WORDING, type: "event", version: 5 });
});

for (const seen of [false, true]) {
  test(`undo never takes back what somebody else wrote meanwhile, ${seen ? "seen" : "not seen yet"} [E5]`, async ({
    browser,
  }) => {
    const bench = await benchAs(browser, "ana");
    const { page } = bench;
    await page.keyboard.press("e");
    await bench.wording.fill("The bridge was closed by nine.");
    await bench.wording.press("Enter");
    await expect(bench.inspector).toContainText("v2");
    await bench.saved();
    const priya = await apiOf("priya");
    const words = { text: "It was shut, Priya wrote.", type: "event" as const, claimant: "" };
    const of = { mutationId: crypto.randomUUID(), caseId: made.caseId, claimId };
    await priya.claim.edit.mutate({ ...of, baseVersion: 2, ...words });
    if (seen) await expect(bench.claimRow(1)).toContainText("It was shut, Priya wrote.");
    await page.keyboard.press("u");
    await expect(toast(page, /^Not undone: Edit C1. Priya .* has changed it since then\.$/)).toBeVisible();
    await expect(bench.claimRow(1)).toContainText("It was shut, Priya wrote.");
    // What the desk refused is not said to be saved, so there is no word of it to wait for.
    const view = await (await apiOf("ana")).case.get.query({ caseId: made.caseId });
    expect(view.claims[0]).toMatchObject({ text: "It was shut, Priya wrote.", version: 3 });
  });
}

test("undo takes back my own changes and does them again, in the network's absence too", async ({ browser }) => {
  const bench = await benchAs(browser, "ana");
  const { page } = bench;
  await page.context().setOffline(true);
  await bench.pane(1, "Gazette").select(PASSAGE);
  await page.keyboard.press("v");
  await expect(bench.passages()).toHaveCount(1);
  await page.keyboard.press("e");
  await bench.wording.fill("It closed at nine.");
  await bench.wording.press("Enter");
  await expect(bench.claimRow(1)).toContainText("It closed at nine.");
  await page.keyboard.press("Control+z");
  await expect(bench.claimRow(1)).toContainText("The bridge closed at nine.");
  await page.keyboard.press("Control+z");
  await expect(bench.passages()).toHaveCount(0);
  await page.keyboard.press("Control+Shift+z");
  await expect(bench.passages()).toHaveCount(1);
  await page.keyboard.press("Control+Shift+z");
  await expect(bench.claimRow(1)).toContainText("It closed at nine.");
  await page.context().setOffline(false);
  await bench.saved();
  const { claims, tags } = await stored(bench);
  expect(claims[0]?.text).toBe("It closed at nine.");
  expect(tags.map(({ state, stance }) => [state, stance])).toEqual([["draft", "verified"]]);
});

test("undo survives going about the case, and leaves text fields their own", async ({ browser }) => {
  const bench = await benchAs(browser, "ana");
  const { page } = bench;
  await bench.pane(1, "Gazette").select(PASSAGE);
  await page.keyboard.press("v");
  await bench.saved();
  await page.keyboard.press("e");
  await bench.wording.press("End");
  await page.keyboard.type(" Really");
  await page.keyboard.press("Control+z");
  await expect(bench.wording).not.toHaveValue(/Really/);
  await bench.wording.press("Escape");
  await expect(bench.passages()).toHaveCount(1);
  const main = page.getByRole("navigation", { name: "Main" });
  await main.getByRole("link", { name: "Matrix" }).click();
  await expect(page).toHaveURL(/matrix/);
  await page.keyboard.press("Control+z");
  await expect(toast(page, "Undone: Verify C1 in Gazette.")).toBeVisible();
  expect((await stored(bench)).tags.map(({ state }) => state)).toEqual(["withdrawn"]);
});

test("undo never takes back a decision of somebody else, and names them", async ({ browser }) => {
  const bench = await benchAs(browser, "ana");
  const { page } = bench;
  await bench.pane(1, "Gazette").select(PASSAGE);
  await page.keyboard.press("v");
  await page.keyboard.press("s");
  await expect(bench.cell("Gazette")).toContainText("submitted");
  await bench.saved();
  const tag = (await stored(bench)).tags[0];
  const teo = await apiOf("teo");
  const of = { mutationId: crypto.randomUUID(), caseId: made.caseId };
  await teo.review.decide.mutate({ ...of, tagId: tag?.id ?? "", tagVersion: 1, decision: "approve", reason: "" });
  await expect(bench.cell("Gazette")).toContainText("approved");
  await page.keyboard.press("Control+z");
  await expect(toast(page, /^Not undone: Submit C1 in Gazette\. Teo .* has changed it since then\.$/)).toBeVisible();
  expect((await stored(bench)).tags[0]).toMatchObject({ state: "approved", version: 1 });
});

test("undo never takes a claim away under somebody else's tag", async ({ browser }) => {
  const bench = await benchAs(browser, "ana");
  const { page } = bench;
  await bench.pane(1, "Gazette").select("Two lorries were waiting");
  await page.keyboard.press("c");
  await bench.wording.press("Escape");
  await bench.saved();
  const claim = (await stored(bench)).claims[1];
  const cell = { claimId: claim?.id ?? "", sourceId: bulletinId };
  await addTag("priya", made, { ...cell, stance: "disputed", words: "Nobody waited" });
  await expect(bench.cell("Bulletin")).toContainText("disputed");
  await page.keyboard.press("u");
  await expect(toast(page, /^Not undone: New claim\. Priya .* has tagged it since then\./)).toBeVisible();
  expect((await stored(bench)).claims[1]?.withdrawn).toBe(false);
});
