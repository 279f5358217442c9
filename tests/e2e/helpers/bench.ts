import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";
import { Pane } from "./pane.ts";

/** The workbench of one case, as somebody sees it. */
export class Bench {
  readonly page: Page;
  readonly ledger: Locator;
  readonly inspector: Locator;
  readonly wording: Locator;

  constructor(page: Page) {
    this.page = page;
    this.ledger = page.getByRole("region", { name: "Claims", exact: true });
    this.inspector = page.getByRole("complementary", { name: /^Claim/ });
    this.wording = page.getByRole("textbox", { name: "Wording of the claim" });
  }

  pane(number: number, name: string): Pane {
    return new Pane(this.page, number, name);
  }

  claimRow(number: number): Locator {
    return this.ledger.getByRole("option").filter({ has: this.page.getByText(`C${number}`, { exact: true }) });
  }

  /** The inspector's row of one cell: "1 The Oldmere Ledger verified submitted …". */
  cell(name: string): Locator {
    // Suggested differences have buttons that name a source too.
    return this.inspector.locator(".insp-row").and(this.page.getByRole("button", { name: new RegExp(`^\\d+ ?${name}`) }));
  }

  /** A button of the inspector; its name ends with the key it stands for. */
  button(name: string): Locator {
    return this.inspector.getByRole("button", { name: new RegExp(`^${name}\\b`) });
  }

  /** Beside the selected words. */
  withSelection(name: string): Locator {
    return this.page.getByRole("toolbar", { name: "With the selected words" }).getByRole("button", { name });
  }

  /** The passages of the focused cell. */
  passages(): Locator {
    return this.inspector.getByTitle("Show it in the source");
  }

  /** Nothing is on its way to the server any more. */
  async saved(): Promise<void> {
    // The time of the last saving stays in place while the next is under way.
    await expect(this.page.locator(".shell-savedbox[data-phase=idle]").filter({ hasText: /^Saved/ })).toBeVisible();
  }
}

export function toast(page: Page, text: string | RegExp): Locator {
  return page.locator("[data-sonner-toast]").filter({ hasText: text });
}
