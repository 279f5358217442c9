import type { GrowingText } from "../growing-text.ts";
import { paragraph, xmlEscaped, xmlWords } from "./wordml.ts";

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** What the body refers to and other parts of the file hold; everything is numbered in the order in which it is met. */
export class DocxParts {
  readonly #notes: GrowingText;
  #noteCount = 0;
  readonly #links: string[] = [];
  #marks = 0;
  /** Numbers of the report's lists, in order. */
  readonly #lists: number[];

  /** `notes` takes every note as it is met. */
  constructor(lists: readonly number[], notes: GrowingText) {
    this.#lists = [...lists];
    this.#notes = notes;
  }

  /** The reference to a note at the foot of the page. */
  note(inside: string): string {
    const id = (this.#noteCount += 1);
    const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>';
    this.#notes.add(`<w:footnote w:id="${id}">${paragraph({ style: "FootnoteText" }, `${mark}<w:footnoteRef/></w:r>${inside}`)}</w:footnote>`);
    return `${mark}<w:footnoteReference w:id="${id}"/></w:r>`;
  }

  /** A place that a link can lead to. */
  mark(name: string, inside: string): string {
    if (name === "") return inside;
    const id = (this.#marks += 1);
    return `<w:bookmarkStart w:name="${xmlEscaped(name)}" w:id="${id}"/>${inside}<w:bookmarkEnd w:id="${id}"/>`;
  }

  link(url: string, inside: string): string {
    const id = `rIdL${this.#links.length + 1}`;
    const target = xmlEscaped(xmlWords(url));
    this.#links.push(`<Relationship Id="${id}" Type="${RELATION}" Target="${target}" TargetMode="External"/>`);
    return `<w:hyperlink w:history="1" r:id="${id}">${inside}</w:hyperlink>`;
  }

  /** The number of the list that comes next: a new list begins at one. */
  nextList(): number {
    return this.#lists.shift() ?? 1;
  }

  get links(): string {
    return this.#links.join("");
  }
}
