import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import type { ClaimView, TagView } from "@assay/domain";
import { Bench, toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, apiOf, describeSource, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { demoPerson, fillSignIn, pageAs } from "./helpers/people.ts";
import type { DemoName } from "./helpers/people.ts";
import { Review } from "./helpers/review.ts";

/** Pages that are closed too early, people who write the same thing at once. */

// Each test makes its own case, and the file is among the last: whichever lane is free takes the next.
test.describe.configure({ mode: "parallel" });

const GAZETTE = "The bridge closed at nine on Monday. Two lorries were waiting on the northern ramp.";
const BULLETIN = "The bridge was shut at half past eight. Nobody waited.";
const WORDING = "The bridge closed at nine.";
const PASSAGE = "The bridge closed at nine on Monday";

let made: MadeCase;
let claimId: string;
let sourceId: string;
const open: Page[] = [];

test.beforeEach(async () => {
  made = await makeCase("The closed bridge");
  sourceId = await addSource(made, { publisher: "Gazette", text: GAZETTE });
  await addSource(made, { publisher: "Bulletin", text: BULLETIN });
  claimId = await addClaim("ana", made, WORDING);
});

test.afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

async function benchAs(browser: Browser, name: DemoName, place = "claim=1&source=1"): Promise<Bench> {
  const page = await pageAs(browser, name);
  open.push(page);
  await page.goto(`${made.path}?${place}`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  return new Bench(page);
}

const draft = (submit = false) =>
  addTag("ana", made, { claimId, sourceId, stance: "verified", words: PASSAGE, rationale: "First words." }, submit);

async function stored(bench: Bench): Promise<{ claims: ClaimView[]; tags: TagView[]; lastEvent: number }> {
  return caseView(bench.page, made.path);
}

test.describe("what is typed survives", () => {
  test("an edited rationale, when the page is reloaded at once", async ({ browser }) => {
    await draft();
    const { page, inspector } = await benchAs(browser, "ana");
    const field = inspector.getByLabel("Rationale");
    await field.fill("The closing is dated by the harbour office.");
    await page.reload();
    await expect(field).toHaveValue("The closing is dated by the harbour office.");
    await expect
      .poll(async () => (await caseView(page, made.path)).tags)
      .toMatchObject([{ rationale: "The closing is dated by the harbour office.", version: 2 }]);
  });

  test("an edited rationale, when the desk does not answer and the page is left", async ({ browser }) => {
    await draft();
    const bench = await benchAs(browser, "ana");
    const { page } = bench;
    await page.route("**/api/trpc/tag.save**", (route) => route.abort("connectionfailed"));
    await bench.inspector.getByLabel("Rationale").fill("Written in a tunnel.");
    await expect(page.getByRole("button", { name: "No answer, 1 change kept on this device" })).toBeVisible();
    const asked = page.waitForEvent("dialog").then(async (dialog) => {
      await dialog.accept();
      return dialog.type();
    });
    await page.goto("/");
    expect(await asked).toBe("beforeunload");
    expect((await stored(bench)).tags[0]?.rationale).toBe("First words.");

    await page.unroute("**/api/trpc/tag.save**");
    await page.goto(`${made.path}?claim=1&source=1`);
    await expect(bench.inspector.getByLabel("Rationale")).toHaveValue("Written in a tunnel.");
    await expect.poll(async () => (await stored(bench)).tags[0]?.rationale).toBe("Written in a tunnel.");
  });

  test("an edited rationale, when the tab is closed at once and another claim is opened next", async ({ browser }) => {
    await draft();
    await addClaim("ana", made, "Two lorries waited.");
    const { page, inspector } = await benchAs(browser, "ana");
    await inspector.getByRole("textbox", { name: /^Rationale/ }).fill("Typed in the last second.");
    const next = await page.context().newPage();
    await page.close();
    await next.goto(`${made.path}?claim=2&source=2`);
    await expect(next.locator("[data-block]").first()).toBeVisible();
    await expect
      .poll(async () => (await caseView(next, made.path)).tags)
      .toMatchObject([{ rationale: "Typed in the last second.", version: 2 }]);
  });

  test("the wording of a claim, when the page is reloaded before it was saved", async ({ browser }) => {
    await draft(true);
    const { page, wording } = await benchAs(browser, "ana");
    await page.keyboard.press("e");
    await wording.fill("The bridge closed to lorries at nine.");
    await page.reload();
    await expect(page.locator("[data-block]").first()).toBeVisible();
    await page.keyboard.press("e");
    await expect(wording).toHaveValue("The bridge closed to lorries at nine.");
    expect((await caseView(page, made.path)).claims[0]?.text).toBe(WORDING);
  });
});

test("what is typed after the session has ended stays, and is saved once signed in again", async ({ browser }) => {
  await draft();
  const bench = await benchAs(browser, "ana");
  const { page } = bench;
  const field = bench.inspector.getByLabel("Rationale");
  await page.context().clearCookies();
  await field.fill("Written without a session.");
  await page.keyboard.press("Escape");
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: "Sign in in a new tab" }).click();
  const tab = await opened;
  await fillSignIn(tab, demoPerson("ana"));
  await expect(tab).toHaveURL(/\/w\//);
  await tab.close();
  await expect(field).toHaveValue("Written without a session.");
  await field.focus();
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await stored(bench)).tags[0]?.rationale).toBe("Written without a session.");
});

