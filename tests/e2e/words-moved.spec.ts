import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { newId } from "../support/api.ts";
import { addClaim, addSource, apiOf, makeCase, reviseSource } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { pageAs } from "./helpers/people.ts";

/** Others change the words that somebody is deciding about, while the dialog is open or the change is on its way. */

const TEXT = "The bridge was shut at half past eight. Nobody waited.";

let made: MadeCase;
let claimId: string;
let sourceId: string;
let page: Page;

test.beforeEach(async ({ browser }) => {
  made = await makeCase("The bridge, reworded");
  sourceId = await addSource(made, { publisher: "Bulletin", text: TEXT });
  claimId = await addClaim("ana", made, "Two lorries waited.");
  page = await pageAs(browser, "ana");
  await page.goto(`${made.path}?claim=1&source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
});

test.afterEach(() => page.context().close());

test("[S3] a tick that the whole text was read falls with the wording and with the text, and not with a note of either", async () => {
  const { caseId } = made;
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog");
  const tick = dialog.getByRole("checkbox", { name: /^I read the whole revision/ });
  const attest = dialog.getByRole("button", { name: /^Attest/ });
  await tick.check();
  await dialog.getByLabel("Rationale").fill("It would be in the second sentence.");
  const teo = await apiOf("teo");
  const edit = { caseId, claimId, type: "event", claimant: "the toll keeper" } as const;
  await teo.claim.edit.mutate({ mutationId: newId(), ...edit, baseVersion: 1, text: "Two lorries waited." });
  await expect(page.getByLabel("Claimant", { exact: true })).toHaveValue("the toll keeper");
  await expect(tick).toBeChecked();
  await teo.claim.edit.mutate({ mutationId: newId(), ...edit, baseVersion: 2, text: "Three lorries waited." });
  await expect(dialog.getByText("since you ticked the box. Read again, then tick it.")).toBeVisible();
  await expect(tick).not.toBeChecked();
  await expect(attest).toHaveAttribute("aria-disabled", "true");
  await tick.check();
  await reviseSource("teo", made, sourceId, `${TEXT} Three lorries did.`);
  await expect(tick).not.toBeChecked();
  await expect(dialog.getByLabel("Rationale")).toHaveValue("It would be in the second sentence.");
  expect((await teo.case.get.query({ caseId })).tags).toEqual([]);
});

test("[S3] that a text is a part only is mended by a revision of the same words", async () => {
  await page.goto(`${made.path}/sources`);
  const revise = async (completeness: "Full text" | "Partial") => {
    await page.getByRole("button", { name: /^New revision/ }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Start from the text of revision/ }).click();
    await dialog.getByText(completeness, { exact: true }).click();
    await expect(dialog.getByText("The words are the same. What changes is whether they are said to be complete.")).toBeVisible();
    await dialog.getByRole("button", { name: /^Store revision/ }).click();
    await expect(dialog).toBeHidden();
  };
  await revise("Partial");
  await revise("Full text");
  const { revisions } = (await (await apiOf("ana")).case.get.query({ caseId: made.caseId })).sources[0] ?? {};
  expect(revisions?.map(({ completeness }) => completeness)).toEqual(["full", "partial", "full"]);
  expect(new Set(revisions?.map(({ sha256 }) => sha256)).size).toBe(1);
});

test("[T6] [E5] a verdict that an older page kept says what it was, and is made anew where the claim can be read", async ({ browser }) => {
  const lead = await pageAs(browser, "wren");
  await lead.goto(`${made.path}?claim=1`);
  await expect(lead.locator("[data-block]").first()).toBeVisible();
  const { caseId } = made;
  const { user } = await (await apiOf("wren")).me.get.query();
  const { workspaceId } = await (await apiOf("wren")).case.get.query({ caseId });
  const input = { mutationId: newId(), caseId, id: newId(), claimId, verdict: "refuted", reason: "The gate log of Monday." };
  await lead.evaluate(
    (kept) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("assay-kept", 1);
        opening.onsuccess = () => {
          const put = opening.result.transaction("mutations", "readwrite").objectStore("mutations").add(kept);
          put.onsuccess = () => resolve();
          put.onerror = () => reject(put.error);
        };
      }),
    {
      id: input.mutationId,
      personId: user?.id ?? "",
      workspaceId,
      caseId,
      caseTitle: "The bridge, reworded",
      procedure: "verdict.override",
      input,
      label: "Override the verdict",
      madeAt: "2026-11-20T10:00:00.000Z",
      rides: false,
      refusal: null,
      held: false,
    },
  );
  await lead.reload();
  await lead.getByRole("button", { name: "1 change needs your decision" }).click();
  const dialog = lead.getByRole("dialog");
  await expect(dialog.getByText("did not note which words you had read")).toBeVisible();
  await expect(dialog.getByText("The gate log of Monday.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Send again" })).toBeHidden();
  await dialog.getByRole("link", { name: "Read C1" }).click();
  await expect(dialog).toBeHidden();
  await expect(lead).toHaveURL(/claim=1/);
  expect((await (await apiOf("wren")).case.get.query({ caseId })).overrides).toEqual([]);
  await lead.context().close();
});
