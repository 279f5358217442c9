import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { Bench, toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, apiOf, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { loseAnswers } from "./helpers/lose-answers.ts";
import { demoPerson, fillSignIn, fillSignUp, pageAs } from "./helpers/people.ts";
import { addIt, openAddSource } from "./helpers/sources.ts";

/** Forms and words. Files and pasted texts: bad-files.spec.ts; passages and tags: bad-marks.spec.ts. */

const TEXT = "The kiosk opened in May.\n\nIt sold bread, and nothing else.\n\nIn June it was shut again.";

test.describe("accounts", () => {
  test("a sign-up says what is wrong at its field, and keeps what was typed", async ({ page }) => {
    await page.goto("/sign-up");
    await fillSignUp(page, { name: " ", email: "not an address", password: "short" });
    await expect(page.getByText("Write the name your colleagues know you by.")).toBeVisible();
    await expect(page.getByText("Write your e-mail address, such as name@desk.example.")).toBeVisible();
    await expect(page.getByText("This has 5 characters. It needs at least 10.")).toBeVisible();
    await expect(page.getByLabel("E-mail address")).toHaveValue("not an address");

    const { email } = demoPerson("ana");
    await fillSignUp(page, { name: "Another Ana", email, password: "long-enough-for-it" });
    await expect(page.getByText("There is an account with this e-mail address already.")).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Another Ana");
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
  });

  test("a wrong password does not tell whether there is such an account", async ({ page }) => {
    await page.goto("/sign-in");
    for (const email of [demoPerson("priya").email, "nobody@oldmere.example"]) {
      await fillSignIn(page, { email, password: "not-the-password" });
      await expect(page.getByText("This e-mail address and password do not belong together.")).toBeVisible();
      await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    }
  });

  test("an invitation that was cut short says so", async ({ page }) => {
    await page.goto("/invite/abc");
    await expect(page.getByText("There is no such invitation.")).toBeVisible();
  });
});

test("a case needs a title of reasonable length, and a lost answer makes no second one", async ({ browser }) => {
  const page = await pageAs(browser, "wren");
  await page.goto("/");
  await page.getByRole("button", { name: "New case" }).click();
  const dialog = page.getByRole("dialog", { name: "New case" });
  const create = dialog.getByRole("button", { name: "Create the case" });
  await dialog.getByLabel("Summary").fill("Kept summary");
  await dialog.getByLabel("Title").fill("   ");
  await create.click();
  await expect(dialog.getByLabel("Title")).toHaveAccessibleDescription("Give the case a title.");
  await dialog.getByLabel("Title").fill("x".repeat(301));
  await create.click();
  await expect(dialog.getByText("This is longer than 300 characters. Shorten it.")).toBeVisible();
  await expect(dialog.getByLabel("Summary")).toHaveValue("Kept summary");

  const title = `A kiosk ${crypto.randomUUID()}`;
  await loseAnswers(page, ["case.create"]);
  await dialog.getByLabel("Title").fill(title);
  await create.click();
  await expect(dialog.getByText("The desk does not answer. What you wrote is kept here.")).toBeVisible();
  await create.click();
  await expect(page).toHaveURL(/\/c\/.*\/sources/);
  const { workspaceId } = await caseView(page);
  const cases = await (await apiOf("wren")).case.list.query({ workspaceId });
  expect(cases.filter((one) => one.title === title)).toHaveLength(1);
  await page.context().close();
});

test.describe("words", () => {
  let made: MadeCase;
  let sourceId: string;
  let page: Page;
  let bench: Bench;

  test.beforeEach(async ({ browser }) => {
    made = await makeCase("The kiosk");
    sourceId = await addSource(made, { publisher: "First", text: TEXT });
    await addSource(made, { publisher: "Second", text: "There never was a kiosk." });
    page = await pageAs(browser, "ana");
    bench = new Bench(page);
  });

  test.afterEach(async () => page.context().close());

  const open = async (place = "claim=1&source=1") => {
    await page.goto(`${made.path}?${place}`);
    await expect(page.locator("[data-block]").first()).toBeVisible();
  };
  const stored = () => caseView(page, made.path);

  for (const [what, words, reason] of [
    ["too many", "kiosk ".repeat(7000).trim(), /^This is longer than [\d,]+ characters\. Shorten it\.$/],
    ["none that can be seen", "\u200b\u2060", "Write the claim first. It says one thing that can be checked."],
  ] as const) {
    test(`a wording of ${what} is refused, and stands in its field again`, async () => {
      await addClaim("ana", made, "The kiosk opened in May.");
      await open();
      await page.keyboard.press("e");
      await bench.wording.fill(words);
      await bench.wording.press("Enter");
      await expect(bench.inspector.getByText(reason).or(toast(page, reason)).first()).toBeVisible();
      await expect(bench.wording).toHaveValue(words);
      expect((await stored()).claims[0]).toMatchObject({ text: "The kiosk opened in May.", version: 1 });
    });
  }

  test("markup in a wording, a claimant and a rationale is text on every page and in the report", async () => {
    let ran = false;
    await page.exposeFunction("ranInWords", () => (ran = true));
    const markup = `<img src=x onerror="ranInWords()"> & <b>bread</b>`;
    const claimId = await addClaim("ana", made, `It sold ${markup}`);
    const rationale = `Because ${markup}`;
    const tag = { claimId, sourceId, stance: "verified", words: "It sold bread", rationale } as const;
    const tagId = await addTag("ana", made, tag, true);
    await open();
    await bench.inspector.getByLabel("Claimant").fill(markup);
    await bench.inspector.getByLabel("Claimant").press("Enter");
    await bench.saved();
    await expect(bench.claimRow(1)).toContainText(`It sold ${markup}`);
    await expect(bench.inspector).toContainText(`Because ${markup}`);
    await page.goto(`${made.path}/matrix`);
    await expect(page.getByRole("grid")).toContainText(`It sold ${markup}`);
    await page.goto(`${made.path}/review/${tagId}`);
    await expect(page.getByRole("region", { name: "Tag and evidence" })).toContainText(`Because ${markup}`);
    await page.goto(`${made.path}/report`);
    const report = page.frameLocator("iframe");
    await expect(report.locator("body")).toContainText(`It sold ${markup}`);
    await expect(report.locator("img")).toHaveCount(0);
    expect(ran).toBe(false);
  });

  test("a whole text is one passage, and the same one twice changes nothing", async () => {
    await addClaim("ana", made, "The kiosk had a short life.");
    await open();
    const { text } = bench.pane(1, "First");
    const verifyAll = async () => {
      await text.focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.press("v");
    };
    await verifyAll();
    await expect(bench.passages()).toHaveCount(1);
    const [tag] = (await stored()).tags;
    expect(tag?.evidence.map(({ exact }) => exact)).toEqual([TEXT]);
    await verifyAll();
    await expect(page.getByRole("toolbar", { name: "With the selected words" })).toBeHidden();
    await bench.saved();
    expect((await stored()).tags[0]?.evidence).toHaveLength(1);
  });

  test("a selection that is dragged into another source stays in the one where it began", async () => {
    await addClaim("ana", made, "The kiosk had a short life.");
    await open();
    const box = await bench.pane(2, "Second").text.boundingBox();
    await bench.pane(1, "First").select("The kiosk");
    const words = await bench.pane(1, "First").text.locator("[data-block='0']").boundingBox();
    if (box === null || words === null) throw new Error("The sources are not on the screen");
    await page.mouse.move(words.x + 4, words.y + 12);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, words.y + 14, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.press("v");
    await expect(bench.passages()).toHaveCount(1);
    const { tags } = await stored();
    expect(tags.map((tag) => tag.sourceId)).toEqual([sourceId]);
    const [passage] = tags[0]?.evidence ?? [];
    expect(TEXT.slice(passage?.start, passage?.end)).toBe(passage?.exact);
    expect(passage?.exact).toContain("kiosk opened");
  });

  test("a claim that was withdrawn meanwhile takes no tag, and the selected words stay selected", async () => {
    const claimId = await addClaim("ana", made, "The kiosk opened in May.");
    await open();
    await bench.pane(1, "First").select("opened in May");
    const priya = await apiOf("priya");
    const of = { caseId: made.caseId, claimId, baseVersion: 1 };
    await priya.claim.withdraw.mutate({ mutationId: crypto.randomUUID(), ...of });
    await page.keyboard.press("v");
    await expect(toast(page, /withdrawn|Choose a claim first/).first()).toBeVisible();
    expect((await stored()).tags).toEqual([]);
    expect(await bench.pane(1, "First").selected()).toBe("opened in May");
  });

  test("[T7] a claim that is withdrawn under what is being written shows the words, gives them back, and is found by its link", async () => {
    const claimId = await addClaim("ana", made, "The kiosk was open on Sundays.");
    const { number = 0 } = (await stored()).claims.find(({ id }) => id === claimId) ?? {};
    await page.goto(`${made.path}?claim=${number}&source=1`);
    await expect(bench.claimRow(number)).toBeVisible();
    const thread = bench.inspector.getByPlaceholder("New thread on this claim, @ mentions");
    await thread.fill("Which Sundays?");
    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    await bench.wording.fill("The kiosk was open on most Sundays.");
    const of = { caseId: made.caseId, claimId, baseVersion: 1 };
    await (await apiOf("priya")).claim.withdraw.mutate({ mutationId: crypto.randomUUID(), ...of });
    const shown = async () => {
      await expect(page.getByText("This claim is withdrawn")).toBeVisible();
      await expect(page.getByLabel(`Wording of C${number}, not saved`)).toHaveValue("The kiosk was open on most Sundays.");
      await expect(page.getByLabel(`Thread on C${number}, not saved`)).toHaveValue("Which Sundays?");
    };
    await shown();
    await page.reload();
    await shown();
    await page.getByRole("button", { name: "Restore it" }).click();
    await expect(thread).toHaveValue("Which Sundays?");
    await page.keyboard.press("e");
    await expect(bench.wording).toHaveValue("The kiosk was open on most Sundays.");
  });

  test("[E5] a claimant that somebody else writes meanwhile is replaced by a decision only", async () => {
    const claimId = await addClaim("ana", made, "The kiosk sold tea.");
    const claim = async () => (await stored()).claims.find(({ id }) => id === claimId);
    const { number = 0, type = "event" } = (await claim()) ?? {};
    await page.goto(`${made.path}?claim=${number}&source=1`);
    const field = bench.inspector.getByLabel("Claimant");
    await field.pressSequentially("The council");
    const theirs = { caseId: made.caseId, claimId, baseVersion: 1, text: "The kiosk sold tea at noon.", type, claimant: "The owner" };
    await (await apiOf("priya")).claim.edit.mutate({ mutationId: crypto.randomUUID(), ...theirs });
    await expect(bench.inspector.getByText("The kiosk sold tea at noon.").first()).toBeVisible();
    await expect(field).toHaveValue("The council");
    await field.press("Enter");
    const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
    await expect(dialog).toContainText("The owner");
    expect((await claim())?.claimant).toBe("The owner");
    await dialog.getByRole("button", { name: "Save mine as new version" }).click();
    await expect.poll(async () => (await claim())?.claimant).toBe("The council");
    expect((await claim())?.text).toBe("The kiosk sold tea at noon.");
  });

  test("whoever goes from the wording to another field is in that field, where letters are no commands", async () => {
    const claimId = await addClaim("ana", made, "The kiosk had a blue door.");
    const claim = async () => (await stored()).claims.find(({ id }) => id === claimId);
    await page.goto(`${made.path}?claim=${(await claim())?.number ?? 0}&source=1`);
    await page.locator("[data-block]").first().waitFor();
    await page.keyboard.press("e");
    await bench.wording.fill("The kiosk had a blue gate.");
    const thread = bench.inspector.getByPlaceholder("New thread on this claim, @ mentions");
    await thread.click();
    await expect(thread).toBeFocused();
    await page.keyboard.type("Seen by whom?");
    await expect(thread).toHaveValue("Seen by whom?");
    await expect.poll(async () => (await claim())?.text).toBe("The kiosk had a blue gate.");
  });

  test("a source is stored once when the answer is lost, and nothing of the form is while there is none", async () => {
    await page.goto(`${made.path}/sources`);
    const dialog = await openAddSource(page);
    await dialog.getByLabel("Text", { exact: true }).fill("A third voice on the kiosk.");
    await dialog.getByLabel("Publisher").fill("Third");
    const arrived = await loseAnswers(page, ["source.add"]);
    await addIt(dialog);
    await expect(dialog).toBeHidden();
    expect(arrived("source.add")).toBe(2);
    expect((await stored()).sources.map(({ publisher }) => publisher)).toEqual(["First", "Second", "Third"]);
  });
});