test.describe("[E5] two people change one thing", () => {
  /** Priya saves first; Ana began before that, and is shown both. */
  async function clash(browser: Browser): Promise<{ ana: Bench; priya: Bench }> {
    const ana = await benchAs(browser, "ana");
    const priya = await benchAs(browser, "priya");
    for (const { page } of [ana, priya]) await page.keyboard.press("e");
    await ana.wording.fill("The bridge closed at nine on Monday morning.");
    await priya.wording.fill("The bridge closed to traffic at nine.");
    await priya.wording.press("Enter");
    await priya.saved();
    await ana.wording.press("Enter");
    const dialog = ana.page.getByRole("dialog", { name: "Somebody changed this claim while you were writing" });
    await expect(dialog).toContainText("The bridge closed to traffic at nine.");
    await expect(dialog).toContainText("The bridge closed at nine on Monday morning.");
    expect((await stored(ana)).claims[0]).toMatchObject({ text: "The bridge closed to traffic at nine.", version: 2 });
    return { ana, priya };
  }

  test("mine becomes a new version, and theirs stays in the history", async ({ browser }) => {
    const { ana } = await clash(browser);
    await ana.page.getByRole("button", { name: "Save mine as new version" }).click();
    await expect(ana.claimRow(1)).toContainText("The bridge closed at nine on Monday morning.");
    await expect
      .poll(async () => (await stored(ana)).claims[0])
      .toMatchObject({ text: "The bridge closed at nine on Monday morning.", version: 3 });
    const history = await (await apiOf("ana")).claim.history.query({ caseId: made.caseId, claimId });
    expect(JSON.stringify(history)).toContain("The bridge closed to traffic at nine.");
  });

  test("of the description of a source: theirs is kept, and mine can be put back", async ({ browser }) => {
    const page = await pageAs(browser, "ana");
    await page.goto(`${made.path}/sources`);
    await page.getByRole("button", { name: "Edit the description of Gazette" }).click();
    const author = page.getByRole("textbox", { name: "Author" });
    await author.fill("By Ana, after a call");
    await describeSource("priya", made, sourceId, { author: "Priya" });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Keep theirs" }).click();
    await page.getByRole("button", { name: "Put mine back" }).click();
    const authorNow = async () => (await caseView(page, made.path)).sources.find(({ id }) => id === sourceId)?.author;
    await expect.poll(authorNow).toBe("By Ana, after a call");
    await page.keyboard.press("Control+z");
    await expect.poll(authorNow).toBe("Priya");
    await page.context().close();
  });

  test("theirs is kept, and mine is not offered again", async ({ browser }) => {
    const { ana } = await clash(browser);
    await ana.page.getByRole("button", { name: "Keep theirs" }).click();
    await expect(ana.claimRow(1)).toContainText("The bridge closed to traffic at nine.");
    await ana.page.keyboard.press("e");
    await expect(ana.wording).toHaveValue("The bridge closed to traffic at nine.");
    expect((await stored(ana)).claims[0]?.version).toBe(2);
  });

  test("closing the question gives mine back to go on writing; the next try asks again", async ({ browser }) => {
    const { ana } = await clash(browser);
    await ana.page.keyboard.press("Escape");
    await expect(ana.wording).toHaveValue("The bridge closed at nine on Monday morning.");
    expect((await stored(ana)).claims[0]?.version).toBe(2);
    await ana.wording.press("Enter");
    await expect(ana.page.getByRole("dialog", { name: /^Somebody changed this claim/ })).toBeVisible();
  });

  test("a rationale that was changed in another window of the same person", async ({ browser }) => {
    await draft();
    const one = await benchAs(browser, "ana");
    const other = await benchAs(browser, "ana");
    // The news of the first window has not come yet when the second begins to write.
    await other.page.route(/live\.case|case\.head/, (route) => route.abort("connectionfailed"));
    await other.page.reload();
    await expect(other.inspector.getByLabel("Rationale")).toHaveValue("First words.");
    await one.inspector.getByLabel("Rationale").fill("Written in one window.");
    await one.page.keyboard.press("Escape");
    await one.saved();
    await other.inspector.getByLabel("Rationale").fill("Written in the other window.");
    await other.page.keyboard.press("Escape");
    const dialog = other.page.getByRole("dialog", { name: "This rationale changed while you were writing" });
    await expect(dialog).toContainText("Written in one window.");
    await expect(dialog).toContainText("Written in the other window.");
    await dialog.getByRole("button", { name: "Save mine as new version" }).click();
    await expect
      .poll(async () => (await stored(other)).tags[0])
      .toMatchObject({ rationale: "Written in the other window.", version: 3 });
  });
});

