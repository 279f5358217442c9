import { Paragraph } from "docx";
import type { ParagraphChild } from "docx";

/** Notes in the order of their references: Word numbers them by place, this only keeps them. */
export class Footnotes {
  readonly notes: Record<string, { children: Paragraph[] }> = {};
  #last = 0;

  add(children: ParagraphChild[]): number {
    this.#last += 1;
    this.notes[String(this.#last)] = { children: [new Paragraph({ style: "FootnoteText", children })] };
    return this.#last;
  }
}
