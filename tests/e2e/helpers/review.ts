import type { Locator, Page } from "@playwright/test";

/** Somewhat longer than a press is taken for one that was meant for the tag before. */
const READ_MS = 350;

/** The review page: queue, sheet, decision. */
export class Review {
  readonly page: Page;
  readonly queue: Locator;
  readonly sheet: Locator;

  constructor(page: Page) {
    this.page = page;
    this.queue = page.getByRole("region", { name: "Queue" });
    this.sheet = page.getByRole("region", { name: "Tag and evidence" });
  }

  /** The entries of one list, such as "To review". */
  list(name: string): Locator {
    return this.queue.getByRole("list", { name }).getByRole("listitem");
  }

  async open(claim: string, source: string): Promise<void> {
    await this.queue
      .getByRole("list", { name: "To review" })
      .getByRole("link")
      .filter({ has: this.page.getByText(claim, { exact: true }) })
      .filter({ has: this.page.getByTitle(new RegExp(`^${source}`)) })
      .click();
    await this.sheet.getByText(source).first().waitFor();
  }

  /** What a person does before they decide, and what the page asks of them: the tag is read, or looked at, at least. */
  async read(): Promise<void> {
    await this.sheet.getByRole("heading", { level: 1 }).waitFor();
    await this.page.waitForTimeout(READ_MS);
  }

  async decide(name: string): Promise<void> {
    await this.read();
    await this.page.getByRole("group", { name: "Decision" }).getByRole("button", { name: new RegExp(`^${name}`) }).click();
  }
}
