import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { newId } from "../support/api.ts";
import { expectNoViolations } from "./helpers/axe.ts";
import { addClaim, addSource, addTag, apiOf, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { demoPerson, pageAs } from "./helpers/people.ts";

const TEXT = "Bridge closed\n\nThe bridge at Oldmere was closed at noon on Monday, the harbour office said.";

let made: MadeCase;
let claimId: string;

test.beforeAll(async () => {
  made = await makeCase("The bridge at Oldmere");
  const sourceId = await addSource(made, { publisher: "Oldmere Echo", text: TEXT });
  claimId = await addClaim("wren", made, "The bridge was closed at noon.");
  await addTag("ana", made, { claimId, sourceId, stance: "verified", words: "closed at noon" }, true);
});

const PHONE = { width: 390, height: 844 };

async function expectFits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
}

test("a mention by @ reaches the other person's inbox, and leads to the thread, which is answered and resolved", async ({
  browser,
}) => {
  const teo = await pageAs(browser, "teo");
  await teo.goto(`${made.path}?claim=1&source=1`);
  const cell = teo.getByRole("region", { name: "Threads on this cell" });
  const field = cell.getByRole("textbox", { name: "New thread on this tag" });
  await field.fill("Which noon, local time? ");
  // Half-written words survive a reload.
  await teo.reload();
  await expect(field).toHaveValue("Which noon, local time? ");
  await field.press("End");
  await field.pressSequentially("@ana");
  const offered = teo.getByRole("listbox", { name: "People to mention" });
  await expect(offered.getByRole("option")).toHaveText([/Ana Marsh/]);
  await field.press("Enter");
  await expect(field).toHaveValue("Which noon, local time? @Ana Marsh ");
  await expectNoViolations(teo, "a thread being written");
  await field.press("Control+Enter");
  await expect(cell.getByRole("article")).toContainText("Which noon, local time?");
  await expect(field).toHaveValue("");
  // Shown at once, it is with the desk a moment later.
  const desk = await apiOf("teo");
  await expect.poll(async () => (await desk.case.get.query({ caseId: made.caseId })).threads).toHaveLength(1);

  const ana = await pageAs(browser, "ana");
  await ana.goto(made.path);
  await ana.getByRole("link", { name: /^Inbox, \d+ unread$/ }).click();
  await expectNoViolations(ana, "the inbox");
  await ana.setViewportSize(PHONE);
  await expectFits(ana);
  await ana.setViewportSize({ width: 1440, height: 900 });
  await ana.getByRole("link", { name: /mentioned you in a thread on C1 in Oldmere Echo: “Which noon/ }).click();
  await expect(ana).toHaveURL(/\/threads\?thread=/);
  const thread = ana.getByRole("listitem").filter({ has: ana.getByRole("heading", { name: /C1 in Oldmere Echo/ }) });
  await expect(thread.getByText("@Ana Marsh")).toBeVisible();
  await thread.getByRole("textbox", { name: "Reply in this thread" }).fill("Local time.");
  await thread.getByRole("button", { name: /^Reply/ }).click();
  await expect(thread.getByRole("paragraph").filter({ hasText: "Local time." })).toBeVisible();

  await thread.getByRole("button", { name: "Menu of your comment" }).click();
  await ana.getByRole("menuitem", { name: "Edit" }).click();
  await thread.getByRole("textbox", { name: "Edit your comment" }).fill("Local time, BST.");
  await thread.getByRole("button", { name: /^Save/ }).click();
  await thread.getByRole("button", { name: "edited" }).click();
  await expect(thread.getByRole("list", { name: "Earlier wordings" }).locator("ins")).toContainText("BST");

  await thread.getByRole("button", { name: "Resolve" }).click();
  await thread.getByRole("button", { name: "Resolve" }).click();
  await expect(thread.getByRole("alert")).toHaveText("Say in a few words why.");
  await thread.getByRole("textbox", { name: "How it was settled" }).fill("It is local time");
  await thread.getByRole("button", { name: "Resolve" }).click();
  await expect(thread).toContainText("resolved this: It is local time");
  await expectNoViolations(ana, "the threads of a case");
  await ana.setViewportSize(PHONE);
  await expectFits(ana);
  await ana.context().close();
  await teo.context().close();
});

