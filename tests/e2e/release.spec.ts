import { expect, test } from "@playwright/test";
import type { Browser, Page } from "@playwright/test";
import { newId } from "../support/api.ts";
import { expectNoViolations } from "./helpers/axe.ts";
import { toast } from "./helpers/bench.ts";
import { addClaim, addSource, addTag, apiOf, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";

/** A report on its way out: rated, cleared, signed by two people, released, corrected, compared, and read by a stranger. */
test.describe.configure({ mode: "serial" });

const LOG = "The harbour log of 3 May counts nine hands on the cutter, and every one of them ashore before low water.";
const CLAIM = "All nine hands reached the shore.";
const WHY = "The log counts them one by one.";

let made: MadeCase;
let tagId: string;
let lead: Page;
let reviewer: Page;

const blocks = (page: Page) => page.getByRole("list", { name: "What blocks the release" });
const releases = (page: Page) => page.getByRole("list", { name: "Releases" });

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  made = await makeCase("The cutter’s nine hands");
  const sourceId = await addSource(made, { publisher: "Harbour log", text: LOG });
  const claimId = await addClaim("wren", made, CLAIM);
  tagId = await addTag("ana", made, { claimId, sourceId, stance: "verified", words: "every one of them ashore" }, true);
  const { caseId } = made;
  const api = await apiOf("wren");
  const { version: baseVersion } = await api.case.get.query({ caseId });
  await api.case.setPolicy.mutate({ mutationId: newId(), caseId, baseVersion, ownPolicy: { signOffs: 2 } });
  lead = await pageAs(browser, "wren");
  reviewer = await pageAs(browser, "teo");
});

test.afterAll(async () => {
  for (const page of [lead, reviewer]) await page?.context().close();
});

async function rate(page: Page, name: string, entry: string): Promise<void> {
  const row = page.getByRole("form", { name: `Rate ${name}` });
  await row.getByRole("radio", { name: new RegExp(`^${entry}`) }).check();
  await row.getByLabel("Justification").fill(WHY);
  await row.getByRole("button", { name: "Save the rating" }).click();
  await expect(row).toBeHidden();
}

async function sign(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign off" }).click();
  await expect(page.getByRole("button", { name: "Take back my signature" })).toBeVisible();
}

