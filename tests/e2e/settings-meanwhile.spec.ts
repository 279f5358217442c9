import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { newId, signUp } from "../support/api.ts";
import type { Api } from "../support/api.ts";
import { expectNoViolations } from "./helpers/axe.ts";
import { toast } from "./helpers/bench.ts";
import { addClaim, addSource, apiOf, makeCase } from "./helpers/case-maker.ts";
import { fillSignIn, pageAs, somebody } from "./helpers/people.ts";

/** [E5] Rules, ratings and verdicts that two people change at once: what one has entered stays, and both are seen. */

const mutation = () => ({ mutationId: newId() });
const MEANWHILE = "Somebody else changed this meanwhile.";

test("the desk's name, policy and scale, changed by somebody else while they are filled in", async ({ page }) => {
  const person = somebody("Signe Holm");
  const api = await signUp(process.env.ASSAY_URL ?? "", person);
  const id = newId();
  await api.workspace.create.mutate({ ...mutation(), id, name: "The Oldmere Post" });
  const desk = () => api.workspace.get.query({ workspaceId: id });
  await page.goto(`/sign-in?next=${encodeURIComponent(`/w/${id}/policy`)}`);
  await fillSignIn(page, person);

  const signOffs = page.getByLabel("Sign-offs before a release");
  const groups = page.getByLabel("Corroborated from");
  const save = page.getByRole("button", { name: "Save the policy" });
  await signOffs.selectOption("3");
  const { version: baseVersion, policy } = await desk();
  await api.workspace.setPolicy.mutate({
    ...mutation(),
    workspaceId: id,
    baseVersion,
    policy: { ...policy, signOffs: 2, independenceThreshold: 4 },
  });
  await save.click();
  await expect(page.getByText(MEANWHILE)).toBeVisible();
  await expect(page.getByText("Sign-offs before a release: 2")).toBeVisible();
  await expect(signOffs).toHaveValue("3");
  await expect(groups).toHaveValue("4");
  await expectNoViolations(page, "a policy that somebody else changed meanwhile");
  await save.click();
  await expect(toast(page, "The policy is changed.")).toBeVisible();
  await expect(page.getByText(MEANWHILE)).toHaveCount(0);
  expect((await desk()).policy).toMatchObject({ signOffs: 3, independenceThreshold: 4 });
  await expect(save).toBeFocused();

  const scale = page.getByRole("form", { name: "Rating scale" });
  const first = scale.getByLabel("Name of entry 1", { exact: true });
  const was = await first.inputValue();
  await first.fill("Invented from nothing");
  const held = await api.rating.scale.query({ workspaceId: id });
  const entries = held.entries.map((entry, place) => (place === 0 ? { ...entry, label: "Made up" } : entry));
  await api.rating.setScale.mutate({ ...mutation(), workspaceId: id, baseVersion: held.version, name: held.name, entries });
  await scale.getByRole("button", { name: "Save the scale" }).click();
  await expect(scale.getByText(MEANWHILE)).toBeVisible();
  await expect(scale.getByText(/^Entries: Made up, /)).toBeVisible();
  await expect(first).toHaveValue("Invented from nothing");
  await scale.getByRole("button", { name: "Take theirs instead" }).click();
  await expect(first).toHaveValue("Made up");
  await first.fill(was);
  await scale.getByRole("button", { name: "Save the scale" }).click();
  await expect(toast(page, "The scale is changed.")).toBeVisible();
  await expect(first).toHaveValue(was);

  await page.goto(`/w/${id}/people`);
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("The Oldmere Courier");
  await api.workspace.rename.mutate({ ...mutation(), workspaceId: id, baseVersion: (await desk()).version, name: "The Oldmere Mail" });
  await name.press("Enter");
  await expect(page.getByText(MEANWHILE)).toBeVisible();
  await expect(name).toHaveValue("The Oldmere Courier");
  await name.press("Enter");
  await expect(toast(page, "The desk has its new name.")).toBeVisible();
  expect((await desk()).name).toBe("The Oldmere Courier");
  await expect(name).toBeFocused();
});