test("Escape leads from a field of the workbench back to the caret in the text", async ({ browser }) => {
  const page = await pageAs(browser, "teo");
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  const text = page.locator(".st-scroll");
  const selected = () => page.evaluate(() => document.getSelection()?.toString());
  await page.keyboard.press("1");
  await page.keyboard.press("Control+Home");
  for (const [open, field] of [
    ["t", page.getByRole("textbox", { name: "New thread on this tag" })],
    ["Control+f", page.locator(".find input")],
  ] as const) {
    await page.keyboard.press(open);
    await expect(field).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(text).toBeFocused();
    await page.keyboard.press("Control+Shift+ArrowRight");
    expect(await selected()).toBe("Bridge");
    await page.keyboard.press("Control+Home");
  }
  await page.context().close();
});

test("the history of a cell tells who did what, is sent as an address, and the log is verified in words", async ({
  browser,
}) => {
  const page = await pageAs(browser, "priya");
  await page.goto(`${made.path}/history?claim=1&source=1`);
  await expect(page.getByRole("heading", { name: "History of C1" })).toBeVisible();
  const entry = page.getByRole("listitem").filter({ hasText: "submitted the tag of C1 in Oldmere Echo" });
  await expect(entry).toContainText(demoPerson("ana").name);
  await expect(entry).toContainText(/draft\s*submitted/);
  await page.getByLabel("Kind").selectOption("threads");
  await expect(page).toHaveURL(/what=threads/);
  await expect(entry).toHaveCount(0);
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByText("began the case")).toBeVisible();
  await page.getByRole("button", { name: "Verify the log" }).click();
  await expect(page.getByText(/^All \d+ entries are as they were written\./)).toBeVisible();
  await expectNoViolations(page, "the history");
  await page.setViewportSize(PHONE);
  await expectFits(page);
  await page.context().close();
});

test("the inbox silences a case, says so, and takes it back", async ({ browser }) => {
  const lead = await apiOf("wren");
  const ana = (await (await apiOf("ana")).me.get.query()).user?.id ?? "";
  const mention = (text: string) =>
    lead.thread.open.mutate({
      mutationId: crypto.randomUUID(),
      caseId: made.caseId,
      id: crypto.randomUUID(),
      subject: { kind: "case" },
      comment: { id: crypto.randomUUID(), text, mentions: [ana] },
    });
  await mention("First things first");
  const page = await pageAs(browser, "ana");
  await page.goto(made.path);
  await page.getByRole("link", { name: /^Inbox/ }).click();
  const item = page.getByRole("listitem").filter({ hasText: "First things first" });
  await item.getByRole("button", { name: "Menu of this notification" }).click();
  await page.getByRole("menuitem", { name: "Mute this case" }).click();
  await expect(page.getByRole("heading", { name: "Muted cases" })).toBeVisible();
  // The page says so at once; the desk has to know it before the next words are written.
  const { workspaceId } = await lead.case.get.query({ caseId: made.caseId });
  const muted = async () => (await (await apiOf("ana")).notification.settings.query({ workspaceId })).mutedCases;
  await expect.poll(muted).toContain(made.caseId);
  await mention("Nobody hears this");
  await page.reload();
  await expect(item).toBeVisible();
  await expect(page.getByText("Nobody hears this")).toHaveCount(0);
  await page.getByRole("button", { name: "Unmute" }).click();
  await expect(page.getByRole("heading", { name: "Muted cases" })).toHaveCount(0);
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByText("Nothing is unread")).toBeVisible();
  await page.context().close();
});

