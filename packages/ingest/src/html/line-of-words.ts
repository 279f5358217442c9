const SPACES = /[ \t\n\f\r]+/g;

/** The words of one block as a browser sets them: a run of white space in the code is one space on the page. */
export class LineOfWords {
  #parts: string[] = [];
  /** Whether white space that comes next is already there: at the beginning, after a space, after a break. */
  #spaced = true;

  add(code: string): void {
    const words = code.replace(SPACES, " ");
    const rest = this.#spaced && words.startsWith(" ") ? words.slice(1) : words;
    if (rest === "") return;
    this.#parts.push(rest);
    this.#spaced = rest.endsWith(" ");
  }

  /** As it stands, line by line. */
  addSet(code: string): void {
    this.#parts.push(code);
    this.#spaced = false;
  }

  breakLine(): void {
    this.#parts.push("\n");
    this.#spaced = true;
  }

  /** What was added so far, which ends here. */
  take(): string {
    const words = this.#parts.join("").replace(/ +\n/g, "\n");
    this.#parts = [];
    this.#spaced = true;
    return words;
  }
}
