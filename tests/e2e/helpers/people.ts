import { expect } from "@playwright/test";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { demoCase } from "@assay/seeds";

export interface Person {
  name: string;
  email: string;
  password: string;
}

/** Somebody new each time, so that a run may use a server that saw one before. */
export function somebody(name: string): Person {
  const handle = name.toLowerCase().replace(/[^a-z]+/g, ".");
  return { name, email: `${handle}.${crypto.randomUUID().slice(0, 8)}@oldmere.example`, password: "kelp-lantern-harbour" };
}

export type DemoName = "wren" | "ana" | "teo" | "priya";

export function demoPerson(key: DemoName): Person {
  const person = demoCase.people.find((each) => each.key === key);
  if (person === undefined) throw new Error(`The demo has no ${key}`);
  return person;
}

export async function fillSignIn(page: Page, person: Pick<Person, "email" | "password">): Promise<void> {
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

export async function fillSignUp(page: Page, person: Person): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(person.name);
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Create the account" }).click();
}

type State = Exclude<BrowserContextOptions["storageState"], string | undefined>;
const states = new Map<string, Promise<State>>();

/** Signed in once per run, not once per test: the desk limits how often one address may try. */
async function stateOf(browser: Browser, person: Person): Promise<State> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("/sign-in");
  await fillSignIn(page, person);
  await expect(page).toHaveURL(/\/w\//);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** A page in a context of its own, signed in as somebody of the demo. */
export async function pageAs(browser: Browser, key: DemoName, options: BrowserContextOptions = {}): Promise<Page> {
  const held = states.get(key) ?? stateOf(browser, demoPerson(key));
  states.set(key, held);
  const context = await browser.newContext({ ...options, storageState: await held });
  return context.newPage();
}
