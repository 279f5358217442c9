import type { Page } from "playwright-core";
import type { BusyPage } from "./busy.ts";
import type { BenchSource } from "./corpus.ts";
import { extraMark } from "./corpus.ts";
import { DRAFT, saveTag } from "./fill-case.ts";
import type { BenchCase } from "./fill-case.ts";
import { newId } from "../../support/api.ts";
import type { Api } from "../../support/api.ts";
import type { HighlightMark } from "@assay/editor";

const SAVING = /\/api\/trpc\/tag\.save/;

/** The product's workbench on the filled case, as somebody at a desk uses it: ledger, sources, inspector. */
export class Workbench {
  readonly busy: BusyPage;
  /** How long a page must have had for all that follows a change: what is put off, answers, the stream. */
  readonly quiet: number;
  readonly #case: BenchCase;
  readonly #remote = new Map<string, { id: string; version: number; passages: HighlightMark[] }>();

  constructor(busy: BusyPage, filled: BenchCase, quiet: number) {
    this.busy = busy;
    this.quiet = quiet;
    this.#case = filled;
  }

  get page(): Page {
    return this.busy.page;
  }

  get address(): string {
    return `/c/${this.#case.caseId}?claim=1`;
  }

  /** A fresh page on these sources, all of whose texts and passages are there. */
  async open(sources: readonly number[]): Promise<void> {
    await this.page.goto("/healthz");
    await this.#arrange(sources);
    await this.page.goto(this.address);
    await this.#shown(sources);
    await pass(4 * this.quiet);
  }

  /** Off to a page of the case without sources, within the same page. */
  async leave(): Promise<void> {
    await this.page.getByRole("link", { name: /^Threads/ }).click();
    await this.page.locator(".st-scroll").first().waitFor({ state: "detached" });
    await pass(this.quiet);
  }

  /**
   * Back to the workbench: what mounting ledger, these sources and inspector keeps the thread busy. Nothing is looked for
   * by role meanwhile: that goes through the whole page on the very thread that is measured, for each source once more.
   */
  async mount(sources: readonly number[]): Promise<number> {
    await this.#arrange(sources);
    const box = await this.page.getByRole("link", { name: "Workbench" }).boundingBox();
    if (box === null) throw new Error("The page has no way to the workbench");
    return this.busy.during(async () => {
      await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await this.page.evaluate(untilShown, sources.length);
    }, this.quiet);
  }

  /** Chooses the words of one more mark of source `at`, ready for a key that tags them. */
  async select(at: number, source: BenchSource, run: number): Promise<void> {
    const { start, end } = extraMark(source, run);
    const block = source.blocks.findIndex((one) => one.end > start);
    const from = source.blocks[block]!.start;
    await this.#pane(at)
      .locator(`[data-block="${block}"] [data-slate-string]`)
      .evaluate(
        (element, [startOffset, endOffset]) => {
          element.closest<HTMLElement>(".st-scroll")?.focus();
          document.getSelection()?.setBaseAndExtent(element.firstChild!, startOffset, element.firstChild!, endOffset);
        },
        [start - from, end - from] as const,
      );
    await this.page.getByRole("toolbar", { name: "With the selected words" }).waitFor();
    await pass(this.quiet);
  }

  /**
   * The key that tags the selected words. The answer is held back until all that the key itself leads to is done, the
   * mark long painted, so that the two are told apart. `drawn` is when the eye has it: from the key until a frame with it.
   */
  async tag(): Promise<{ drawn: number; shown: number; answered: number }> {
    let letThrough = (): void => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await this.page.route(SAVING, async (route) => {
      await held;
      await route.continue();
    });
    const marked = this.page.waitForRequest(SAVING);
    await this.page.evaluate(noteNextKey);
    const shown = await this.busy.during(() => Promise.all([marked, this.page.keyboard.press("v")]), this.quiet);
    const drawn = await this.page.evaluate(() => (window as unknown as { drawn: Promise<number> }).drawn);
    const answered = await this.busy.during(() => {
      const answer = this.page.waitForResponse(SAVING);
      letThrough();
      return answer;
    }, this.quiet);
    await this.page.unroute(SAVING);
    return { drawn, shown, answered };
  }

  /** Hides all highlights of the case, or shows them again. */
  toggleHighlights(): Promise<number> {
    return this.busy.during(() => this.page.keyboard.press("Shift+H"), this.quiet);
  }

  /** Somebody else tags: what hearing and showing it keeps this page busy. */
  remote(colleague: Api, at: number, source: BenchSource, run: number): Promise<number> {
    const { caseId, claimIds, sourceIds, revisionIds } = this.#case;
    const claimId = claimIds[(run + 1) % claimIds.length]!;
    const tag = this.#remote.get(claimId) ?? { id: newId(), version: 0, passages: [] };
    const passages = [...tag.passages, extraMark(source, run)];
    this.#remote.set(claimId, { id: tag.id, version: tag.version + 1, passages });
    const place = { caseId, claimId, sourceId: sourceIds[at]!, revisionId: revisionIds[at]! };
    return this.busy.during(() => saveTag(colleague, place, source, passages, tag), this.quiet);
  }

  /** Onto the page of the draft, ready to write at its beginning; a letter typed takes this long. */
  async write(letters: number): Promise<number[]> {
    await this.page.goto(`/c/${this.#case.caseId}/draft/${DRAFT + 1}`);
    const editable = this.page.locator("[contenteditable=true]");
    await editable.locator("[data-slate-string]").first().click();
    await pass(4 * this.quiet);
    const times: number[] = [];
    for (let i = 0; i <= letters; i++) times.push(await this.busy.during(() => this.page.keyboard.press("x"), this.quiet));
    return times.slice(1);
  }

  #pane(at: number) {
    return this.page.getByRole("region", { name: new RegExp(`^Source ${at + 1}: `) });
  }

  async #arrange(sources: readonly number[]): Promise<void> {
    const { caseId, sourceIds } = this.#case;
    const value = JSON.stringify(sources.map((at) => sourceIds[at]));
    await this.page.evaluate(([key, open]) => localStorage.setItem(key, open), [`assay:bench:${caseId}:open`, value] as const);
  }

  async #shown(sources: readonly number[]): Promise<void> {
    for (const at of sources) await this.#pane(at).locator("[data-block]").first().waitFor();
  }
}

/** Runs in the page. */
function untilShown(sources: number): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      const scrollers = [...document.querySelectorAll(".st-scroll")];
      if (scrollers.filter((one) => one.querySelector("[data-block]") !== null).length === sources) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Runs in the page: keeps what passes between the next key and a frame with what it did, as peer.ts measures it. */
function noteNextKey(): void {
  const drawn = new Promise<number>((resolve) => {
    const onKey = (): void => {
      const begun = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - begun);
        port2.postMessage(null);
      });
    };
    window.addEventListener("keydown", onKey, { capture: true, once: true });
  });
  Object.assign(window, { drawn });
}

function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
