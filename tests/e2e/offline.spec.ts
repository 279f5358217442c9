import { expect, test } from "@playwright/test";
import type { Browser, Locator, Page } from "@playwright/test";
import type { CaseView } from "@assay/domain";
import { Bench } from "./helpers/bench.ts";
import { addClaim, addSource, addTag, apiOf, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { demoPerson, fillSignIn, pageAs } from "./helpers/people.ts";
import type { DemoName } from "./helpers/people.ts";
import { Review } from "./helpers/review.ts";

/** Work without a network, and with others working: nothing is lost, done twice, or done to somebody else's work. */

const GAZETTE = "The bridge closed at nine on Monday. Two lorries were waiting on the northern ramp.";
const BULLETIN = "The bridge was shut at half past eight. Nobody waited.";
const PASSAGE = "The bridge closed at nine on Monday";

let made: MadeCase;
let sourceIds: string[];
let claimIds: string[];
const open: Page[] = [];

test.beforeEach(async () => {
  made = await makeCase("The bridge, offline");
  sourceIds = [
    await addSource(made, { publisher: "Gazette", text: GAZETTE }),
    await addSource(made, { publisher: "Bulletin", text: BULLETIN }),
  ];
  claimIds = [];
  for (const text of ["The bridge closed at nine.", "Two lorries waited.", "It was a Monday.", "Nobody was hurt."]) {
    claimIds.push(await addClaim("ana", made, text));
  }
});

test.afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

async function benchOn(page: Page, place = "claim=1&source=1"): Promise<Bench> {
  open.push(page);
  await page.goto(`${made.path}?${place}`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  return new Bench(page);
}

const benchAs = async (browser: Browser, name: DemoName) => benchOn(await pageAs(browser, name));

const stored = (): Promise<CaseView> => apiOf("ana").then((api) => api.case.get.query({ caseId: made.caseId }));

const logSince = async (after: number) =>
  (await (await apiOf("ana")).case.log.query({ caseId: made.caseId, after, limit: 200 })).events;

const indicator = (page: Page, text: string | RegExp): Locator => page.getByRole("button", { name: text });

const claimId = (number: number): string => claimIds[number - 1] ?? "";

async function submittedTag(by: DemoName, claim: number): Promise<string> {
  const cell = { claimId: claimId(claim), sourceId: sourceIds[0] ?? "" };
  return addTag(by, made, { ...cell, stance: "verified", words: PASSAGE, rationale: "First words." }, true);
}

/** Every change of a case is refused a way to the desk, and pages and questions still arrive. */
const CHANGES = /\/api\/trpc\/(tag|claim|review|case|source)\.(save|submit|withdraw|create|edit|decide)/;
const cutOff = (page: Page) => page.route(CHANGES, (route) => route.abort("connectionfailed"));

async function tagOffline(bench: Bench, claim: number): Promise<void> {
  const { page } = bench;
  await bench.claimRow(claim).click();
  await bench.pane(1, "Gazette").select(PASSAGE);
  await page.keyboard.press("v");
  await expect(bench.cell("Gazette")).toContainText("verified");
  await page.keyboard.press("s");
  await expect(bench.cell("Gazette")).toContainText("submitted");
  await bench.pane(2, "Bulletin").select("Nobody waited");
  await page.keyboard.press("d");
  await expect(bench.cell("Bulletin")).toContainText("disputed");
  await page.keyboard.press("s");
  await expect(bench.cell("Bulletin")).toContainText("submitted");
}

test("[E4] twenty changes without a network are shown at once, outlive the page, and arrive once and in order", async ({
  browser,
}) => {
  const first = await submittedTag("ana", 1);
  await submittedTag("ana", 2);
  const { lastEvent } = await stored();
  const bench = await benchAs(browser, "wren");
  const { page } = bench;
  const context = page.context();
  // The review page has been open in this visit: what was never loaded cannot be had without a network.
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Review/ }).click();
  await expect(new Review(page).sheet).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Workbench/ }).click();
  await expect(page.locator("[data-block]").first()).toBeVisible();

  await context.setOffline(true);
  for (const claim of [3, 4]) await tagOffline(bench, claim);
  await expect(indicator(page, "Offline, 8 changes kept on this device")).toBeVisible();
  await bench.pane(1, "Gazette").select("northern ramp");
  await page.keyboard.press("c");
  await bench.wording.fill("There is a northern ramp.");
  await bench.wording.press("Enter");
  await expect(bench.claimRow(5)).toContainText("There is a northern ramp.");
  await bench.claimRow(5).click();
  await bench.pane(2, "Bulletin").select("half past eight");
  await page.keyboard.press("d");
  await expect(bench.cell("Bulletin")).toContainText("disputed");
  await page.keyboard.press("s");
  await expect(bench.cell("Bulletin")).toContainText("submitted");
  for (const claim of [3, 4]) {
    await bench.claimRow(claim).click();
    await page.keyboard.press("e");
    await bench.wording.fill(`Claim ${claim}, worded without a network.`);
    await bench.wording.press("Enter");
    await expect(bench.claimRow(claim)).toContainText("worded without a network");
    await expect(bench.cell("Gazette")).toContainText("stale");
  }
  for (const [claim, type] of [[3, "date"], [4, "number"], [5, "place"]] as const) {
    await bench.claimRow(claim).click();
    await bench.inspector.getByLabel("Type of claim").selectOption(type);
  }
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: /^Review/ }).click();
  const review = new Review(page);
  for (const claim of ["C1", "C2"]) {
    await review.open(claim, "Gazette");
    await review.decide("Approve");
  }
  await expect(review.list("To review").filter({ hasText: "C1" })).toHaveCount(0);
  const waiting = indicator(page, "Offline, 20 changes kept on this device");
  await waiting.click();
  const list = page.getByRole("dialog", { name: "Changes that have not reached the desk" });
  await expect(list.getByRole("listitem")).toHaveCount(20);
  await expect(list.getByRole("listitem").first()).toContainText("Verify C3 in Gazette");
  await list.getByRole("button", { name: "Close" }).first().click();
  expect((await stored()).lastEvent).toBe(lastEvent);

  // The browser cannot fetch the page again: what is kept waits for the reload that can.
  page.once("dialog", (dialog) => void dialog.accept());
  await expect(page.reload()).rejects.toThrow("ERR_INTERNET_DISCONNECTED");
  await context.setOffline(false);
  await page.goto(`${made.path}?claim=1&source=1`);
  await bench.saved();
  const view = await stored();
  expect(view.claims.map(({ text }) => text)).toEqual([
    "The bridge closed at nine.",
    "Two lorries waited.",
    "Claim 3, worded without a network.",
    "Claim 4, worded without a network.",
    "There is a northern ramp.",
  ]);
  expect(view.claims.slice(2).map(({ type }) => type)).toEqual(["date", "number", "place"]);
  expect(view.tags.find(({ id }) => id === first)?.state).toBe("approved");
  expect(view.reviews.map(({ decision }) => decision)).toEqual(["approve", "approve"]);
  expect(view.tags).toHaveLength(8);
  const events = await logSince(lastEvent);
  const own = events.filter(({ kind }) => kind !== "tag.staled").map(({ kind }) => kind);
  const tagged = ["tag.created", "tag.submitted", "tag.created", "tag.submitted"];
  const marked = ["claim.created", "tag.created", "claim.edited", "tag.edited", "tag.created", "tag.submitted"];
  const worded = Array.from({ length: 5 }, () => "claim.edited");
  expect(own).toEqual([...tagged, ...tagged, ...marked, ...worded, "tag.reviewed", "tag.reviewed"]);
  await expect(indicator(page, /kept on this device/)).toBeHidden();
});