test("an arrow on the list of roles gives nobody any right; the button does", async ({ page }) => {
  const [owner, member] = [somebody("Signe Holm"), somebody("Oskar Lind")];
  const [api, theirs] = [await signUp(process.env.ASSAY_URL ?? "", owner), await signUp(process.env.ASSAY_URL ?? "", member)];
  const workspaceId = newId();
  await api.workspace.create.mutate({ ...mutation(), id: workspaceId, name: "The Oldmere Post" });
  const { token } = await api.workspace.invite.mutate({ ...mutation(), workspaceId, role: "annotator" });
  await theirs.invitation.accept.mutate({ ...mutation(), token });
  const roleNow = async () => (await api.workspace.get.query({ workspaceId })).members.find(({ email }) => email === member.email)?.role;
  await page.goto(`/sign-in?next=${encodeURIComponent(`/w/${workspaceId}/people`)}`);
  await fillSignIn(page, owner);
  const roles = page.getByLabel("Role of Oskar Lind");
  await roles.selectOption("lead");
  await expect(page.getByRole("button", { name: "Make Oskar Lind lead" })).toBeVisible();
  await expectNoViolations(page, "a role that is chosen and not given yet");
  await page.getByRole("button", { name: "Leave Oskar Lind annotator" }).press("Enter");
  await expect(roles).toHaveValue("annotator");
  await expect(roles).toBeFocused();
  expect(await roleNow()).toBe("annotator");
  await roles.selectOption("reviewer");
  await page.getByRole("button", { name: "Make Oskar Lind reviewer" }).press("Enter");
  await expect(toast(page, "Oskar Lind is now reviewer.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make Oskar Lind reviewer" })).toHaveCount(0);
  await expect(roles).toHaveValue("reviewer");
  await expect(roles).toBeFocused();
  expect(await roleNow()).toBe("reviewer");
});

test("a case's policy, a rating and an overridden verdict", async ({ browser }) => {
  const made = await makeCase("The ferry that was late");
  await addSource(made, { publisher: "Gazette", text: "The ferry was an hour late." });
  const claimId = await addClaim("wren", made, "The ferry was an hour late.");
  const other = await apiOf("wren");
  const lead = await pageAs(browser, "wren");
  try {
    await casePolicy(lead, made.path, other, made.caseId);
    await rating(lead, made.path, other, made.caseId, claimId);
    await verdict(lead, made.path, other, made.caseId, claimId);
  } finally {
    await lead.context().close();
  }
});

async function casePolicy(lead: Page, path: string, other: Api, caseId: string): Promise<void> {
  await lead.goto(`${path}/policy`);
  const threshold = lead.getByLabel("Corroborated from");
  await threshold.selectOption("3");
  const { version: baseVersion } = await other.case.get.query({ caseId });
  await other.case.setPolicy.mutate({ ...mutation(), caseId, baseVersion, ownPolicy: { signOffs: 4 } });
  await expect(lead.getByLabel("Sign-offs before a release")).toHaveValue("4");
  await expect(threshold).toHaveValue("3");
  await lead.getByRole("button", { name: "Save the policy" }).click();
  await expect(toast(lead, "The policy of this case is changed.")).toBeVisible();
  expect((await other.case.get.query({ caseId })).ownPolicy).toEqual({ signOffs: 4, independenceThreshold: 3 });
}

