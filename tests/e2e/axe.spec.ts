import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { expectNoViolations } from "./helpers/axe.ts";
import { Bench } from "./helpers/bench.ts";
import { findDemo } from "./helpers/demo.ts";
import { pageAs } from "./helpers/people.ts";
import type { DemoName } from "./helpers/people.ts";
import { openAddSource } from "./helpers/sources.ts";

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

let demoCase = "";
let desk = "";

test.beforeAll(async () => {
  ({ path: demoCase, deskPath: desk } = await findDemo());
});

interface Scene {
  name: string;
  as: DemoName | null;
  /** Also on a phone. */
  main?: boolean;
  show: (page: Page) => Promise<void>;
}

const SCENES: Scene[] = [
  {
    name: "sign in",
    as: null,
    main: true,
    show: async (page) => {
      await page.goto("/sign-in");
      await expect(page.getByRole("region", { name: "Demo accounts" })).toBeVisible();
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByText("Write your password.")).toBeVisible();
    },
  },
  {
    name: "sign up",
    as: null,
    show: async (page) => {
      await page.goto("/sign-up");
      await page.getByRole("button", { name: "Create the account" }).click();
      await expect(page.getByText("Write the name your colleagues know you by.")).toBeVisible();
    },
  },
  {
    name: "people",
    as: "wren",
    main: true,
    show: async (page) => {
      await page.goto(`${desk}/people`);
      await page.getByRole("button", { name: "Make a link" }).click();
      await expect(page.getByRole("button", { name: "Copy the link" })).toBeVisible();
    },
  },
  {
    name: "a new password for a member",
    as: "wren",
    show: async (page) => {
      await page.goto(`${desk}/people`);
      await page.getByRole("button", { name: "New password for Priya Oyelaran" }).click();
      await page.getByRole("button", { name: "Make the link" }).click();
      await expect(page.getByRole("textbox", { name: "Link for Priya Oyelaran", exact: true })).toBeFocused();
    },
  },
  {
    name: "your account",
    as: "ana",
    main: true,
    show: async (page) => {
      await page.goto("/account");
      await expect(page.getByText("this one")).toBeVisible();
      await page.getByRole("button", { name: "Change the password" }).click();
      await expect(page.getByText("Write the password you have now.")).toBeVisible();
    },
  },
  {
    name: "an invitation",
    as: "wren",
    show: async (page) => {
      await page.goto(`${desk}/people`);
      await page.getByRole("button", { name: "Make a link" }).click();
      const link = await page.getByLabel(/^Link for one/).inputValue();
      await page.context().clearCookies();
      await page.goto(link);
      await expect(page.getByRole("heading", { name: /^Join / })).toBeVisible();
    },
  },
  {
    name: "home",
    as: "ana",
    main: true,
    show: async (page) => {
      await page.goto(desk);
      await expect(page.locator(".homecase").first()).toBeVisible();
    },
  },
  {
    name: "new case",
    as: "wren",
    show: async (page) => {
      await page.goto(desk);
      await page.getByRole("button", { name: "New case" }).click();
      await expect(page.getByRole("dialog", { name: "New case" })).toBeVisible();
    },
  },
  {
    name: "sources",
    as: "ana",
    main: true,
    show: async (page) => {
      await page.goto(`${demoCase}/sources`);
      await expect(page.getByRole("heading", { name: "Sources" })).toBeVisible();
    },
  },
  {
    name: "add a source",
    as: "ana",
    main: true,
    show: async (page) => {
      await page.goto(`${demoCase}/sources`);
      const dialog = await openAddSource(page);
      await dialog.getByLabel("Text", { exact: true }).fill("A line.\n\n\u202Eturned round");
      await expect(dialog.getByText(/invisible character/)).toBeVisible();
    },
  },
  {
    name: "agreement",
    as: "ana",
    main: true,
    show: async (page) => {
      await page.goto(`${demoCase}/agreement`);
      await expect(page.getByRole("table").first()).toBeVisible();
    },
  },
  {
    name: "workbench",
    as: "ana",
    main: true,
    show: async (page) => {
      await page.goto(`${demoCase}?claim=2&source=1`);
      await expect(page.locator("[data-block]").first()).toBeVisible();
    },
  },
  {
    name: "workbench with words selected",
    as: "ana",
    show: async (page) => {
      await page.goto(`${demoCase}?claim=2&source=1`);
      const text = page.locator(".pane.on .st-scroll");
      await text.focus();
      await page.keyboard.press("Control+Home");
      for (let step = 0; step < 5; step += 1) await page.keyboard.press("Control+Shift+ArrowRight");
      await expect(page.getByRole("toolbar", { name: "With the selected words" })).toBeVisible();
    },
  },
  {
    name: "attestation",
    as: "ana",
    show: async (page) => {
      await page.goto(`${demoCase}?claim=2&source=1`);
      await expect(page.locator("[data-block]").first()).toBeVisible();
      await new Bench(page).button("Missing").click();
      await expect(page.getByRole("dialog", { name: /is missing from/ })).toBeVisible();
    },
  },
  {
    name: "keys",
    as: "ana",
    show: async (page) => {
      await page.goto(`${demoCase}?claim=2&source=1`);
      await expect(page.locator("[data-block]").first()).toBeVisible();
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    },
  },
  {
    name: "matrix",
    as: "teo",
    main: true,
    show: async (page) => {
      await page.goto(`${demoCase}/matrix`);
      await expect(page.getByRole("grid")).toBeVisible();
    },
  },
  {
    name: "matrix with a peek",
    as: "teo",
    show: async (page) => {
      await page.goto(`${demoCase}/matrix`);
      await page.getByRole("gridcell", { name: /^C1,/ }).first().click();
      await page.keyboard.press(" ");
      await expect(page.locator(".matrix-peek")).toBeVisible();
    },
  },
  {
    name: "review",
    as: "teo",
    main: true,
    show: async (page) => {
      await page.goto(`${demoCase}/review`);
      await expect(page.getByRole("region", { name: "Tag and evidence" })).toBeVisible();
    },
  },
  {
    name: "review with a reason being written",
    as: "teo",
    show: async (page) => {
      await page.goto(`${demoCase}/review`);
      await page.getByRole("button", { name: /^Challenge/ }).click();
      await expect(page.getByRole("form", { name: "Challenge" })).toBeVisible();
    },
  },
  {
    name: "report",
    as: "teo",
    main: true,
    show: async (page) => {
      await page.goto(`${demoCase}/report`);
      await expect(page.frameLocator("iframe").getByRole("heading").first()).toBeVisible();
    },
  },
  {
    name: "a page that is not there",
    as: "ana",
    show: async (page) => {
      await page.goto("/nowhere");
      await expect(page.getByRole("heading").first()).toBeVisible();
    },
  },
  {
    name: "a case that is not there",
    as: "ana",
    show: async (page) => {
      await page.goto("/c/00000000-0000-4000-8000-000000000000");
      await expect(page.getByText("There is no such case").first()).toBeVisible();
    },
  },
];

