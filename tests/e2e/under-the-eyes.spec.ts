import { expect, test } from "@playwright/test";
import { newId } from "../support/api.ts";
import { toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, apiOf, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";
import { Review } from "./helpers/review.ts";

/** What others do to a tag, to its claim or to its cell while somebody reads it, and is about to decide. */

const TEXT = "The lock at Sill was shut on Monday. It opened again on Friday.";

async function oneTag(title: string): Promise<{ made: MadeCase; sourceId: string; claimId: string; tagId: string }> {
  const made = await makeCase(title);
  const sourceId = await addSource(made, { publisher: "Sill Courier", text: TEXT });
  const claimId = await addClaim("ana", made, "The lock was shut on Monday.");
  const words = "shut on Monday";
  const tagId = await addTag("ana", made, { claimId, sourceId, stance: "verified", words, rationale: "It says so." }, true);
  return { made, sourceId, claimId, tagId };
}

async function saveAgain(by: "ana" | "priya", { caseId }: MadeCase, tagId: string, rationale: string): Promise<void> {
  const api = await apiOf(by);
  const { tags } = await api.case.get.query({ caseId });
  const tag = tags.find(({ id }) => id === tagId);
  if (tag === undefined) throw new Error("The tag is gone");
  const { claimId, sourceId, revisionId, claimVersion, version: baseVersion } = tag;
  const { stance, attributed, confidence, evidence, attestation } = tag;
  const content = { stance, attributed, confidence, evidence, attestation, rationale };
  const of = { caseId, claimId, sourceId, revisionId, claimVersion };
  await api.tag.save.mutate({ mutationId: newId(), id: tagId, baseVersion, content, ...of });
  await api.tag.submit.mutate({ mutationId: newId(), caseId, tagId, baseVersion: baseVersion + 1 });
}

test("[T5] [T6] a claim that is reworded, and its tag reaffirmed, are not approved by whoever read the old words", async ({
  browser,
}) => {
  const { made, claimId, tagId } = await oneTag("Reworded under the eyes");
  const { caseId } = made;
  const page = await pageAs(browser, "teo");
  await page.goto(`${made.path}/review/${tagId}`);
  const review = new Review(page);
  await expect(review.sheet.getByRole("heading", { level: 1 })).toHaveText("The lock was shut on Monday.");
  const ana = await apiOf("ana");
  const reworded = { text: "The lock was shut all week.", type: "event", claimant: "" } as const;
  await ana.claim.edit.mutate({ mutationId: newId(), caseId, claimId, baseVersion: 1, ...reworded });
  await expect(review.sheet).toContainText("stale");
  const { sources } = await ana.case.get.query({ caseId });
  const revisionId = sources[0]?.revision.id ?? "";
  await ana.tag.reaffirm.mutate({ mutationId: newId(), caseId, tagId, baseVersion: 1, claimVersion: 2, revisionId });
  const note = review.sheet.getByRole("status").filter({ hasText: "Ana saved version 2 while you were reading." });
  await expect(note).toContainText("You see version 1. The claim was reworded in between.");
  await review.read();
  await page.keyboard.press("a");
  await expect(toast(page, "There is a version 2 of this tag. Show it, read it, then decide.")).toBeVisible();
  expect((await caseView(page)).reviews).toEqual([]);
  await note.getByRole("button", { name: "Show version 2" }).click();
  await expect(note).toBeHidden();
  await review.read();
  await page.keyboard.press("a");
  await expect(toast(page, /C1, Sill Courier approved/)).toBeVisible();
  expect((await caseView(page)).reviews).toMatchObject([{ tagId, tagVersion: 2, decision: "approve" }]);
  await page.context().close();
});

test("[T5] [A2] a ruling waits until the side that changed meanwhile has been read", async ({ browser }) => {
  const { made, sourceId, claimId, tagId } = await oneTag("A side that changed");
  const words = "It opened again on Friday";
  const rival = await addTag("priya", made, { claimId, sourceId, stance: "disputed", words, rationale: "First reason." }, true);
  const page = await pageAs(browser, "wren");
  await page.goto(`${made.path}/review/${tagId}`);
  await expect(new Review(page).sheet).toContainText("First reason.");
  await page.keyboard.press("g");
  const form = page.getByRole("form", { name: "Adjudicate" });
  await form.getByText("Overturn").click();
  const standsInstead = form.getByRole("radiogroup", { name: "Stands instead" });
  await standsInstead.getByText("disputed").click();
  await form.getByLabel("Note to everybody").fill("The lock opened in the same week.");
  await saveAgain("priya", made, rival, "Second reason, which says more.");
  await expect(new Review(page).sheet).toContainText("Second reason, which says more.");
  // While the other side was a draft the cell was not contested, and the form was gone.
  await expect(standsInstead.getByRole("radio", { name: /disputed/ })).toBeChecked();
  await expect(form.getByLabel("Note to everybody")).toHaveValue("The lock opened in the same week.");
  const send = form.getByRole("button", { name: /^Decide/ });
  await send.click();
  await expect(form.getByRole("alert")).toContainText("Another tag of this cell was changed or handed in while you were reading.");
  expect((await caseView(page)).adjudications).toEqual([]);
  await send.click();
  await expect(toast(page, /C1, Sill Courier overturned/)).toBeVisible();
  expect((await caseView(page)).adjudications).toHaveLength(1);
  await page.context().close();
});

test("[T7] nobody is offered a decision on a tag whose claim was withdrawn", async ({ browser }) => {
  const { made, claimId, tagId } = await oneTag("Withdrawn under the eyes");
  const page = await pageAs(browser, "teo");
  await page.goto(`${made.path}/review/${tagId}`);
  const approve = page.getByRole("group", { name: "Decision" }).getByRole("button", { name: /^Approve/ });
  await expect(approve).not.toHaveAttribute("aria-disabled", "true");
  await (await apiOf("wren")).claim.withdraw.mutate({ mutationId: newId(), caseId: made.caseId, claimId, baseVersion: 1 });
  await expect(approve).toHaveAttribute("aria-disabled", "true");
  await expect(approve).toHaveAccessibleDescription("Claim C1 is withdrawn. Restore it first.");
  await page.context().close();
});

test("an annotator who follows a link to a tag finds no list of what others are to review", async ({ browser }) => {
  const { made, tagId } = await oneTag("A link to a tag");
  const page = await pageAs(browser, "priya");
  await page.goto(`${made.path}/review/${tagId}`);
  const review = new Review(page);
  await expect(review.sheet).toContainText("The lock was shut on Monday.");
  await expect(review.queue.getByRole("link")).toHaveCount(0);
  await page.context().close();
});

test("[T4] where one’s own tags may be reviewed, those that were opened are approved together", async ({ browser }) => {
  const made = await makeCase("A desk of one");
  const { caseId } = made;
  const wren = await apiOf("wren");
  const { version: baseVersion } = await wren.case.get.query({ caseId });
  await wren.case.setPolicy.mutate({ mutationId: newId(), caseId, baseVersion, ownPolicy: { selfReview: true } });
  const sourceId = await addSource(made, { publisher: "Sill Courier", text: TEXT });
  const claimId = await addClaim("wren", made, "The lock was shut on Monday.");
  await addTag("wren", made, { claimId, sourceId, stance: "verified", words: "shut on Monday" }, true);
  const page = await pageAs(browser, "wren");
  await page.goto(`${made.path}/review`);
  await expect(new Review(page).sheet).toContainText("The lock was shut on Monday.");
  await page.keyboard.press("b");
  await expect(page.getByRole("group", { name: "Picked tags" })).toContainText("1 picked, all opened");
  await page.keyboard.press("Shift+b");
  await expect(toast(page, "1 tag approved.")).toBeVisible();
  await page.context().close();
});
