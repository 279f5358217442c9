import { xmlEscaped } from "../docx/wordml.ts";

/** The list of words to which a workbook's cells point by number; words that come again are kept once. */
export class SharedWords {
  readonly #numbers = new Map<string, number>();
  readonly #items: string[] = [];
  /** How many the file has already. */
  readonly #first: number;

  constructor(xml: string) {
    this.#first = xml.match(/<si>/gu)?.length ?? 0;
  }

  /** `clean` makes of a value what a cell can hold. */
  numberOf(value: string, clean: (value: string) => string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    const number = this.#first + this.#items.length;
    this.#numbers.set(value, number);
    // Without the attribute, spaces and breaks at either end would be lost.
    const words = clean(value);
    const space = words.trim() === words ? "" : ' xml:space="preserve"';
    this.#items.push(`<si><t${space}>${xmlEscaped(words)}</t></si>`);
    return number;
  }

  added(xml: string): string {
    return xml.replace("</sst>", () => `${this.#items.join("")}</sst>`);
  }
}
