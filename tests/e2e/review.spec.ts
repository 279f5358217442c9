import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { expectNoViolations } from "./helpers/axe.ts";
import { toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, apiOf, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";
import { Review } from "./helpers/review.ts";
import { newId } from "../support/api.ts";

/** My work across cases, giving work out, decisions that meet, a claim split in place, and all of it on a phone. */
test.describe.configure({ mode: "serial" });

const TEXT =
  "The lock keeper opened the upper gate at nine. Two barges went through before ten, and a third waited below. " +
  "The harbour master said that nobody had told her of the repair.";
const CLAIMS = [
  "The upper gate was opened at nine.",
  "Two barges went through before ten.",
  "The third barge waited and the harbour master was not told.",
];
const WORDS = ["opened the upper gate at nine", "Two barges went through before ten", "a third waited below"];

let made: MadeCase;
let deskPath: string;
let sourceId: string;
let claimIds: string[];
let tagIds: string[];

const workOf = (search = "") => `${deskPath}/work?case=${made.caseId}${search}`;
const rows = (page: Page) => page.getByRole("list", { name: "My work" }).getByRole("listitem");
const tab = (page: Page, name: string) => page.getByRole("radiogroup", { name: "Kind of work" }).getByText(name);
const open = async (browser: Browser, name: Parameters<typeof pageAs>[1], path: string, phone = false) => {
  const page = await pageAs(browser, name, phone ? { viewport: { width: 390, height: 844 }, hasTouch: true } : {});
  await page.goto(path);
  return page;
};

test.beforeAll(async () => {
  made = await makeCase("The lock at low water");
  const { workspaces } = await (await apiOf("wren")).me.get.query();
  deskPath = `/w/${workspaces[0]?.id ?? ""}`;
  sourceId = await addSource(made, { publisher: "Canal Post", text: TEXT });
  claimIds = [];
  tagIds = [];
  for (const [at, text] of CLAIMS.entries()) {
    const claimId = await addClaim("ana", made, text);
    claimIds.push(claimId);
    const words = WORDS[at] ?? "";
    tagIds.push(await addTag("ana", made, { claimId, sourceId, stance: "verified", words }, true));
  }
});

test("my work counts what it lists, by every filter, and the address keeps it", async ({ browser }) => {
  const page = await open(browser, "teo", deskPath);
  await expect(page.getByRole("link", { name: /^My work/ })).toBeVisible();
  await page.keyboard.press("q");
  await expect(page.getByRole("heading", { name: "My work" })).toBeVisible();
  await page.getByLabel("Case", { exact: true }).selectOption({ label: "The lock at low water (3)" });
  await expect(page).toHaveURL(new RegExp(`case=${made.caseId}`));
  await expect(rows(page)).toHaveCount(3);
  await expect(tab(page, "To review")).toContainText("3");
  await expect(tab(page, "Contested")).toContainText("0");

  await page.keyboard.press("j");
  await page.keyboard.press("t");
  await expect(toast(page, "C1, Canal Post is yours.")).toBeVisible();
  await expect(rows(page).first().getByRole("button", { name: /^Give back/ })).toBeVisible();
  await page.getByLabel("Assigned").selectOption({ label: "Assigned to me" });
  await expect(rows(page)).toHaveCount(1);
  await expect(tab(page, "To review")).toContainText("1");
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await expectNoViolations(page, "my work");

  await tab(page, "Mentions").click();
  await expect(page.getByRole("button", { name: "Show the other 1" })).toBeVisible();
  await page.keyboard.press("[");
  await page.keyboard.press("[");
  await expect(rows(page)).toHaveCount(1);
  await rows(page).getByRole("link").click();
  await expect(page.getByRole("heading", { name: CLAIMS[0] ?? "" })).toBeVisible();
  const assigned = page.getByRole("button", { name: /^Give back/ });
  await expect(assigned).toBeVisible();
  await page.keyboard.press("t");
  await expect(page.getByRole("button", { name: /^Take/ })).toBeVisible();
  await page.context().close();
});

test("a lead sees a proposal, gives the work out, and it stands on the matrix and in my work", async ({ browser }) => {
  const spare = await addClaim("wren", made, "Nobody was told of the repair.");
  const lead = await open(browser, "wren", `${made.path}/matrix`);
  await expect(lead.getByRole("gridcell", { name: /C4, Canal Post: / })).toBeVisible();
  await lead.keyboard.press("Shift+A");
  const dialog = lead.getByRole("dialog", { name: "Assign work" });
  await dialog.getByText("Share out evenly").click();
  await dialog.getByLabel("Work", { exact: true }).selectOption("tag");
  await dialog.getByLabel("Claim").selectOption(spare);
  await dialog.getByLabel("Source").selectOption(sourceId);
  for (const box of await dialog.getByRole("checkbox").all()) await box.setChecked(false);
  await expect(dialog.getByRole("button", { name: /^Give out/ })).toHaveAttribute("aria-disabled", "true");
  await dialog.getByRole("checkbox", { name: "Priya Oyelaran" }).setChecked(true);
  await expect(dialog.getByRole("row", { name: /Priya Oyelaran/ })).toContainText("+1");
  await dialog.getByLabel("Due").fill("2020-02-03");
  await expectNoViolations(lead, "assign dialog");
  await dialog.getByRole("button", { name: "Give out 1 cell" }).click();
  await expect(dialog).toBeHidden();
  await expect(lead.getByRole("gridcell", { name: /C4, Canal Post: .*assigned to Priya Oyelaran/ })).toBeVisible();

  const priya = await open(browser, "priya", workOf("&kind=to_tag"));
  await expect(rows(priya)).toHaveCount(1);
  await expect(rows(priya)).toContainText("overdue since 3 Feb 2020");
  await rows(priya).getByRole("link").click();
  await expect(priya).toHaveURL(/claim=4&source=1/);
  await priya.context().close();
  await lead.context().close();
});

test("only what was opened is approved with others, and the bar says what was not", async ({ browser }) => {
  const page = await open(browser, "teo", `${made.path}/review`);
  const review = new Review(page);
  await expect(review.list("To review")).toHaveCount(3);
  await review.list("To review").nth(1).getByRole("link").focus();
  await page.keyboard.press("Space");
  const picked = page.getByRole("group", { name: "Picked tags" });
  await expect(picked).toContainText("1 picked, 1 not opened yet");
  await expect(picked.getByRole("button", { name: /^Approve 0/ })).toHaveAttribute("aria-disabled", "true");
  await picked.getByRole("button", { name: "Pick all" }).click();
  // The first is on the screen, and the oldest was in the first test.
  await expect(picked).toContainText("3 picked, 1 not opened yet");
  await expectNoViolations(page, "picked tags");
  await picked.getByRole("button", { name: "Clear" }).click();
  await expect(picked).toBeHidden();
  await page.context().close();
});

test("[T5] a decision on a version that has moved on shows both, and keeps the reason", async ({ browser }) => {
  const tagId = tagIds[0] ?? "";
  const page = await open(browser, "teo", `${made.path}/review/${tagId}`);
  await expect(page.getByRole("heading", { name: CLAIMS[0] ?? "" })).toBeVisible();
  await page.keyboard.press("r");
  const form = page.getByRole("form", { name: "Request changes" });
  await form.getByRole("textbox").fill("Which gate does the paper mean?");

  const ana = await apiOf("ana");
  const { tags, sources } = await ana.case.get.query({ caseId: made.caseId });
  const tag = tags.find(({ id }) => id === tagId);
  if (tag === undefined) throw new Error("The tag is gone");
  const { stance, attributed, confidence, evidence, attestation } = tag;
  await ana.tag.save.mutate({
    mutationId: newId(),
    caseId: made.caseId,
    id: tagId,
    claimId: tag.claimId,
    sourceId,
    revisionId: sources[0]?.revision.id ?? "",
    baseVersion: tag.version,
    claimVersion: tag.claimVersion,
    content: { stance, attributed, confidence, evidence, attestation, rationale: "Only the upper gate is in repair." },
  });
  await ana.tag.submit.mutate({ mutationId: newId(), caseId: made.caseId, tagId, baseVersion: tag.version + 1 });

  await form.getByRole("button", { name: /^Request changes/ }).click();
  const dialog = page.getByRole("dialog", { name: /changed this tag while you were reading/ });
  await expect(dialog).toContainText("You decided on version 1; it is now version 2.");
  await expect(dialog).toContainText("Only the upper gate is in repair.");
  await expect(dialog).toContainText("Which gate does the paper mean?");
  await dialog.getByRole("button", { name: "Read version 2" }).click();
  await expect(form.getByRole("textbox")).toHaveValue("Which gate does the paper mean?");
  expect((await caseView(page)).tags.find(({ id }) => id === tagId)?.state).toBe("submitted");
  await page.context().close();
});

test("two reviewers decide at once: the first stands, the second is told and keeps the words", async ({ browser }) => {
  const path = `${made.path}/review/${tagIds[1] ?? ""}`;
  const first = await open(browser, "teo", path);
  const second = await open(browser, "wren", path);
  for (const page of [first, second]) await expect(page.getByRole("heading", { name: CLAIMS[1] ?? "" })).toBeVisible();
  await second.keyboard.press("r");
  const form = second.getByRole("form", { name: "Request changes" });
  await form.getByRole("textbox").fill("The text says before ten, not at ten.");
  await new Review(first).read();
  await first.keyboard.press("a");
  await expect(toast(first, /C2, Canal Post approved/)).toBeVisible();
  await expect.poll(async () => (await caseView(second)).tags.find(({ id }) => id === tagIds[1])?.state).toBe("approved");
  await form.getByRole("button", { name: /^Request changes/ }).click();
  await expect(form.getByRole("alert")).toContainText(/\S/);
  await expect(form.getByRole("textbox")).toHaveValue("The text says before ten, not at ten.");
  expect((await caseView(second)).tags.find(({ id }) => id === tagIds[1])?.state).toBe("approved");
  await first.context().close();
  await second.context().close();
});

test("[A2] a contested claim is split in place; nobody's words are lost", async ({ browser }) => {
  const claimId = claimIds[2] ?? "";
  const words = "nobody had told her of the repair";
  await addTag("priya", made, { claimId, sourceId, stance: "disputed", words }, true);
  const lead = await open(browser, "wren", workOf("&kind=contested"));
  await expect(rows(lead)).toHaveCount(1);
  await rows(lead).getByRole("link").click();
  await expect(lead.getByRole("heading", { name: CLAIMS[2] ?? "" })).toBeVisible();
  await lead.keyboard.press("g");
  const form = lead.getByRole("form", { name: "Adjudicate" });
  await form.getByText("Split the claim").click();
  const children = form.getByLabel(/^Narrower claim \d$/);
  await expect(children.first()).toHaveValue(CLAIMS[2] ?? "");
  await children.nth(0).fill("The third barge waited below.");
  await children.nth(1).fill("The harbour master was not told of the repair.");
  await expect(form.getByText("C3 is withdrawn and stays readable with its tags.", { exact: false })).toBeVisible();
  await form.getByLabel("Note to everybody").fill("Two things are said; each is judged by itself.");
  await form.getByRole("button", { name: /^Decide/ }).click();
  await expect(toast(lead, /C3, Canal Post split/)).toBeVisible();

  const { claims, tags } = await caseView(lead);
  expect(claims.find(({ id }) => id === claimId)?.withdrawn).toBe(true);
  const born = claims.filter(({ parentId }) => parentId === claimId);
  expect(born.map(({ text }) => text)).toEqual([
    "The third barge waited below.",
    "The harbour master was not told of the repair.",
  ]);
  const drafts = tags.filter((tag) => born.some(({ id }) => id === tag.claimId));
  expect(drafts.every(({ state }) => state === "draft")).toBe(true);
  const priya = await open(browser, "priya", workOf("&why=draft"));
  await expect(rows(priya)).toHaveCount(2);
  await expect(tab(priya, "To tag")).toContainText("2");
  await priya.context().close();
  await lead.context().close();
});

test("on a phone the whole way is there: the list, the tag, the decision", async ({ browser }) => {
  const page = await open(browser, "teo", workOf(), true);
  await expect(rows(page)).toHaveCount(1);
  await expectNoViolations(page, "my work, phone");
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await wider()).toBeLessThanOrEqual(0);
  await rows(page).getByRole("link").click();
  await expect(page.getByRole("heading", { name: CLAIMS[0] ?? "" })).toBeVisible();
  expect(await wider()).toBeLessThanOrEqual(0);
  await new Review(page).decide("Approve");
  await expect.poll(async () => (await caseView(page)).tags.find(({ id }) => id === tagIds[0])?.state).toBe("approved");
  await page.goto(workOf());
  await expect(page.getByText("Nothing fits these filters")).toBeVisible();
  await page.context().close();
});
