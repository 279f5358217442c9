import type { Locator, Page } from "@playwright/test";

interface Edges {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** One source on the workbench. */
export class Pane {
  readonly section: Locator;
  readonly text: Locator;
  readonly #page: Page;

  constructor(page: Page, number: number, name: string) {
    this.#page = page;
    this.section = page.getByRole("region", { name: `Source ${number}: ${name}`, exact: true });
    this.text = this.section.getByRole("region", { name, exact: true });
  }

  /** Drags over these words, as a hand does; over several blocks when `last` stands in a later one. */
  async select(first: string, last = first): Promise<void> {
    await this.text.waitFor();
    const { from, to } = await this.text.evaluate(edgesOf, [first, last] as const);
    const { mouse } = this.#page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
  }

  /** A click into the middle of these words. */
  async click(words: string): Promise<void> {
    const { from } = await this.text.evaluate(edgesOf, [words, words] as const);
    await this.#page.mouse.click(from.x + 3, from.y);
  }

  selected(): Promise<string> {
    return this.#page.evaluate(() => document.getSelection()?.toString() ?? "");
  }
}

/** Runs in the page: brings the words into view and says where their first letter begins and their last one ends. */
async function edgesOf(root: Element, [first, last]: readonly [string, string]): Promise<Edges> {
  const find = (words: string): Range => {
    for (const block of root.querySelectorAll("[data-block]")) {
      const at = (block.textContent ?? "").replaceAll("\n", " ").indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      let seen = 0;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (at >= seen && at < seen + length) range.setStart(node, at - seen);
        if (at + words.length > seen && at + words.length <= seen + length) range.setEnd(node, at + words.length - seen);
        seen += length;
      }
      return range;
    }
    throw new Error(`These words are not in the source: ${words}`);
  };
  const start = find(first);
  const end = find(last);
  start.startContainer.parentElement?.scrollIntoView({ block: "center" });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const head = start.getClientRects()[0];
  const tails = end.getClientRects();
  const tail = tails[tails.length - 1];
  if (head === undefined || tail === undefined) throw new Error(`These words take no room: ${first}`);
  return {
    from: { x: head.left + 0.5, y: head.top + head.height / 2 },
    to: { x: tail.right - 0.2, y: tail.top + tail.height / 2 },
  };
}
