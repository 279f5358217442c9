import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { CaseView } from "@assay/domain";
import { sourceName } from "@assay/domain";
import { Bench, toast } from "./helpers/bench.ts";
import { apiOf } from "./helpers/case-maker.ts";
import { findDemo } from "./helpers/demo.ts";
import { demoPerson, fillSignIn, fillSignUp, pageAs, somebody } from "./helpers/people.ts";
import { Review } from "./helpers/review.ts";

/** Every case, claim, cell, passage and review has an address that opens exactly there. */
let path = "";
let view: CaseView;

test.beforeAll(async () => {
  ({ path } = await findDemo());
  view = await (await apiOf("ana")).case.get.query({ caseId: path.slice("/c/".length) });
});

interface Place {
  claim: CaseView["claims"][number];
  source: CaseView["sources"][number];
  tag: CaseView["tags"][number];
}

/** A cell far down the list, with a passage, whose tag awaits a review by Teo. */
function placeToOpen(): Place {
  const teo = view.people.find((one) => one.name === demoPerson("teo").name)?.id;
  const tag = view.tags.findLast((one) => one.state === "submitted" && one.evidence.length > 0 && one.authorId !== teo);
  const claim = view.claims.find((one) => one.id === tag?.claimId);
  const source = view.sources.find((one) => one.id === tag?.sourceId);
  if (tag === undefined || claim === undefined || source === undefined) throw new Error("The demo has no submitted tag");
  return { claim, source, tag };
}

interface Link {
  what: string;
  to: (place: Place) => string;
  isThere: (page: Page, place: Place) => Promise<void>;
}

