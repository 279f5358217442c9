import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

/** Somebody without a mouse: nothing here clicks, or moves the focus by any other means than a key. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async times(key: string, count: number): Promise<void> {
    for (let done = 0; done < count; done += 1) await this.page.keyboard.press(key);
  }

  /** Tab until it is there: what Tab does not reach, a person without a mouse does not have. */
  async tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await expect(target).toBeVisible();
    for (let step = 0; step < 120; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`Tab does not lead to ${String(target)}`);
  }

  async enter(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press("Enter");
  }

  /** Into a field: what stood there goes. */
  async write(target: Locator, text: string): Promise<void> {
    await this.tabTo(target);
    await this.overwrite(text);
  }

  /** Into the field that has the focus. */
  async overwrite(text: string): Promise<void> {
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.insertText(text);
  }

  /** In a list of choices, by the first letters. */
  async choose(target: Locator, letters: string): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.type(letters);
  }

  /** Goes to source `number` and selects these words with the caret: to the paragraph, to the letter, and over them. */
  async select(number: number, words: string): Promise<void> {
    const pane = this.page.getByRole("region", { name: new RegExp(`^Source ${number}: `) }).locator(".st-scroll");
    await expect(pane.locator("[data-block]").first()).toBeVisible();
    await this.page.keyboard.press(String(number));
    await expect(pane).toBeFocused();
    const blocks = await pane.locator("[data-block]").allTextContents();
    const block = blocks.findIndex((text) => text.includes(words));
    if (block < 0) throw new Error(`These words are not in source ${number}: ${words}`);
    await this.page.keyboard.press("Control+Home");
    await this.times("Control+ArrowDown", block);
    // The end of the paragraph before; one step on, the next one begins.
    if (block > 0) await this.page.keyboard.press("ArrowRight");
    await this.times("ArrowRight", blocks[block]?.indexOf(words) ?? 0);
    await this.times("Shift+ArrowRight", words.length);
  }
}