async function rating(lead: Page, path: string, other: Api, caseId: string, claimId: string): Promise<void> {
  await lead.goto(`${path}/report/ratings`);
  await lead.getByRole("button", { name: "Rate C1" }).click();
  const form = lead.getByRole("form", { name: "Rate C1" });
  await form.getByLabel("Justification").fill("An hour by every clock.");
  const { ratingScale } = await other.case.get.query({ caseId });
  const [lowest, , highest] = ratingScale.entries;
  const theirs = { id: newId(), claimId, claimVersion: 1, baseVersion: 0, entryId: lowest!.id, justification: "No clock there." };
  await other.rating.set.mutate({ ...mutation(), caseId, ...theirs });
  await expect(form.getByText(`${lowest!.label}, by Wren`)).toContainText("No clock there.");
  await form.getByRole("radio", { name: highest!.label }).check();
  // As long as it takes to read theirs.
  await lead.waitForTimeout(1_500);
  await form.getByRole("button", { name: "Save the rating" }).click();
  await expect(toast(lead, `C1 is rated “${highest!.label}”.`)).toBeVisible();
  await expect(lead.getByText("An hour by every clock.")).toBeVisible();
}

async function verdict(lead: Page, path: string, other: Api, caseId: string, claimId: string): Promise<void> {
  await lead.goto(`${path}?claim=1`);
  await lead.getByRole("button", { name: "Override" }).click();
  const dialog = lead.getByRole("dialog", { name: "Override the verdict on C1" });
  await dialog.getByLabel("Reason").fill("The pier's own log is with us.");
  const theirs = { id: newId(), claimId, claimVersion: 1, replaces: null, verdict: "refuted", reason: "Two clocks." } as const;
  await other.verdict.override.mutate({ ...mutation(), caseId, ...theirs });
  await expect(dialog.getByText(/by Wren .+: Two clocks\.$/)).toBeVisible();
  await expectNoViolations(lead, "an override that somebody else set meanwhile");
  await lead.waitForTimeout(1_500);
  await dialog.getByRole("button", { name: "Override", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  const [override] = (await other.case.get.query({ caseId })).overrides;
  expect(override?.reason).toBe("The pier's own log is with us.");
}

test("a case's title and summary, edited in the browser, also while somebody else does, and undone", async ({ browser }) => {
  const made = await makeCase("The fery that was late");
  const other = await apiOf("wren");
  const lead = await pageAs(browser, "wren");
  const now = () => other.case.get.query({ caseId: made.caseId });
  await lead.goto(`${made.path}/sources`);
  const about = lead.getByRole("region", { name: "The case" });
  await expect(about).toContainText("No summary yet.");
  await lead.keyboard.press("e");
  const dialog = lead.getByRole("dialog", { name: "Title and summary of the case" });
  await expectNoViolations(lead, "the title and summary being edited");
  await dialog.getByLabel("Title").fill("");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Give the case a title.")).toBeVisible();
  await dialog.getByLabel("Title").fill("The ferry that was late");
  await dialog.getByLabel("Summary").fill("How late it was.");
  await lead.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await lead.keyboard.press("e");
  await expect(dialog.getByLabel("Summary")).toHaveValue("How late it was.");
  await other.case.edit.mutate({ ...mutation(), caseId: made.caseId, baseVersion: 1, title: "The fery that was late", summary: "Theirs." });
  await expect(dialog.getByText("Summary: Theirs.")).toBeVisible();
  // As long as it takes to read theirs.
  await lead.waitForTimeout(1_500);
  await dialog.getByLabel("Title").press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(about).toContainText("How late it was.");
  await expect(lead).toHaveTitle(/The ferry that was late/);
  expect(await now()).toMatchObject({ title: "The ferry that was late", summary: "How late it was." });
  await lead.keyboard.press("u");
  await expect(about).toContainText("Theirs.");
  await expect.poll(async () => (await now()).title).toBe("The fery that was late");
  await lead.context().close();

  const annotator = await pageAs(browser, "ana");
  await annotator.goto(`${made.path}/sources`);
  await expect(annotator.getByRole("region", { name: "The case" }).getByRole("button", { name: "Edit" })).toHaveAttribute("aria-disabled", "true");
  await annotator.context().close();
});
