import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { CaseView, RevisionText, Stance } from "@assay/domain";
import { moveCaret } from "@assay/editor";
import { toast } from "./bench.ts";
import { caseView } from "./case-data.ts";
import { Review } from "./review.ts";

/** How many keys a whole job takes, with suggestions and without them. Every press is really made, and counted. */
class CountedKeys {
  presses = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
    this.presses += keys.length;
  }

  async times(key: string, count: number): Promise<void> {
    for (let done = 0; done < count; done += 1) await this.press(key);
  }

  /** One press a letter; they are sent at once. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
    this.presses += [...text].length;
  }
}

/** What a matrix holds, without ids and without what came with it by itself. */
export interface DoneCell {
  claim: string;
  source: number;
  stance: Stance;
  spans: readonly { start: number; end: number }[];
}

export function doneCells({ claims, sources, tags }: CaseView): DoneCell[] {
  const standing = claims.filter(({ withdrawn }) => !withdrawn);
  return standing.flatMap(({ id, text }) =>
    sources.flatMap((source) =>
      tags
        .filter((tag) => tag.claimId === id && tag.sourceId === source.id && tag.state !== "withdrawn")
        .map(({ stance, evidence }) => {
          return { claim: text, source: source.number, stance, spans: evidence.map(({ start, end }) => ({ start, end })) };
        }),
    ),
  );
}

/** A case is read in the background, on a machine that has more to do. */
const READ = { timeout: 30_000 };
const inspector = (page: Page) => page.getByRole("complementary", { name: /^Claim/ });
const focusedRow = (page: Page) => inspector(page).locator(".insp-row[aria-expanded=true]");
const box = (page: Page) => inspector(page).getByRole("region", { name: "Suggestion for this cell" });