test("a reload without an answer from the desk shows what is kept, and the page that is left asks first", async ({
  browser,
}) => {
  const bench = await benchAs(browser, "ana");
  const { page } = bench;
  await cutOff(page);
  await bench.pane(1, "Gazette").select(PASSAGE);
  await page.keyboard.press("v");
  await page.keyboard.press("s");
  await expect(bench.cell("Gazette")).toContainText("submitted");
  await expect(indicator(page, "No answer, 2 changes kept on this device")).toBeVisible();
  const asked = page.waitForEvent("dialog").then(async (dialog) => {
    await dialog.accept();
    return dialog.type();
  });
  await page.reload();
  expect(await asked).toBe("beforeunload");
  await expect(bench.cell("Gazette")).toContainText("submitted");
  expect((await stored()).tags).toEqual([]);

  // The page tries again by itself as well: the button is in the hand before there is an answer to be had.
  await indicator(page, /kept on this device$/).click();
  const tryNow = await page.getByRole("dialog").getByRole("button", { name: "Try now" }).elementHandle();
  await page.unroute(CHANGES);
  await tryNow?.evaluate((button: HTMLElement) => button.click());
  await expect(page.getByRole("dialog", { name: "Everything is saved" })).toBeVisible();
  expect((await stored()).tags.map(({ state, version }) => [state, version])).toEqual([["submitted", 1]]);
});