async function publish(page: Page, number: number): Promise<void> {
  await page.getByRole("button", { name: `Publish release ${number}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
  await expect(releases(page).getByRole("heading", { name: new RegExp(`^Release ${number} `) })).toBeVisible();
}

test("[R1] the list of what blocks leads to each thing, and empties as it is done", async () => {
  await lead.goto(`${made.path}/report/release`);
  await lead.getByLabel("Every claim and the piece have to be rated").check();
  await expect(blocks(lead).getByRole("link")).toHaveText([
    /^C1 in Harbour log\. Submitted, not reviewed yet\./,
    "The piece is not rated.",
    "C1 is not rated.",
    "2 more people have to sign it off: 0 of 2 did.",
  ]);
  await expectNoViolations(lead, "what blocks a release");
  await blocks(lead).getByRole("link", { name: "The piece is not rated." }).click();
  const piece = lead.getByRole("form", { name: "Rate the piece" });
  await piece.getByLabel("Justification").fill("Half written.");
  await lead.reload();
  await expect(piece.getByLabel("Justification")).toHaveValue("Half written.");
  await rate(lead, "the piece", "Mostly true");
  await lead.getByRole("button", { name: "Rate C1" }).click();
  await rate(lead, "C1", "True");
  await expect(lead.getByRole("listitem").filter({ hasText: CLAIM })).toContainText(WHY);
  await expectNoViolations(lead, "ratings");
  await lead.goto(`${made.path}/report/release`);
  await blocks(lead).getByRole("link", { name: /^C1 in Harbour log/ }).click();
  await expect(lead).toHaveURL(new RegExp(`/review/${tagId}`));
  const decision = { decision: "approve", reason: "" } as const;
  const review = { mutationId: newId(), caseId: made.caseId, tagId, tagVersion: 1, ...decision };
  await (await apiOf("teo")).review.decide.mutate(review);
});

test("[R1] [R2] two people sign it off, and it is released", async () => {
  await reviewer.goto(`${made.path}/report/release`);
  await expect(blocks(reviewer).getByRole("link")).toHaveText(["2 more people have to sign it off: 0 of 2 did."]);
  await sign(reviewer);
  await lead.goto(`${made.path}/report/release`);
  await expect(blocks(lead).getByRole("link")).toHaveText(["One more person has to sign it off: 1 of 2 did."]);
  await sign(lead);
  await expect(lead.getByText("Nothing blocks it.")).toBeVisible();
  await publish(lead, 1);
  await expect(lead.getByText("Nothing has changed since release 1.")).toBeVisible();
  await expectNoViolations(lead, "a release");
});

test("[R3] a change after it goes out with a correction, and the two releases are compared", async () => {
  const file = `/api/cases/${made.caseId}/releases/1/html`;
  const before = await (await lead.request.get(file)).body();
  await lead.goto(`${made.path}/report/ratings`);
  await lead.getByRole("button", { name: "Change the rating of C1" }).click();
  await rate(lead, "C1", "Mostly true");
  await lead.getByRole("link", { name: /^Release/ }).click();
  const differences = lead.getByRole("list", { name: "Differences" });
  await expect(differences.getByRole("listitem")).toHaveCount(1);
  await expect(differences).toContainText("C1, Rating");
  await lead.getByRole("button", { name: "Write a correction" }).click();
  const correction = lead.getByRole("form", { name: "Correction" });
  await correction.getByLabel("What is corrected").fill("We said true; the log leaves one hand out.");
  await correction.getByLabel("Why").fill("A reader wrote to us.");
  await lead.reload();
  await lead.getByRole("button", { name: "Write a correction" }).click();
  await expect(correction.getByLabel("What is corrected")).toHaveValue("We said true; the log leaves one hand out.");
  await expect(correction.getByLabel("Why")).toHaveValue("A reader wrote to us.");
  await correction.getByRole("button", { name: "Keep the correction" }).click();
  await expect(toast(lead, "The correction waits for the next release.")).toBeVisible();
  await sign(lead);
  await expect(reviewer.getByRole("list", { name: "Releases" })).toBeVisible();
  await sign(reviewer);
  await publish(lead, 2);
  await expect(lead.getByRole("list", { name: "Corrections in release 2" })).toContainText("A reader wrote to us.");
  await lead.getByLabel("From").selectOption("1");
  await lead.getByLabel("to", { exact: true }).selectOption("2");
  await expect(differences.getByRole("listitem")).toHaveCount(1);
  expect((await (await lead.request.get(file)).body()).equals(before)).toBe(true);
});

test("a link opens the release for somebody without an account, until it is revoked", async ({ browser }) => {
  // The list of links is on its way until the first of them has been made.
  const lists = /share\.list/;
  let arrive = () => {};
  const linked = new Promise<void>((resolve) => (arrive = resolve));
  await lead.route(lists, (route) => linked.then(() => route.continue()), { times: 1 });
  await lead.goto(`${made.path}/report/release`);
  await lead.getByRole("button", { name: "Make a link" }).click();
  const form = lead.getByRole("form", { name: "New link" });
  await form.getByLabel("For whom").fill("The city editor");
  const answered = lead.waitForResponse(/share\.create/);
  await form.getByRole("button", { name: "Make the link" }).click();
  await answered;
  arrive();
  const link = lead.getByRole("list", { name: "Links to releases" }).getByRole("listitem");
  await expect(link).toContainText("The city editor, release 2");
  await expectNoViolations(lead, "links to a release");
  const path = (await link.getByRole("link", { name: "Open" }).getAttribute("href")) ?? "";
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  const opened = await page.goto(path);
  expect(opened?.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(page.getByText("every one of them ashore").first()).toBeVisible();
  await link.getByRole("button", { name: "Revoke" }).click();
  await expect(link).toContainText("Revoked");
  await page.reload();
  await expect(page.getByRole("heading", { name: "This link was withdrawn" })).toBeVisible();
  await stranger.close();
});