/** From the workbench: the best suggested claims of the first source, then every other cell by its suggestion. */
export async function workWithSuggestions(page: Page, path: string, claims: number): Promise<number> {
  const keys = new CountedKeys(page);
  await page.goto(`${path}?source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  await keys.press("Shift+C");
  const list = page.getByRole("region", { name: /^Suggested claims, / });
  await expect(list.getByRole("listitem").nth(claims - 1)).toBeVisible(READ);
  for (let taken = 1; taken <= claims; taken += 1) {
    await keys.press("a");
    await expect(page.getByText(`In the case ${taken}`, { exact: true })).toBeVisible();
  }
  await keys.press("Enter");
  await expect(inspector(page)).toBeVisible();
  const { sources } = await caseView(page);
  // Where the walk goes is known beforehand: it is awaited, so that no key goes to a cell that is not there yet.
  let led = false;
  for (let claim = 1; claim <= claims; claim += 1) {
    for (const { number } of sources.slice(1)) {
      if (!led) await keys.press("Shift+N");
      await expect(inspector(page).getByRole("heading", { name: `C${claim}`, exact: true })).toBeVisible();
      await expect(focusedRow(page)).toContainText(String(number));
      await expect(box(page)).toBeVisible(READ);
      const silent = (await box(page).getByRole("list", { name: "Nearest passages" }).count()) > 0;
      await keys.press("a");
      if (silent) {
        const dialog = page.getByRole("dialog");
        await expect(dialog.getByRole("checkbox", { name: /I read the whole revision/ })).toBeFocused();
        await keys.press("Space", "Control+Enter");
        await expect(dialog).toBeHidden();
      }
      led = !silent;
    }
  }
  await keys.press("Shift+S");
  await expect(toast(page, `${claims * sources.length} drafts submitted.`)).toBeVisible();
  return keys.presses;
}

/** The same matrix by an annotator who knows every key: words are selected with the caret, by paragraph, sentence, word. */
export async function workByHand(page: Page, path: string, plan: readonly DoneCell[], texts: readonly RevisionText[]): Promise<number> {
  const keys = new CountedKeys(page);
  await page.goto(`${path}?source=1`);
  await expect(page.locator("[data-block]").first()).toBeVisible();
  let claim = "";
  for (const { claim: wording, source, stance, spans } of plan) {
    if (stance === "missing") {
      await keys.press(String(source), "m");
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByRole("checkbox", { name: /I read the whole revision/ })).toBeFocused();
      await keys.press("Space", "Control+Enter");
      await expect(dialog).toBeHidden();
      continue;
    }
    for (const span of spans) {
      const text = texts[source - 1];
      if (text === undefined) throw new Error(`There is no source ${source}`);
      await select(page, keys, source, text, span);
      if (wording === claim) {
        await keys.press(stance === "disputed" ? "d" : "v");
      } else {
        claim = wording;
        await keys.press("c");
        await reword(page, keys, text.text.slice(span.start, span.end), wording);
      }
      const words = text.text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
      await expect(inspector(page).getByTitle("Show it in the source").filter({ hasText: words }).first()).toBeVisible();
    }
  }
  await keys.press("Shift+S");
  await expect(toast(page, `${plan.length} drafts submitted.`)).toBeVisible();
  return keys.presses;
}

async function reword(page: Page, keys: CountedKeys, passage: string, wording: string): Promise<void> {
  const field = page.getByRole("textbox", { name: "Wording of the claim" });
  await expect(field).toBeFocused();
  if (passage.replace(/\s+/g, " ").trim() !== wording) {
    await keys.press("Control+a");
    await keys.type(wording);
  }
  await keys.press("Enter");
  await expect(field).toBeHidden();
}

async function select(page: Page, keys: CountedKeys, source: number, text: RevisionText, { start, end }: { start: number; end: number }): Promise<void> {
  const pane = page.getByRole("region", { name: new RegExp(`^Source ${source}: `) }).locator(".st-scroll");
  await keys.press(String(source));
  await expect(pane).toBeFocused();
  await keys.press("Control+Home");
  const block = text.blocks.findIndex((one) => start < one.end);
  await keys.times("Control+ArrowDown", block);
  // The end of the paragraph before; one step on, the next one begins.
  if (block > 0) await keys.press("ArrowRight");
  let at = text.blocks[block]?.start ?? 0;
  const go = async (unit: "word" | "sentence", key: string, until: number) => {
    for (let next = moveCaret(text, at, unit, "forward"); next <= until && next > at; next = moveCaret(text, at, unit, "forward")) {
      await keys.press(key);
      at = next;
    }
  };
  // The browser may cut a word otherwise than is reckoned here: the last letters are gone by what the page shows.
  const toTheLetter = async (shift: string, until: number) => {
    const caret = await caretIn(page, text);
    await keys.times(`${shift}${caret < until ? "ArrowRight" : "ArrowLeft"}`, Math.abs(until - caret));
    at = until;
  };
  await go("word", "Control+ArrowRight", start);
  await toTheLetter("", start);
  await go("sentence", "Alt+Shift+ArrowRight", end);
  await go("word", "Control+Shift+ArrowRight", end);
  await toTheLetter("Shift+", end);
}

/** Where the caret, or the moving edge of the selection, stands in the text. */
async function caretIn(page: Page, { blocks }: RevisionText): Promise<number> {
  const [index, offset] = await page.evaluate((): [number, number] => {
    const selection = document.getSelection();
    const node = selection?.focusNode ?? null;
    const block = (node instanceof Element ? node : node?.parentElement)?.closest("[data-block]") ?? null;
    if (selection === null || node === null || block === null) throw new Error("The caret stands in no text");
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, selection.focusOffset);
    return [Number(block.getAttribute("data-block")), before.toString().length];
  });
  const block = blocks[index];
  if (block === undefined) throw new Error(`There is no paragraph ${index}`);
  return block.start + offset;
}

/** Everything that waits is approved, one after the other, by somebody else (T4). */
export async function approveAll(page: Page, path: string, count: number): Promise<number> {
  const keys = new CountedKeys(page);
  await page.goto(`${path}/review`);
  const review = new Review(page);
  for (let approved = 0; approved < count; approved += 1) {
    await expect(review.list("To review")).toHaveCount(count - approved);
    await review.read();
    await keys.press("a");
    const isApproved = ({ state }: { state: string }) => state === "approved";
    await expect.poll(async () => (await caseView(page)).tags.filter(isApproved).length).toBe(approved + 1);
  }
  return keys.presses;
}