test("what is being written about a tag keeps its words, its cursor and its tag when a colleague tags the cell", async ({ browser }) => {
  const other = await makeCase("The bridge, written about");
  const sourceId = await addSource(other, { publisher: "Oldmere Echo", text: TEXT });
  const claim = await addClaim("wren", other, "The bridge was closed at noon.");
  const first = await addTag("ana", other, { claimId: claim, sourceId, stance: "verified", words: "closed at noon" }, true);
  const teo = await pageAs(browser, "teo");
  await teo.goto(`${other.path}?claim=1&source=1`);
  const field = teo.getByRole("region", { name: "Threads on this cell" }).getByRole("textbox", { name: "New thread on this tag" });
  const tags = teo.getByRole("complementary", { name: "Claim C1" }).locator(".insp-cell");
  await field.click();
  await addTag("priya", other, { claimId: claim, sourceId, stance: "verified", words: "on Monday" }, true);
  await expect(tags).toContainText("Priya Oyelaran");
  await teo.keyboard.type("Which noon");
  await addTag("wren", other, { claimId: claim, sourceId, stance: "disputed", words: "at Oldmere" }, true);
  await expect(tags).toContainText("Wren");
  await teo.keyboard.type(", and where?");
  await expect(field).toHaveValue("Which noon, and where?");
  await teo.reload();
  await expect(field).toHaveValue("Which noon, and where?");
  await field.press("Control+Enter");
  await expect(field).toHaveValue("");
  const desk = await apiOf("teo");
  const threads = async () => (await desk.case.get.query({ caseId: other.caseId })).threads;
  await expect.poll(threads).toMatchObject([{ tagId: first }]);
  await teo.context().close();
});

test("a thread that a colleague resolves under a reply keeps the reply, and letters whose field has gone are no commands", async ({ browser }) => {
  const other = await makeCase("The bridge, resolved under a reply");
  await addSource(other, { publisher: "Oldmere Echo", text: TEXT });
  const about = await addClaim("wren", other, "The bridge was closed at noon.");
  const ana = await apiOf("ana");
  const of = { caseId: other.caseId };
  const threadId = newId();
  const comment = { id: newId(), text: "Which noon?", mentions: [] };
  await ana.thread.open.mutate({ ...of, mutationId: newId(), id: threadId, subject: { kind: "claim", claimId: about }, comment });
  const teo = await pageAs(browser, "teo");
  await teo.goto(`${other.path}?claim=1&source=1`);
  const threads = teo.getByRole("region", { name: "Threads on C1" });
  const reply = threads.getByRole("textbox", { name: "Reply in this thread" });
  await expect(reply).toBeVisible();
  await teo.keyboard.press("t");
  await expect(threads.getByRole("textbox", { name: "New thread on this claim" })).toBeFocused();
  await reply.fill("It was the noon of");
  // Somebody who writes on, whatever happens to the field: X by itself would compare.
  await teo.evaluate(() => {
    const field = document.activeElement;
    const press = () => document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "x", bubbles: true, cancelable: true }));
    press();
    const timer = setInterval(() => {
      if (field?.isConnected === false) clearInterval(timer);
      press();
    }, 100);
  });
  const version = (await ana.case.get.query(of)).threads[0]?.version ?? 0;
  await ana.thread.resolve.mutate({ ...of, mutationId: newId(), threadId, baseVersion: version, reason: "Local time." });
  await expect(teo.locator("[data-sonner-toast]")).toContainText("The field you were writing in has gone from the page.");
  await expect(threads.getByRole("article")).toContainText("Ana Marsh resolved this: Local time.");
  await expect(threads.getByLabel("Your reply, not saved")).toHaveValue("It was the noon of");
  await expect(teo).not.toHaveURL(/compare/);
  await threads.getByRole("button", { name: "Reopen" }).click();
  await threads.getByLabel("Why it is open again").fill("Not yet.");
  await teo.keyboard.press("Enter");
  await expect(reply).toHaveValue("It was the noon of");

  await reply.fill("");
  await threads.getByRole("button", { name: "Resolve" }).click();
  await threads.getByLabel("How it was settled").fill("The keeper said so by telephone.");
  const [again] = (await ana.case.get.query(of)).threads;
  await ana.thread.resolve.mutate({ ...of, mutationId: newId(), threadId, baseVersion: again?.version ?? 0, reason: "By the log." });
  const left = threads.getByLabel("How it was settled, not saved");
  await expect(left).toHaveValue("The keeper said so by telephone.");
  await threads.getByRole("button", { name: "Discard it" }).click();
  await expect(left).toHaveCount(0);
  await teo.context().close();
});
