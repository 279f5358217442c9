import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import type { Api } from "../support/api.ts";
import { Bench, toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { join } from "./helpers/join.ts";
import { fillSignIn, pageAs } from "./helpers/people.ts";
import type { Person } from "./helpers/people.ts";

/** The page "Your account". Each test has a person of its own: others sign in with the demo's passwords. */

const NEW = "sluice-gate-morning";
const open: Page[] = [];

test.afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

async function enter(browser: Browser, person: Person, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  open.push(page);
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await fillSignIn(page, person);
  return page;
}

/** A case with a draft of this person on its first claim and source. */
async function draftOf(api: Api): Promise<MadeCase> {
  const made = await makeCase("The sluice at Oldmere");
  const sourceId = await addSource(made, { publisher: "Gazette", text: "The sluice was opened at six. Nobody saw it." });
  const claimId = await addClaim("ana", made, "The sluice was opened at six.");
  const words = "The sluice was opened at six";
  await addTag(api, made, { claimId, sourceId, stance: "verified", words, rationale: "First words." });
  return made;
}

const form = (page: Page) => ({
  current: page.getByLabel("Current password"),
  fresh: page.getByLabel("New password"),
  submit: page.getByRole("button", { name: "Change the password" }),
});
const signIns = (page: Page) => page.getByRole("list", { name: "Sign-ins" }).getByRole("listitem");
const ENDED = "Your session has ended. What you typed stays on this page.";

test("a changed password signs out every other window, which loses nothing that is typed in it", async ({ browser }) => {
  const { person, api } = await join("Marit Solheim");
  const made = await draftOf(api);
  const laptop = await enter(browser, person, `${made.path}?claim=1&source=1`);
  const { inspector } = new Bench(laptop);
  const rationale = inspector.getByLabel("Rationale");
  await expect(rationale).toHaveValue("First words.");
  await expect(laptop.getByText("Live", { exact: true })).toBeVisible();

  const here = await enter(browser, person, "/");
  await here.getByRole("button", { name: /^Account: Marit/ }).click();
  await here.getByRole("menuitem", { name: "Your account" }).click();
  await expect(here.getByRole("heading", { name: "Your account" })).toBeVisible();
  await expect(here.getByText(person.email)).toBeVisible();
  // The third is the one that made the case.
  await expect(signIns(here)).toHaveCount(3);
  await expect(signIns(here).first()).toContainText("this one");

  const { current, fresh } = form(here);
  await current.fill(person.password);
  await fresh.fill(NEW);
  await fresh.press("Enter");
  await expect(toast(here, "Your password is changed. Everywhere else you are signed out.")).toBeVisible();
  await expect(current).toHaveValue("");
  await expect(fresh).toHaveValue("");
  await expect(signIns(here)).toHaveCount(1);
  expect((await api.me.get.query()).user).toBeNull();

  // Without anything being done in it.
  await expect(toast(laptop, ENDED)).toBeVisible();
  await rationale.fill("Written on the train, signed out.");
  await laptop.keyboard.press("Escape");
  await expect(laptop.getByRole("button", { name: "Signed out, 1 change kept on this device" })).toBeVisible();
  const opened = laptop.waitForEvent("popup");
  await laptop.getByRole("button", { name: "Sign in in a new tab" }).click();
  const tab = await opened;
  await fillSignIn(tab, person);
  await expect(tab.getByRole("alert")).toContainText("This e-mail address and password do not belong together.");
  await fillSignIn(tab, { ...person, password: NEW });
  await expect(tab).toHaveURL(/\/w\//);
  await tab.close();
  await expect(rationale).toHaveValue("Written on the train, signed out.");
  await expect
    .poll(async () => (await caseView(here, made.path)).tags[0]?.rationale, { timeout: 30_000 })
    .toBe("Written on the train, signed out.");

  await here.reload();
  await expect(here.getByRole("heading", { name: "Your account" })).toBeVisible();
  await expect(signIns(here)).toHaveCount(2);
});

test("what is wrong with a password is said at its field, and nothing typed is lost", async ({ browser }) => {
  const { person } = await join("Oskar Lind");
  const page = await enter(browser, person, "/account");
  const { current, fresh, submit } = form(page);
  await submit.click();
  await expect(current).toBeFocused();
  await expect(current).toHaveAccessibleDescription("Write the password you have now.");

  await current.fill(person.password);
  await fresh.fill("short");
  await fresh.press("Enter");
  await expect(fresh).toBeFocused();
  await expect(fresh).toHaveAccessibleDescription(/^This has 5 characters\. It needs at least 10\./);
  await fresh.fill(person.password);
  await fresh.press("Enter");
  await expect(fresh).toHaveAccessibleDescription(/^This is the password you have\. Choose another\./);

  await current.fill("kelp-lantern-harbor");
  await fresh.fill(NEW);
  await fresh.press("Enter");
  await expect(current).toBeFocused();
  await expect(current).toHaveAccessibleDescription("This is not the password you have now.");
  await expect(current).toHaveValue("");
  await expect(fresh).toHaveValue(NEW);
  await page.getByLabel("Show what I type").check();
  await expect(current).toHaveAttribute("type", "text");

  await current.fill(person.password);
  await page.route("**/api/auth/change-password", (route) => route.abort("connectionfailed"));
  await submit.click();
  await expect(page.getByRole("alert").filter({ hasText: "The desk does not answer." })).toBeVisible();
  await page.unroute("**/api/auth/change-password");

  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await submit.click();
  await expect(page.getByRole("alert").filter({ hasText: "Your session has ended." })).toBeVisible();
  await expect(toast(page, ENDED)).toBeVisible();
  await expect(current).toHaveValue(person.password);
  await expect(fresh).toHaveValue(NEW);
  await page.context().addCookies(cookies);
  await submit.click();
  await expect(toast(page, "Your password is changed.")).toBeVisible();
});

test("one sign-in is ended by itself: its window is told and loses nothing, the others go on", async ({ browser }) => {
  const { person, api } = await join("Sunniva Dahl");
  const made = await draftOf(api);
  const place = `${made.path}?claim=1&source=1`;
  // Known apart by what they say they are.
  const phone = await (await browser.newContext({ userAgent: "Mozilla/5.0 (Linux; Android 15) Chrome/131.0 Mobile Safari/537.36" })).newPage();
  open.push(phone);
  await phone.goto(`/sign-in?next=${encodeURIComponent(place)}`);
  await fillSignIn(phone, person);
  const laptop = await enter(browser, person, place);
  for (const page of [phone, laptop]) await expect(page.getByText("Live", { exact: true })).toBeAttached();

  const here = await enter(browser, person, "/");
  await expect(here.getByRole("button", { name: "Jump to a case or page" })).toBeVisible();
  await here.keyboard.press("Control+k");
  await here.getByRole("dialog", { name: "Jump to" }).getByRole("combobox").fill("passw");
  await expect(here.getByRole("option", { name: "Your account" })).toBeVisible();
  await here.keyboard.press("Enter");
  await expect(here.getByRole("heading", { name: "Your account" })).toBeVisible();
  await expect(signIns(here)).toHaveCount(4);
  await expect(signIns(here).first().getByRole("button")).toHaveCount(0);
  await here.getByRole("button", { name: /^Sign out Chrome on Android, signed in/ }).click();
  await expect(toast(here, "Chrome on Android is signed out.")).toBeVisible();
  await expect(signIns(here)).toHaveCount(3);
  await expect(signIns(here).filter({ hasText: "Android" })).toHaveCount(0);
  await expect(here.getByRole("button", { name: "Sign out everywhere else" })).toBeFocused();

  // Without anything being done in it.
  await expect(toast(phone, ENDED)).toBeVisible();
  const rationale = new Bench(phone).inspector.getByLabel("Rationale");
  await rationale.fill("Written on the ferry, signed out.");
  await expect(rationale).toHaveValue("Written on the ferry, signed out.");
  expect((await api.me.get.query()).user?.email).toBe(person.email);
  await expect(laptop.getByText("Live", { exact: true })).toBeVisible();
  await expect(toast(laptop, ENDED)).toHaveCount(0);
});

test("all other sign-ins are ended at once, and a new name is shown wherever the old one was", async ({ browser }) => {
  const { person, api } = await join("Runa Vestby");
  const made = await draftOf(api);
  const teammate = await pageAs(browser, "ana");
  open.push(teammate);
  await teammate.goto(`${made.path}?claim=1&source=1`);
  await expect(teammate.getByText("Runa Vestby").first()).toBeAttached();

  const page = await enter(browser, person, "/account");
  const name = page.getByLabel("Name", { exact: true });
  await name.fill(" ");
  await name.press("Enter");
  await expect(name).toHaveAccessibleDescription(/^Write the name your colleagues know you by\./);
  await name.fill("Runa Aas");
  await name.press("Enter");
  await expect(toast(page, "Your name is changed.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Account: Runa Aas" })).toBeVisible();
  await expect(teammate.getByText("Runa Aas").first()).toBeAttached();

  await expect(signIns(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(toast(page, "You are signed out everywhere else.")).toBeVisible();
  await expect(signIns(page)).toHaveCount(1);
  expect((await api.me.get.query()).user).toBeNull();
  await page.reload();
  await expect(signIns(page)).toHaveCount(1);
});