const LINKS: Link[] = [
  {
    what: "a case",
    to: () => "",
    isThere: async (page) => {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Workbench: ${view.title}`);
      await expect(new Bench(page).ledger.getByRole("option", { selected: true })).toHaveCount(1);
    },
  },
  {
    what: "a claim",
    to: ({ claim }) => `?claim=${claim.number}`,
    isThere: async (page, { claim }) => {
      const row = new Bench(page).ledger.getByRole("option", { selected: true });
      await expect(row).toContainText(claim.text);
      await expect(row).toBeInViewport();
      await expect(page.getByRole("complementary", { name: `Claim C${claim.number}` })).toBeVisible();
    },
  },
  {
    what: "a cell",
    to: ({ claim, source }) => `?claim=${claim.number}&source=${source.number}`,
    isThere: async (page, { source, tag }) => {
      const bench = new Bench(page);
      await expect(bench.cell(sourceName(source))).toHaveAttribute("aria-expanded", "true");
      await expect(bench.passages().first()).toHaveText(tag.evidence[0]?.exact ?? "");
      await expectWordsInView(page, source.number, tag.evidence[0]?.exact ?? "");
    },
  },
  {
    what: "a passage",
    to: ({ source, tag }) => `?source=${source.number}&at=${tag.evidence[0]?.start}-${tag.evidence[0]?.end}`,
    isThere: async (page, { source, tag }) => expectWordsInView(page, source.number, tag.evidence[0]?.exact ?? ""),
  },
  {
    what: "a cell of the matrix",
    to: ({ claim, source }) => `/matrix?claim=${claim.number}&source=${source.number}`,
    isThere: async (page, { claim, source }) => {
      const cell = page.getByRole("gridcell", { selected: true });
      await expect(cell).toHaveAccessibleName(new RegExp(`^C${claim.number}, ${sourceName(source)}:`));
      await expect(cell).toBeInViewport();
    },
  },
  {
    what: "a review",
    to: ({ tag }) => `/review/${tag.id}`,
    isThere: async (page, { claim, source }) => {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(claim.text);
      await expect(new Review(page).sheet).toContainText(sourceName(source));
    },
  },
  {
    what: "the options of a report",
    to: ({ claim }) => `/report?title=Only+this+one&claims=${claim.number}`,
    isThere: async (page, { claim }) => {
      await expect(page.getByLabel("Title")).toHaveValue("Only this one");
      const report = page.frameLocator("iframe");
      await expect(report.getByRole("heading", { name: "Only this one" })).toBeVisible();
      await expect(report.getByText(claim.text).first()).toBeVisible();
    },
  },
];

/** The first words of a passage lie inside the visible part of that source's pane. */
async function expectWordsInView(page: Page, source: number, words: string): Promise<void> {
  const pane = page.getByRole("region", { name: new RegExp(`^Source ${source}: `) }).locator(".st-scroll");
  const start = words.split("\n")[0]?.slice(0, 30) ?? "";
  await expect(pane.locator("[data-block]").filter({ hasText: start }).first()).toBeInViewport();
}

for (const { what, to, isThere } of LINKS) {
  test(`${what} opens by its address`, async ({ browser }) => {
    const place = placeToOpen();
    const page = await pageAs(browser, "teo");
    await page.goto(path + to(place));
    await isThere(page, place);
    // And again after a reload, at the address it has by now.
    await page.reload();
    await isThere(page, place);
    await page.context().close();
  });
}

for (const { what, to, isThere } of LINKS.filter((link) => /passage|review|report/.test(link.what))) {
  test(`${what} opens by its address after signing in`, async ({ page }) => {
    const place = placeToOpen();
    await page.goto(path + to(place));
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await fillSignIn(page, demoPerson("teo"));
    await isThere(page, place);
  });
}

test("the link that is copied from a cell opens that cell", async ({ browser }) => {
  const { claim, source, tag } = placeToOpen();
  const page = await pageAs(browser, "teo");
  await page.goto(`${path}?claim=${claim.number}&source=${source.number}`);
  await new Bench(page).inspector.getByRole("button", { name: "Copy link to this cell" }).click();
  await expect(toast(page, "The link to this cell is copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto("about:blank");
  await page.goto(link);
  await expect(new Bench(page).passages().first()).toHaveText(tag.evidence[0]?.exact ?? "");
  await page.context().close();
});

test("the address follows the reader, and Back leaves the workbench instead of walking through claims", async ({ browser }) => {
  const page = await pageAs(browser, "ana");
  await page.goto(`${path}/matrix`);
  await page.getByRole("link", { name: "Workbench" }).click();
  await expect(page.locator("[data-block]").first()).toBeVisible();
  for (const claim of [2, 3, 4]) {
    await page.keyboard.press("j");
    await expect(page).toHaveURL(new RegExp(`claim=${claim}&`));
  }
  await page.goBack();
  await expect(page).toHaveURL(/\/matrix/);
  await page.context().close();
});

test("[P1] a foreign case, its reviews and its desk do not exist for somebody else", async ({ page }) => {
  await page.goto("/sign-up");
  await fillSignUp(page, somebody("Some Stranger"));
  await expect(page.getByLabel("Name of the desk")).toBeVisible();
  for (const to of ["", "?claim=1", `/review/${placeToOpen().tag.id}`, "/report", "/sources", "/matrix"]) {
    await page.goto(path + to);
    await expect(page.getByText("There is no such case").first()).toBeVisible();
    await expect(page.getByText(view.title)).toHaveCount(0);
  }
  await page.goto(`/w/${view.workspaceId}`);
  await expect(page.getByText("There is no such desk").first()).toBeVisible();
  // The same words as for a case that never was.
  await page.goto("/c/00000000-0000-4000-8000-000000000000");
  await expect(page.getByText("There is no such case").first()).toBeVisible();
});

test("links that lead nowhere say so", async ({ browser }) => {
  const page = await pageAs(browser, "teo");
  await page.goto(`${path}/review/00000000-0000-4000-8000-000000000000`);
  await expect(page.getByText("There is no such tag in this case")).toBeVisible();
  await page.goto("/invite/not-a-token");
  await expect(page.getByText("This link opens no desk")).toBeVisible();
  await page.goto("/no/such/page");
  await expect(page.getByText("There is no page at this address")).toBeVisible();
  // A mistyped place opens the case.
  await page.goto(`${path}?claim=minus&source=99&at=9-2`);
  await expect(new Bench(page).ledger.getByRole("option", { selected: true })).toHaveCount(1);
  await page.context().close();
});

for (const elsewhere of ["//oldmere.example/c", "https://oldmere.example/", "/\\oldmere.example"]) {
  test(`signing in never leads away from the desk: ${elsewhere}`, async ({ page, baseURL }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(elsewhere)}`);
    await fillSignIn(page, demoPerson("teo"));
    await expect(page.getByRole("heading", { name: "Cases" })).toBeVisible();
    expect(page.url()).toContain(`${baseURL}/w/`);
  });
}