for (const { name, as, main = false, show } of SCENES) {
  test(`axe finds nothing serious: ${name}`, async ({ browser }) => {
    const options = { colorScheme: "light", viewport: WIDE, reducedMotion: "reduce" } as const;
    const page = as === null ? await (await browser.newContext(options)).newPage() : await pageAs(browser, as, options);
    await show(page);
    await expectNoViolations(page, `${name}, light, 1440 px`);
    await page.emulateMedia({ colorScheme: "dark" });
    // Nothing but the colours differs.
    await expectNoViolations(page, `${name}, dark, 1440 px`, "color-contrast");
    if (main) {
      await page.setViewportSize(PHONE);
      await show(page);
      await expectNoViolations(page, `${name}, dark, 390 px`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, `${name} is no wider than a phone`).toBeLessThanOrEqual(0);
      await page.emulateMedia({ colorScheme: "light" });
      await expectNoViolations(page, `${name}, light, 390 px`, "color-contrast");
    }
    await page.context().close();
  });
}

test("axe finds nothing serious in the report itself", async ({ browser }, testInfo) => {
  const page = await pageAs(browser, "teo");
  await page.goto(`${demoCase}/report`);
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download HTML" }).click();
  const file = testInfo.outputPath("report.html");
  await (await waiting).saveAs(file);
  await page.goto(pathToFileURL(file).href);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoViolations(page, "the exported report");
  await page.context().close();
});
