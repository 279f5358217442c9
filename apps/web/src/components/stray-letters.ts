/** A pause after which somebody has seen that the field is gone. */
const PAUSE_MS = 1_000;

export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  /** The field it is typed into; null where it is typed into none. */
  field: { isConnected: boolean } | null;
}

/**
 * Whoever writes while a colleague's change takes the field from the page writes on for a moment: those letters are no
 * commands. A key that ends the writing (Enter, Escape, Tab), or a press of the mouse, makes the next letters what they are.
 */
export class StrayLetters {
  #field: Press["field"] = null;
  #last = 0;
  #strays = 0;

  /** How many letters in a row had lost their field, this press included; 0: this one had not. `at` in milliseconds. */
  press({ key, ctrlKey, metaKey, field }: Press, at: number): number {
    const isLetter = (key.length === 1 || key === "Backspace") && !ctrlKey && !metaKey;
    const isStray = isLetter && field === null && this.#field?.isConnected === false && at - this.#last < PAUSE_MS;
    this.#last = at;
    if (isStray) return ++this.#strays;
    this.#field = isLetter ? field : null;
    this.#strays = 0;
    return 0;
  }

  clear(): void {
    this.#field = null;
  }
}
