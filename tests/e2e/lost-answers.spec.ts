import { expect, test } from "@playwright/test";
import { Bench, toast } from "./helpers/bench.ts";
import { caseView } from "./helpers/case-data.ts";
import { addClaim, addSource, addTag, apiOf, makeCase } from "./helpers/case-maker.ts";
import type { MadeCase } from "./helpers/case-maker.ts";
import { loseAnswers } from "./helpers/lose-answers.ts";
import { pageAs } from "./helpers/people.ts";
import { Review } from "./helpers/review.ts";

let made: MadeCase;
let claimId: string;
let sourceId: string;

test.beforeEach(async () => {
  made = await makeCase("The bridge, unanswered");
  sourceId = await addSource(made, { publisher: "Gazette", text: "The bridge closed at nine on Monday. Two lorries were waiting." });
  await addSource(made, { publisher: "Bulletin", text: "The bridge was shut at half past eight. Nobody waited." });
  claimId = await addClaim("ana", made, "The bridge closed at nine.");
});

test.describe("[E4] an answer that is lost", () => {
  test("does not make a claim, a tag or a submission twice", async ({ browser }) => {
    const page = await pageAs(browser, "ana");
    await page.goto(`${made.path}?claim=1&source=1`);
    await expect(page.locator("[data-block]").first()).toBeVisible();
    const bench = new Bench(page);
    const { lastEvent } = await caseView(page, made.path);
    const arrived = await loseAnswers(page, ["claim.create", "tag.save", "tag.submit"]);

    await bench.pane(1, "Gazette").select("Two lorries were waiting");
    await page.keyboard.press("c");
    await bench.wording.fill("Two lorries waited.");
    await bench.wording.press("Enter");
    await bench.saved();
    await bench.pane(2, "Bulletin").select("Nobody waited");
    await page.keyboard.press("d");
    await expect(bench.cell("Bulletin")).toContainText("disputed");
    await page.keyboard.press("s");
    await expect(bench.cell("Bulletin")).toContainText("submitted");
    await bench.saved();

    for (const name of ["claim.create", "tag.save", "tag.submit"]) expect(arrived(name), name).toBeGreaterThan(1);
    const view = await caseView(page, made.path);
    expect(view.claims.map(({ text }) => text)).toEqual(["The bridge closed at nine.", "Two lorries waited."]);
    expect(view.tags.map(({ stance, state }) => [stance, state]).sort()).toEqual([
      ["disputed", "submitted"],
      ["verified", "draft"],
    ]);
    const log = await (await apiOf("ana")).case.log.query({ caseId: made.caseId, after: lastEvent, limit: 100 });
    expect(log.events.map(({ kind }) => kind)).toEqual([
      "claim.created",
      "tag.created",
      "claim.edited",
      "tag.edited",
      "tag.created",
      "tag.submitted",
    ]);
    await page.context().close();
  });

  test("does not record a review twice", async ({ browser }) => {
    const tag = { claimId, sourceId, stance: "verified", words: "The bridge closed at nine on Monday" } as const;
    const tagId = await addTag("ana", made, tag, true);
    const page = await pageAs(browser, "teo");
    const arrived = await loseAnswers(page, ["review.decide"]);
    await page.goto(`${made.path}/review/${tagId}`);
    await new Review(page).decide("Approve");
    await expect(toast(page, /C1, .* approved/)).toBeVisible();
    // The reviewer is not kept waiting for the second answer.
    await expect.poll(() => arrived("review.decide")).toBe(2);
    const view = await caseView(page, made.path);
    expect(view.reviews).toHaveLength(1);
    expect(view.tags[0]?.state).toBe("approved");
    await page.context().close();
  });
});