test.describe("[E5] what was changed meanwhile by somebody else", () => {
  async function conflict(browser: Browser): Promise<Bench> {
    const bench = await benchAs(browser, "ana");
    const { page } = bench;
    await page.context().setOffline(true);
    await page.keyboard.press("e");
    await bench.wording.fill("The bridge closed at nine, says Ana.");
    await bench.wording.press("Enter");
    await expect(indicator(page, "Offline, 1 change kept on this device")).toBeVisible();
    await bench.inspector.getByLabel("Type of claim").selectOption("date");
    await expect(indicator(page, "Offline, 2 changes kept on this device")).toBeVisible();
    const priya = await apiOf("priya");
    const words = { text: "It was shut, says Priya.", type: "event" as const, claimant: "" };
    const of = { mutationId: crypto.randomUUID(), caseId: made.caseId, claimId: claimId(1) };
    await priya.claim.edit.mutate({ ...of, baseVersion: 1, ...words });
    await page.close();
    await page.context().setOffline(false);
    const next = await benchOn(await page.context().newPage());
    await expect(next.claimRow(1)).toContainText("says Priya");
    await indicator(next.page, "1 change needs your decision").click();
    const list = next.page.getByRole("dialog", { name: "Changes that have not reached the desk" });
    await expect(list.getByRole("listitem")).toHaveCount(2);
    await expect(list).toContainText("Waits for your decision on “Edit C1”.");
    await list.getByRole("button", { name: "Compare and choose" }).click();
    const dialog = next.page.getByRole("dialog", { name: /^Edit C1: it was changed before yours arrived/ });
    await expect(dialog).toContainText("It was shut, says Priya.");
    await expect(dialog).toContainText("The bridge closed at nine, says Ana.");
    return next;
  }

  test("mine becomes a new version, and what rested on it follows", async ({ browser }) => {
    const { page } = await conflict(browser);
    await page.getByRole("button", { name: "Save mine as new version" }).click();
    await expect
      .poll(async () => (await stored()).claims[0])
      .toMatchObject({ text: "The bridge closed at nine, says Ana.", type: "date", version: 4 });
  });

  test("theirs is kept, and what rested on mine asks for itself, with its words", async ({ browser }) => {
    const { page } = await conflict(browser);
    await page.getByRole("button", { name: "Keep theirs" }).click();
    const list = page.getByRole("dialog", { name: "Changes that have not reached the desk" });
    await expect(list.getByRole("listitem")).toHaveCount(1);
    await expect(list).toContainText("What this rested on was given up.");
    await expect(list).toContainText("The bridge closed at nine, says Ana.");
    await list.getByRole("button", { name: "Copy" }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("says Ana");
    await list.getByRole("button", { name: "Discard" }).click();
    await expect(page.getByRole("dialog", { name: "Everything is saved" })).toBeVisible();
    expect((await stored()).claims[0]).toMatchObject({ text: "It was shut, says Priya.", version: 2 });
  });
});

test("[E4] two windows: both say what is kept, one sends it, both are told", async ({ browser }) => {
  const one = await benchAs(browser, "ana");
  const { lastEvent } = await stored();
  const context = one.page.context();
  const two = await benchOn(await context.newPage());
  await context.setOffline(true);
  await one.page.bringToFront();
  await one.pane(1, "Gazette").select(PASSAGE);
  await one.page.keyboard.press("v");
  await expect(one.cell("Gazette")).toContainText("verified");
  await two.page.bringToFront();
  await expect(two.cell("Gazette")).toContainText("verified");
  await expect(indicator(two.page, "Offline, 1 change kept on this device")).toBeVisible();
  await two.page.keyboard.press("s");
  await expect(two.cell("Gazette")).toContainText("submitted");
  await expect(indicator(one.page, "Offline, 2 changes kept on this device")).toBeVisible();
  // The window that made the change cannot reach the desk even then: the other one sends for both.
  await cutOff(one.page);
  await context.setOffline(false);
  await two.saved();
  await expect(indicator(one.page, /kept on this device/)).toBeHidden();
  await expect(one.cell("Gazette")).toContainText("submitted");
  expect((await logSince(lastEvent)).map(({ kind }) => kind)).toEqual(["tag.created", "tag.submitted"]);
});

test("signing out with unsent changes asks first; the next person neither sees nor sends them", async ({ browser }) => {
  // A session of its own: the one that all other tests share has to outlive this one.
  const page = await (await browser.newContext()).newPage();
  await page.goto("/sign-in");
  await fillSignIn(page, demoPerson("ana"));
  await expect(page).toHaveURL(/\/w\//);
  const bench = await benchOn(page);
  await cutOff(page);
  await bench.pane(1, "Gazette").select(PASSAGE);
  await page.keyboard.press("v");
  await expect(indicator(page, "No answer, 1 change kept on this device")).toBeVisible();
  const leave = async (name: RegExp) => {
    await page.getByRole("button", { name }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
  };
  await leave(/^Account: Ana/);
  const dialog = page.getByRole("dialog", { name: "Sign out with unsent changes" });
  await expect(dialog).toContainText("Verify C1 in Gazette");
  await dialog.getByRole("button", { name: "Stay" }).click();
  await expect(bench.cell("Gazette")).toContainText("verified");
  await leave(/^Account: Ana/);
  await dialog.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await page.unroute(CHANGES);
  await fillSignIn(page, demoPerson("priya"));
  await expect(page).toHaveURL(/\/w\//);
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  await expect(indicator(page, /kept on this device/)).toBeHidden();
  await expect(bench.cell("Gazette")).not.toContainText("verified");
  // Something of her own goes through the same queue, and takes nothing of Ana's along.
  await bench.pane(2, "Bulletin").select("Nobody waited");
  await page.keyboard.press("d");
  await bench.saved();
  const { tags, people } = await stored();
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "";
  expect(tags.map(({ authorId }) => nameOf(authorId).split(" ")[0])).toEqual(["Priya"]);

  await leave(/^Account: Priya/);
  await expect(page).toHaveURL(/\/sign-in/);
  await fillSignIn(page, demoPerson("ana"));
  await expect.poll(async () => (await stored()).tags.map(({ stance }) => stance).sort()).toEqual(["disputed", "verified"]);
});
