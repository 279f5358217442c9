import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { newId, signUp } from "../support/api.ts";
import { startBuiltServer } from "../support/server.ts";
import { expectNoViolations } from "./helpers/axe.ts";
import { Bench } from "./helpers/bench.ts";
import { addClaim, addSource, addTag, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { demoPerson, fillSignIn, pageAs, somebody } from "./helpers/people.ts";
import type { DemoName } from "./helpers/people.ts";

/** Several people in one case at the same time. */

const HARBOUR = Array.from({ length: 24 }, (_, at) => `Berth ${at + 1} was cleared by the harbour crew before dawn.`);

let made: MadeCase;
const open: Page[] = [];

async function benchAs(browser: Browser, name: DemoName, place = "claim=1&source=1"): Promise<Bench> {
  const page = await pageAs(browser, name);
  open.push(page);
  await page.goto(`${made.path}?${place}`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  await expect(live(page)).toBeVisible();
  return new Bench(page);
}

const live = (page: Page) => page.getByRole("status").filter({ hasText: /^Live$/ });
const newsOf = (page: Page) => page.getByRole("button", { name: /since you last looked/ });
const othersMarked = (page: Page) => page.evaluate(() => CSS.highlights.get("assay-others")?.size ?? 0);

test.afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

test.describe("in one case", () => {
  let claimIds: string[];
  let gazette: string;

  test.beforeEach(async () => {
    made = await makeCase("The cleared berths");
    gazette = await addSource(made, { publisher: "Gazette", text: HARBOUR.join("\n\n") });
    await addSource(made, { publisher: "Bulletin", text: "Nobody cleared anything before noon." });
    claimIds = [];
    for (const text of ["Berth 1 was cleared.", "Berth 2 was cleared."]) {
      claimIds.push(await addClaim("wren", made, text));
    }
  });

  const tag = (by: DemoName, claim: number, submit = false) =>
    addTag(
      by,
      made,
      { claimId: claimIds[claim - 1] ?? "", sourceId: gazette, stance: "verified", words: HARBOUR[claim - 1] ?? "" },
      submit,
    );

  test("others' changes leave scroll position, focus and a half-written draft where they are", async ({ browser }) => {
    await tag("teo", 1);
    const { page, inspector } = await benchAs(browser, "teo");
    const text = page.getByRole("region", { name: "Gazette", exact: true });
    await text.evaluate((element) => element.scrollTo(0, 180));
    const rationale = inspector.getByLabel("Rationale");
    await rationale.focus();
    await page.keyboard.type("Half a thou");
    const before = await text.evaluate((element) => element.scrollTop);
    expect(before).toBeGreaterThan(100);

    await addClaim("ana", made, "Berth 9 was cleared.");
    await tag("ana", 2);
    await expect(new Bench(page).claimRow(3)).toBeVisible();
    await expect(new Bench(page).claimRow(2).getByTitle("Gazette: verified", { exact: false })).toBeVisible();

    await page.keyboard.type("ght");
    await expect(rationale).toHaveValue("Half a thought");
    await expect(rationale).toBeFocused();
    expect(await text.evaluate((element) => element.scrollTop)).toBe(before);
  });

  test("a dialog that is open stays open, with what was typed in it", async ({ browser }) => {
    const { page } = await benchAs(browser, "teo", "claim=1&source=2");
    await page.keyboard.press("m");
    const dialog = page.getByRole("dialog");
    const term = dialog.getByRole("textbox").first();
    await term.fill("berth on");
    await addClaim("ana", made, "Berth 9 was cleared.");
    await tag("ana", 2);
    await expect(page.locator("[data-live-said]")).toHaveText(/Ana/);
    await expect(term).toHaveValue("berth on");
    await expect(term).toBeFocused();
  });

  test("who is here, where, and what they select; and nobody when they have gone", async ({ browser }) => {
    const ana = await benchAs(browser, "ana", "claim=2&source=1");
    const { page, ledger } = await benchAs(browser, "teo");
    const here = page.getByRole("button", { name: /^Here now: Ana/ });
    await expect(here).toBeVisible();
    await expect(ledger.getByTitle(/^Ana .* is at this claim$/)).toHaveCount(1);
    await expect(page.getByTitle(/^Ana .* reads this source, at C2$/)).toBeVisible();

    await ana.pane(1, "Gazette").select("Berth 3 was cleared");
    const chip = page.getByRole("button", { name: /^Ana .* selects words here, at C2/ });
    await expect(chip).toBeVisible();
    await expect.poll(() => othersMarked(page)).toBe(1);
    await expectNoViolations(page, "with somebody else here");

    await here.click();
    await page.getByRole("menuitem", { name: /^Ana/ }).click();
    await expect(page).toHaveURL(/claim=2/);

    await ana.page.goto("about:blank");
    await expect(here).toHaveCount(0);
    expect(await othersMarked(page)).toBe(0);
  });

  test("what changed since somebody last looked is marked, listed, said once, and gone when looked at", async ({
    browser,
  }) => {
    const { page } = await benchAs(browser, "teo");
    await tag("ana", 2, true);
    await expect(newsOf(page)).toHaveAccessibleName("1 change since you last looked");
    const aloud = page.locator("[data-live-said]");
    // In one sentence, or the second thing in one of its own where a busy machine took longer over it than a breath.
    await expect(aloud).toHaveText(/^Ana \S+ (?:tagged and )?submitted C2 in Gazette\.$/);

    // The marks are there for the next visit too, and on every page of the case.
    await page.goto(`${made.path}/matrix`);
    const cell = page.getByRole("gridcell", { name: /^C2, Gazette/ });
    await expect(cell.getByTitle("Changed since you last looked")).toBeVisible();
    await newsOf(page).click();
    const list = page.getByRole("dialog", { name: "1 change since you last looked" });
    await expect(list.getByRole("link")).toHaveText(/Ana \S+ tagged and submitted C2 in Gazette/);
    await expectNoViolations(page, "with the list of changes");
    await list.getByRole("link").click();
    await expect(page).toHaveURL(/claim=2&source=1/);
    await expect(newsOf(page)).toHaveCount(0);

    await page.keyboard.press("k");
    await addClaim("ana", made, "Berth 9 was cleared.");
    await expect(newsOf(page)).toBeVisible();
    await page.keyboard.press("w");
    await page.getByRole("button", { name: /^Mark all as seen/ }).click();
    await expect(newsOf(page)).toHaveCount(0);
    await page.reload();
    await expect(live(page)).toBeVisible();
    await expect(page.locator(".ledger-row")).toHaveCount(3);
    await expect(newsOf(page)).toHaveCount(0);
  });

  test("without the stream changes come all the same, and the bar says how it stands", async ({ browser }) => {
    const page = await pageAs(browser, "teo");
    open.push(page);
    await page.route("**/api/trpc/live.case**", (route) => route.abort());
    await page.goto(`${made.path}?claim=1&source=1`);
    await expect(page.getByRole("status").filter({ hasText: "Reconnecting" })).toBeVisible();
    await addClaim("ana", made, "Berth 9 was cleared.");
    await expect(new Bench(page).claimRow(3)).toBeVisible();
    await page.unroute("**/api/trpc/live.case**");
    await expect(live(page)).toBeVisible({ timeout: 15_000 });
  });
});

test("somebody who is removed from the desk is told so, can read on, and copies what they were writing [E5]", async ({ browser }) => {
  const url = process.env.ASSAY_URL ?? "";
  const [lead, guest] = [somebody("Mara Holm"), somebody("Ivo Brandt")];
  const leadApi = await signUp(url, lead);
  const guestApi = await signUp(url, guest);
  const workspaceId = newId();
  await leadApi.workspace.create.mutate({ mutationId: newId(), id: workspaceId, name: "A desk of two" });
  const invited = await leadApi.workspace.invite.mutate({ mutationId: newId(), workspaceId, role: "annotator" });
  await guestApi.invitation.accept.mutate({ mutationId: newId(), token: invited.token });
  const caseId = newId();
  const of = { mutationId: newId(), id: caseId, workspaceId };
  await leadApi.case.create.mutate({ ...of, title: "A closing door", summary: "" });
  await leadApi.claim.create.mutate({
    mutationId: newId(),
    caseId,
    id: newId(),
    text: "The door was open.",
    type: "event",
    claimant: "",
  });

  const context = await browser.newContext();
  const page = await context.newPage();
  open.push(page);
  await page.goto("/sign-in");
  await fillSignIn(page, guest);
  await expect(page).toHaveURL(/\/w\//);
  await page.goto(`/c/${caseId}`);
  await expect(live(page)).toBeVisible();

  const bench = new Bench(page);
  await page.getByLabel("New thread on this claim").fill("Who held it?");
  await bench.inspector.getByTitle("Edit the wording (E)").click();
  await bench.wording.fill("The door stood ajar.");
  const { user } = await guestApi.me.get.query();
  await leadApi.workspace.removeMember.mutate({ mutationId: newId(), workspaceId, userId: user?.id ?? "" });
  await expect(page.getByRole("alert")).toContainText("This case is no longer open to you");
  await expect(bench.claimRow(1)).toContainText("The door was open.");
  await expect(page.getByLabel("Your wording, not saved")).toHaveValue("The door stood ajar.");
  await expect(page.getByLabel("New thread on this claim, not saved")).toHaveValue("Who held it?");
  await expectNoViolations(page, "removed from the desk");
});

test("a page goes on where it was when its server comes back", async ({ browser }) => {
  const data = mkdtempSync(join(tmpdir(), "assay-live-"));
  let server = await startBuiltServer({ ASSAY_DATA: data });
  const { url } = server;
  try {
    const context = await browser.newContext({ baseURL: url });
    const page = await context.newPage();
    open.push(page);
    await page.goto("/sign-in");
    await fillSignIn(page, demoPerson("teo"));
    await expect(page).toHaveURL(/\/w\//);
    // The start page leads to the case in several ways, and not always to its workbench.
    await page.getByRole("link", { name: /call/i }).first().click();
    await expect(page).toHaveURL(/\/c\//);
    const caseId = /\/c\/([^/?]+)/.exec(page.url())?.[1] ?? "";
    await page.goto(`/c/${caseId}`);
    await expect(live(page)).toBeVisible();
    const { ledger } = new Bench(page);
    const total = Number(await ledger.locator(".bench-meta").first().textContent());

    await server.stop();
    await expect(page.getByRole("status").filter({ hasText: "Reconnecting" })).toBeVisible();
    server = await startBuiltServer({ ASSAY_DATA: data, PORT: new URL(url).port });
    await expect(live(page)).toBeVisible({ timeout: 20_000 });

    const other = await context.newPage();
    await other.goto(`/c/${caseId}`);
    await expect(live(other)).toBeVisible();
    await other.keyboard.press("c");
    await other.getByRole("dialog").getByLabel("Wording").fill("The server came back.");
    await other.keyboard.press("Enter");
    await expect(ledger.locator(".bench-meta").first()).toHaveText(String(total + 1));
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
