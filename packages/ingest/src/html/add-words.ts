import type { BlockKind } from "@assay/domain";
import type { Page } from "../page.ts";
import { blockKind } from "./block-kinds.ts";
import type { Element, Node, Parent } from "./element.ts";
import { isElement } from "./element.ts";
import { isRowOfData } from "./is-row-of-data.ts";
import { LineOfWords } from "./line-of-words.ts";
import { isShown } from "./what-is-shown.ts";

/** Between the cells of a row. */
const CELL_GAP = " | ";

/**
 * Adds the words below `parent`, block by block, as a browser shows them without style sheets: what is not shown is not
 * there, a row of a table is a line. `skip` leaves out more. Walks without recursion: pages nest as deep as they like.
 */
export function addWords(page: Page, parent: Parent, skip: (element: Element) => boolean = () => false): void {
  const walk = new Walk(page);
  const waiting: (Node | (() => void))[] = parent.childNodes.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "function") next();
    else if (!isElement(next)) {
      if (next.nodeName === "#text" && "value" in next) walk.words(next.value);
    } else if (isShown(next) && !skip(next)) {
      waiting.push(walk.enter(next));
      for (const child of next.childNodes.toReversed()) waiting.push(child);
    }
  }
  walk.end();
}

interface Open {
  kind: BlockKind;
  level?: number;
}

class Walk {
  readonly #page: Page;
  readonly #line = new LineOfWords();
  /** Of the elements that are open; the innermost says what a block is. */
  readonly #open: Open[] = [{ kind: "paragraph" }];
  /** How many elements are open whose white space is as it is written. */
  #set = 0;
  #inRow = false;
  #cells = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  words(code: string): void {
    if (this.#set > 0) this.#line.addSet(code);
    else this.#line.add(code);
  }

  end(): void {
    const { kind, level } = this.#innermost;
    this.#page.add(kind, this.#line.take(), level);
  }

  /** Returns what leaves the element again. */
  enter(element: Element): () => void {
    const { tagName } = element;
    const kind = blockKind(tagName);
    if (this.#inRow) return this.#enterInRow(tagName, kind !== undefined);
    if (kind === undefined) return this.#enterInLine(tagName);
    this.end();
    const isRow = tagName === "tr" && isRowOfData(element);
    this.#open.push(within(this.#innermost, tagName, isRow ? "line" : kind));
    this.#inRow = isRow;
    this.#cells = 0;
    if (kind === "code") this.#set += 1;
    return () => {
      this.end();
      this.#open.pop();
      this.#inRow = false;
      if (kind === "code") this.#set -= 1;
    };
  }

  get #innermost(): Open {
    return this.#open.at(-1) ?? { kind: "paragraph" };
  }

  #enterInRow(tagName: string, isBlock: boolean): () => void {
    if (tagName !== "td" && tagName !== "th") {
      if (isBlock) this.#line.add(" ");
      return this.#enterInLine(tagName);
    }
    if (this.#cells > 0) this.#line.add(CELL_GAP);
    this.#cells += 1;
    return nothing;
  }

  #enterInLine(tagName: string): () => void {
    if (tagName === "br") this.#line.breakLine();
    if (tagName !== "q") return nothing;
    this.#line.add("“");
    return () => this.#line.add("”");
  }
}

function within(outer: Open, tagName: string, kind: BlockKind | null): Open {
  if (kind === "heading") return { kind, level: Number(tagName.slice(1)) };
  return { kind: kind ?? (outer.kind === "heading" ? "paragraph" : outer.kind) };
}

const nothing = (): void => undefined;