test("[E5] whoever writes on while the desk takes its time is in conflict with nobody", async ({ browser }) => {
  await draft();
  const { page, inspector } = await benchAs(browser, "ana");
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/trpc/tag.save**", async (route) => {
    await released;
    await route.continue();
  });
  const field = inspector.getByRole("textbox", { name: /^Rationale/ });
  const sent = page.waitForRequest("**/api/trpc/tag.save**");
  await field.fill("The harbour office dates it");
  await sent;
  await field.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(", and so does the bridge master.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Undo: Rationale/ })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  release();
  const whole = "The harbour office dates it, and so does the bridge master.";
  await expect.poll(async () => (await caseView(page, made.path)).tags).toMatchObject([{ rationale: whole, version: 3 }]);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(field).toHaveValue(whole);
});

test("[E5] a submission of words that changed in another window is refused, says so, and shows the new words", async ({ browser }) => {
  const tagId = await draft();
  const { page, inspector } = await benchAs(browser, "ana");
  await page.route(/live\.case|case\.head/, (route) => route.abort("connectionfailed"));
  await page.reload();
  await expect(inspector.getByLabel("Rationale")).toHaveValue("First words.");
  const ana = await apiOf("ana");
  const { caseId } = made;
  const seen = (await ana.case.get.query({ caseId })).tags[0];
  if (seen === undefined) throw new Error("The tag is gone");
  const { stance, attributed, confidence, evidence, attestation, revisionId, claimVersion } = seen;
  const content = { stance, attributed, confidence, evidence, attestation, rationale: "Second words." };
  const cell = { claimId, sourceId, revisionId, claimVersion };
  await ana.tag.save.mutate({ mutationId: crypto.randomUUID(), caseId, id: tagId, ...cell, baseVersion: seen.version, content });
  await page.keyboard.press("s");
  await expect(toast(page, "This tag moved on: you saw version 1, it is now version 2.")).toBeVisible();
  await expect(inspector.getByLabel("Rationale")).toHaveValue("Second words.");
  expect((await caseView(page, made.path)).tags).toMatchObject([{ state: "draft", version: 2 }]);
});

test("[T5] a review of a version that has moved on is refused, with both versions and the reason kept", async ({
  browser,
}) => {
  const tagId = await draft(true);
  const page = await pageAs(browser, "teo");
  open.push(page);
  await page.goto(`${made.path}/review/${tagId}`);
  const review = new Review(page);
  await review.decide("Request changes");
  const form = page.getByRole("form", { name: "Request changes" });
  await form.getByLabel("What has to change?").fill("Name who dated the closing.");

  const ana = await apiOf("ana");
  const seen = (await ana.case.get.query({ caseId: made.caseId })).tags[0];
  if (seen === undefined) throw new Error("The tag is gone");
  const { stance, attributed, confidence, evidence, attestation, revisionId, claimVersion } = seen;
  const content = { stance, attributed, confidence, evidence, attestation, rationale: "Second words." };
  const { caseId } = made;
  const version = seen.version + 1;
  const cell = { claimId, sourceId, revisionId, claimVersion };
  const once = () => ({ mutationId: crypto.randomUUID(), caseId });
  await ana.tag.save.mutate({ ...once(), id: tagId, ...cell, baseVersion: seen.version, content });
  await ana.tag.submit.mutate({ ...once(), tagId, baseVersion: version });

  await form.getByRole("button", { name: /^Request changes/ }).click();
  const dialog = page.getByRole("dialog", { name: "Ana changed this tag while you were reading" });
  await expect(dialog).toContainText("Your decision was not recorded.");
  await expect(dialog.getByRole("heading", { name: `Version ${seen.version}, which you saw` })).toBeVisible();
  await expect(dialog).toContainText("First words.");
  await expect(dialog).toContainText("Second words.");
  await expect(dialog).toContainText("Name who dated the closing.");
  const view = await caseView(page, made.path);
  expect(view.reviews).toEqual([]);
  expect(view.tags[0]?.state).toBe("submitted");

  await dialog.getByRole("button", { name: `Read version ${version}` }).click();
  await expect(review.sheet).toContainText("Second words.");
  await expect(form.getByLabel("What has to change?")).toHaveValue("Name who dated the closing.");
  await form.getByRole("button", { name: /^Request changes/ }).click();
  await expect(toast(page, /C1, .* sent back for changes/)).toBeVisible();
  const { reviews } = await caseView(page, made.path);
  expect(reviews).toMatchObject([{ tagVersion: version, reason: "Name who dated the closing." }]);
});
