import type { ReadText } from "../segment/read-text.ts";
import { spell } from "../segment/verbs.ts";
import type { Span } from "../segment/sentences.ts";
import type { Word } from "../segment/tagger.ts";
import { wordsIn } from "../segment/words-in.ts";

export interface Person {
  /** As printed where they were named. */
  name: string;
  last: string;
  /** Which pronoun a title asks for; null where none says so. */
  pronoun: "he" | "she" | null;
}

const HE = /^(?:Mr|Sir|Lord|Senhor|Señor|Monsieur|Herr)$/;
const SHE = /^(?:Mrs|Ms|Miss|Mme|Dame|Lady|Dona|Doña|Madame|Frau)$/;
const TITLE = /^(?:Dr|Prof|Professor|President|Minister|Secretary|Chancellor|Senator|Governor|Mayor|Judge|Justice|Captain|Colonel|General|Sergeant|Inspector|Bishop|King|Queen|Prince|Princess|Pope)$/;
/** A run of names that is more likely a place or a body. */
const NO_PERSON =
  /\b(?:New|North|South|East|West|United|Saint|St|San|Santa|Los|Las|Tel|Mount|Lake|River|Street|Road|Square|Island|Sea|Republic|Kingdom|States?|Nations|Union|Bank|Board|Court|Council|Ministry|Party|League|Times|Post|News|Gazette|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b/;
const MOST_NAMES = 5;
const LONGEST = 40;

/** The people that a text names. One name alone is a person's where the text gives it with a title or a first name too. */
export class People {
  readonly #text: string;
  readonly #pronouns = new Map<string, Person["pronoun"]>();

  constructor({ text, sentences }: ReadText) {
    this.#text = text;
    for (const { words } of sentences) {
      for (const run of this.#runs(words)) this.#learn(run);
    }
  }

  /** Whom these words of a sentence name first: "Radim Sokol" of "Radim Sokol of the union", nobody in "the court". */
  named(words: readonly Word[], { start, end }: Span): (Person & Span) | null {
    const within = wordsIn(words, start, end);
    const [run] = this.#runs(within);
    if (run === undefined || run[0] !== within[0]) return null;
    const person = this.#personOf(run);
    const next = within[run.length];
    // "Ben Orr's ferry" and "Lowmouth mayor" are nobody's names, "Ben Orr and Ada Quill" is two.
    const isWhole = next === undefined || (/^(?:ADP|PUNCT)$/.test(next.pos) && !/^['’]/.test(spell(this.#text, next)));
    return isWhole ? person : null;
  }

  /** Whether anybody but these is named between two offsets. */
  isSomebodyElse(words: readonly Word[], { start, end }: Span, last: string): boolean {
    return this.#runs(wordsIn(words, start, end)).some((run) => {
      const person = this.#personOf(run);
      return person !== null && person.last !== last;
    });
  }

  #learn(run: readonly Word[]): void {
    const first = spell(this.#text, run[0]);
    const pronoun = HE.test(first) ? "he" : SHE.test(first) ? "she" : null;
    const isTitled = pronoun !== null || TITLE.test(first);
    if (run.length < 2 || (!isTitled && this.#isNoPerson(run))) return;
    const last = this.#last(run);
    this.#pronouns.set(last, this.#pronouns.get(last) ?? pronoun);
  }

  #personOf(run: readonly Word[]): (Person & Span) | null {
    const last = this.#last(run);
    if (!this.#pronouns.has(last) || this.#isNoPerson(run)) return null;
    const start = run[0]?.start ?? 0;
    const end = this.#endOf(run);
    return { name: this.#text.slice(start, end).replace(/\s+/g, " "), last, pronoun: this.#pronouns.get(last) ?? null, start, end };
  }

  #last(run: readonly Word[]): string {
    return this.#text.slice(run.at(-1)?.start, this.#endOf(run)).toLowerCase();
  }

  /** The tagger ends words at hyphens and at letters it does not know; a name goes on. */
  #endOf(run: readonly Word[]): number {
    const end = run.at(-1)?.end ?? 0;
    return end + (/^(?:-?[\p{L}\p{M}])*/u.exec(this.#text.slice(end, end + LONGEST))?.[0].length ?? 0);
  }

  #isNoPerson(run: readonly Word[]): boolean {
    return run.length > MOST_NAMES || NO_PERSON.test(this.#text.slice(run[0]?.start, run.at(-1)?.end));
  }

  /** Names in a row, each with a capital; a title may carry a point. */
  #runs(words: readonly Word[]): Word[][] {
    const runs: Word[][] = [];
    let run: Word[] = [];
    for (const word of words) {
      const isName = word.pos === "PROPN" && /^\p{Lu}/u.test(spell(this.#text, word));
      if (isName) run.push(word);
      else if (run.length > 0) {
        runs.push(run);
        run = [];
      }
    }
    if (run.length > 0) runs.push(run);
    return runs;
  }
}
