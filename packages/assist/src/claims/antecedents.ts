import type { Attribution } from "../suggestion.ts";
import type { HeardText } from "../attribution/is-attributed.ts";
import type { Clause } from "../segment/clauses.ts";
import type { Sentence } from "../segment/read-text.ts";
import type { Span } from "../segment/sentences.ts";
import { wordsIn } from "../segment/words-in.ts";
import { People } from "./people.ts";
import type { Person } from "./people.ts";

const PRONOUN = /(?:^|\s)(he|she|it)$/i;
const BODY =
  /\b(?:agency|airline|army|association|authority|bank|board|city|club|commission|committee|company|corporation|council|court|federation|government|group|hospital|institute|library|ministry|museum|parliament|party|police|railways?|senate|school|team|trust|union|university)$/i;
/** "It was the third rise": of a rise, and not of the bank that was spoken of. */
const COPULA = /^\s+(?:is|was|are|were|has been|had been|will be|would be|remains|remained|became)\b/i;

type Named = Person & Span;

/**
 * Whom "he" and "she", and what "it", mean, sentence by sentence in the order of the text. The last subject, and only
 * where nobody else is named in between and no title speaks against it: a claim about the wrong person is worse than none.
 */
export class Antecedents {
  readonly #text: string;
  readonly #attributions: readonly Attribution[];
  readonly #people: People;
  #person: Named | null = null;
  #personIn: Sentence | null = null;
  #thing: string | null = null;

  constructor({ read, attributions }: HeardText) {
    this.#text = read.text;
    this.#attributions = attributions;
    this.#people = new People(read);
  }

  /** What the pronoun that is the subject of a clause stands for; null where it is none, or leaves a choice. */
  meant(sentence: Sentence, clause: Clause): string | null {
    const pronoun = this.#pronounOf(clause);
    if (pronoun === null || clause.subject === null) return null;
    if (pronoun !== "it") return this.whom(sentence, clause.subject, clause);
    if (COPULA.test(this.#text.slice(clause.subject.end, clause.subject.end + 20))) return null;
    const bodies = new Set(this.#before(sentence, clause.start).flatMap(({ subject }) => this.#bodyOf(sentence, subject) ?? []));
    return bodies.size > 0 ? (bodies.size === 1 ? ([...bodies][0] ?? null) : null) : this.#thing;
  }

  /** Whom a "he" or "she" at the end of `place` means: the subject of `clause`, or somebody who speaks. */
  whom(sentence: Sentence, place: Span, clause?: Clause): string | null {
    const before = this.#before(sentence, clause?.start ?? place.start);
    const subjects = before.flatMap(({ subject }) => (subject === null ? [] : (this.#people.named(sentence.words, subject) ?? [])));
    const lasts = new Set(subjects.map(({ last }) => last));
    // "The keeper said that he": the keeper, most likely, who has no name here.
    if (lasts.size === 0 && clause?.kind === "reported" && before.some((one) => this.#pronounOf(one) === null)) return null;
    const meant = lasts.size === 0 ? this.#person : lasts.size === 1 ? (subjects[0] ?? null) : null;
    const pronoun = PRONOUN.exec(this.#text.slice(place.start, place.end))?.[1]?.toLowerCase();
    if (meant === null || (meant.pronoun !== null && meant.pronoun !== pronoun)) return null;
    return this.#isAlone(meant, sentence, place.end) ? meant.name : null;
  }

  /** Goes on to the next sentence. */
  pass(sentence: Sentence): void {
    if (sentence.kind !== "sentence" && sentence.kind !== "item") return;
    const main = sentence.clauses.find(({ kind, subject }) => kind === "main" && subject !== null);
    const subject = main?.subject ?? null;
    const speaker = this.#attributions.find(({ cue }) => cue.start >= sentence.start && cue.end <= sentence.end)?.speaker ?? null;
    const named = [subject, speaker].flatMap((span) => (span === null ? [] : (this.#people.named(sentence.words, span) ?? [])));
    const goesOn = [main === undefined ? null : this.#pronounOf(main), speaker?.exact.toLowerCase()].some((word) => word === "he" || word === "she");
    if (named.length > 0) {
      this.#person = new Set(named.map(({ last }) => last)).size === 1 ? (named[0] ?? null) : null;
      this.#personIn = sentence;
    } else if (!goesOn || (this.#person !== null && !this.#isAlone(this.#person, sentence, sentence.end))) this.#person = null;
    this.#thing = this.#bodyOf(sentence, subject);
  }

  /** A new scene: what was said before says nothing of who is meant. */
  forget(): void {
    this.#person = null;
    this.#thing = null;
  }

  #before(sentence: Sentence, start: number): Clause[] {
    return sentence.clauses.filter(({ subject, kind }) => subject !== null && kind !== "relative" && subject.end <= start);
  }

  #pronounOf({ subject }: Clause): "he" | "she" | "it" | null {
    const word = subject === null ? undefined : PRONOUN.exec(this.#text.slice(subject.start, subject.end))?.[1];
    return word === undefined ? null : (word.toLowerCase() as "he" | "she" | "it");
  }

  /** Nobody else is named from where they were named on. */
  #isAlone(meant: Named, sentence: Sentence, end: number): boolean {
    const isHere = meant.start >= sentence.start;
    const here = { start: isHere ? meant.end : sentence.start, end };
    if (this.#people.isSomebodyElse(sentence.words, here, meant.last)) return false;
    const there = isHere ? null : this.#personIn;
    return there === null || !this.#people.isSomebodyElse(there.words, { start: meant.end, end: there.end }, meant.last);
  }

  /** A subject that is a body's name, and nobody's. */
  #bodyOf(sentence: Sentence, subject: Span | null): string | null {
    if (subject === null) return null;
    const name = this.#text.slice(subject.start, subject.end).replace(/\s+/g, " ");
    if (/[“”"’']/.test(name) || name.split(" ").length > 6 || !BODY.test(name)) return null;
    const isNamed = wordsIn(sentence.words, subject.start, subject.end).some(({ pos }) => pos === "PROPN");
    return isNamed || /^the\b/i.test(name) ? name : null;
  }
}
