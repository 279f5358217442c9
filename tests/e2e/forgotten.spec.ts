import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { expectNoViolations } from "./helpers/axe.ts";
import { Bench, toast } from "./helpers/bench.ts";
import { addClaim, addSource, addTag, makeCase } from "./helpers/case-maker.ts";
import { join } from "./helpers/join.ts";
import { fillSignIn, pageAs } from "./helpers/people.ts";
import type { Person } from "./helpers/people.ts";

/** A forgotten password: a lead makes a link, its person chooses another. */

const NEW = "sluice-gate-morning";
const open: Page[] = [];

test.afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

async function fresh(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  open.push(page);
  return page;
}

async function peoplePage(browser: Browser, workspaceId: string): Promise<Page> {
  const lead = await pageAs(browser, "wren");
  open.push(lead);
  await lead.goto(`/w/${workspaceId}/people`);
  await expect(lead.getByRole("heading", { name: "People" })).toBeVisible();
  return lead;
}

const dialogOf = (lead: Page, { name }: Person) => lead.getByRole("dialog", { name: `New password for ${name}` });
const rowsOf = (lead: Page, { name }: Person) =>
  lead.getByRole("list", { name: "Links for a new password" }).getByRole("listitem").filter({ hasText: name });

async function makeLink(lead: Page, person: Person): Promise<string> {
  await lead.getByRole("button", { name: `New password for ${person.name}` }).click();
  const dialog = dialogOf(lead, person);
  await expect(dialog).toContainText(person.email);
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const field = dialog.getByLabel(`Link for ${person.name}`);
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/^Works once, until .+ Copy it now: it is not shown again\.$/);
  const link = await field.inputValue();
  await dialog.getByRole("button", { name: "Copy the link" }).click();
  expect(await lead.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await dialog.getByRole("button", { name: "Done" }).click();
  return link;
}

test("a lead makes a link, its person chooses a password and is in; every other window of theirs is out", async ({ browser }) => {
  const { person, api, workspaceId } = await join("Marit Solheim");
  const made = await makeCase("The sluice at Oldmere");
  const sourceId = await addSource(made, { publisher: "Gazette", text: "The sluice was opened at six. Nobody saw it." });
  const claimId = await addClaim("ana", made, "The sluice was opened at six.");
  const words = "The sluice was opened at six";
  await addTag(api, made, { claimId, sourceId, stance: "verified", words, rationale: "First words." });
  const laptop = await fresh(browser);
  await laptop.goto(`/sign-in?next=${encodeURIComponent(`${made.path}?claim=1&source=1`)}`);
  await expect(laptop.getByText(/^Forgotten your password\? A lead or an owner/)).toBeVisible();
  await fillSignIn(laptop, person);
  await expect(new Bench(laptop).inspector.getByLabel("Rationale")).toHaveValue("First words.");
  await expect(laptop.getByText("Live", { exact: true })).toBeVisible();

  const lead = await peoplePage(browser, workspaceId);
  const owner = lead.getByRole("button", { name: "New password for This computer" });
  await expect(owner).toHaveAccessibleDescription(/^An owner’s password is set by a link from another owner/);
  await expect(lead.getByRole("button", { name: /New password for Wren/ })).toHaveCount(0);
  const older = await makeLink(lead, person);
  const link = await makeLink(lead, person);
  await expect(rowsOf(lead, person)).toHaveCount(1);
  await expect(rowsOf(lead, person)).toContainText("made by Wren Halloran");
  await expectNoViolations(lead, "people with a link");

  const page = await fresh(browser);
  await page.goto(older);
  await expect(page.getByText(/^This link is no longer good: it was withdrawn/)).toBeVisible();
  await page.goto(link.slice(0, -3));
  await expect(page.getByText(/^There is no such link\. It may have been cut short/)).toBeVisible();
  await expectNoViolations(page, "a link that leads nowhere");

  await page.goto(link);
  await expect(page.getByText(`For ${person.name}, ${person.email}. Wren Halloran made this link.`)).toBeVisible();
  const password = page.getByLabel("New password");
  await expect(password).toBeFocused();
  await password.fill("short");
  await password.press("Enter");
  await expect(password).toBeFocused();
  await expect(password).toHaveAccessibleDescription(/^This has 5 characters\. It needs at least 10\./);
  await expectNoViolations(page, "a new password");
  await password.fill(NEW);
  await password.press("Enter");
  await expect(toast(page, "Your password is set. Everywhere else you are signed out.")).toBeVisible();
  await expect(page).toHaveURL(/\/w\//);
  await expect(page.getByRole("button", { name: `Account: ${person.name}` })).toBeVisible();

  // Without anything being done in it.
  await expect(toast(laptop, "Your session has ended. What you typed stays on this page.")).toBeVisible();
  expect((await api.me.get.query()).user).toBeNull();
  const elsewhere = await fresh(browser);
  await elsewhere.goto("/sign-in");
  await fillSignIn(elsewhere, person);
  await expect(elsewhere.getByRole("alert")).toContainText("This e-mail address and password do not belong together.");
  await fillSignIn(elsewhere, { ...person, password: NEW });
  await expect(elsewhere).toHaveURL(/\/w\//);

  // Who made it and that it was used is there for the desk, and for its person.
  for (const looking of [lead, elsewhere]) {
    await looking.goto(`/w/${workspaceId}/people`);
    await expect(rowsOf(looking, person)).toContainText(/made by Wren Halloran.*used, just now/);
    await expect(rowsOf(looking, person).getByRole("button")).toHaveCount(0);
  }
});

test("a link that was used, withdrawn or has expired while its page was open says what to do", async ({ browser }) => {
  const { person, workspaceId } = await join("Oskar Lind");
  const lead = await peoplePage(browser, workspaceId);
  const first = await makeLink(lead, person);
  const page = await fresh(browser);
  await page.goto(first);
  const password = page.getByLabel("New password");
  await password.fill(NEW);
  await rowsOf(lead, person).getByRole("button", { name: "Withdraw" }).click();
  await expect(toast(lead, "The link is withdrawn. It sets no password any more.")).toBeVisible();
  await expect(rowsOf(lead, person)).toHaveCount(0);
  await password.press("Enter");
  await expect(page.getByText(/^This link is no longer good: it was withdrawn/)).toBeVisible();

  const link = await makeLink(lead, person);
  await page.goto(link);
  // A day cannot be waited for: what the desk answers after one, in its own words (reset.pg.test.ts).
  const expired = "This link has expired: it was good for 24 hours. Ask for a new one.";
  const refusal = { code: "REFUSED", message: expired };
  await page.route("**/api/auth/reset-password", (route) => route.fulfill({ status: 412, json: refusal }));
  await password.fill(NEW);
  await password.press("Enter");
  await expect(page.getByText(expired)).toBeVisible();
  await page.unroute("**/api/auth/reset-password");

  // The answer is lost, and the password set.
  await page.route("**/api/auth/reset-password", async (route) => {
    await route.fetch();
    await route.abort("connectionfailed");
  });
  await password.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "The desk does not answer." })).toBeVisible();
  await page.unroute("**/api/auth/reset-password");
  await page.goto(link);
  await expect(page.getByText(/^This link was used already, and each works once\. Sign in with the password/)).toBeVisible();
  await page.getByRole("link", { name: "To the sign-in" }).click();
  await fillSignIn(page, { ...person, password: NEW });
  await expect(page).toHaveURL(/\/w\//);
});
