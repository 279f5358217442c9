import type { Random } from "./random.ts";

/**
 * A text as paragraphs of sentences of words, each word knowing where it stood when the story was first written down.
 * That makes the truth of every edit known by construction, whatever is done to the words.
 */
export interface Word {
  text: string;
  /** What follows: a space, a comma and a space, a full stop. */
  gap: string;
  /** Offset in the first version of the text; −1 for a word that was not there. */
  home: number;
  gapHome: number;
  /** The word stands in the place of another one, which was at `home`. */
  isReplaced: boolean;
}

export type Sentence = Word[];
export type Paragraph = Sentence[];
export type Story = Paragraph[];

/** For each unit of the text the offset it had at first; −1 for what was inserted. */
export interface Written {
  text: string;
  homes: Int32Array;
}

/** Writes the story down; `isFirst` makes this version the one that all homes refer to. */
export function writeDown(story: Story, isFirst = false): Written {
  const parts: string[] = [];
  const homes: number[] = [];
  const put = (text: string, home: number, isOne: boolean) => {
    for (let i = 0; i < text.length; i += 1) homes.push(home < 0 ? -1 : isOne ? home : home + i);
    parts.push(text);
  };
  for (const paragraph of story) {
    paragraph.forEach((sentence, index) => {
      for (const word of sentence) {
        if (isFirst) {
          word.home = homes.length;
          word.gapHome = homes.length + word.text.length;
          word.isReplaced = false;
        }
        put(word.text, word.home, word.isReplaced);
        put(word.gap, word.gapHome, false);
      }
      put(index + 1 < paragraph.length ? " " : "\n\n", -1, false);
    });
  }
  return { text: parts.join(""), homes: Int32Array.from(homes) };
}

const SYLLABLES = "ba be bo da de di fa ga go ka ke ki la le lo ma me mo na ne ni pa po ra re ri sa se so ta te ti va ve vo za".split(" ");

export interface Vocabulary {
  word(random: Random): string;
  name(random: Random): string;
  number(random: Random): string;
}

/** Words as unevenly frequent as those of a language, made of syllables; some names. */
export function makeVocabulary(random: Random, size = 4000): Vocabulary {
  const make = () => Array.from({ length: 1 + random.below(4) }, () => random.pick(SYLLABLES)).join("");
  const words = Array.from({ length: size }, make);
  const names = Array.from({ length: 300 }, make).map((name) => name.charAt(0).toUpperCase() + name.slice(1));
  return {
    word: (r) => words[Math.floor(size ** r.next()) - 1] ?? "la",
    name: (r) => r.pick(names),
    number: (r) => String(2 + r.below(998)),
  };
}

export function makeWord(text: string, gap = " "): Word {
  return { text, gap, home: -1, gapHome: -1, isReplaced: false };
}

export function someWord(random: Random, words: Vocabulary): string {
  const kind = random.next();
  return kind < 0.06 ? words.number(random) : kind < 0.14 ? words.name(random) : words.word(random);
}

export function makeSentence(random: Random, words: Vocabulary): Sentence {
  const length = 6 + random.below(22);
  return Array.from({ length }, (_, index) => {
    const text = someWord(random, words);
    const last = index === length - 1;
    const capital = index === 0 ? text.charAt(0).toUpperCase() + text.slice(1) : text;
    return makeWord(capital, last ? "." : random.chance(0.08) ? ", " : " ");
  });
}

/** The same sentence with one word other: what an anchor must not take for its own. */
export function lookAlike(random: Random, words: Vocabulary, sentence: Sentence): Sentence {
  const copy = sentence.map(({ text, gap }) => makeWord(text, gap));
  const word = random.pick(copy);
  const other = /^\d/.test(word.text) ? words.number(random) : someWord(random, words);
  word.text = other === word.text ? `${other}ne` : other;
  return copy;
}

/** A story of at least `length` units; `bait` of its sentences are look-alikes of others, some exact copies. */
export function makeStory(random: Random, words: Vocabulary, length: number, bait = 0.15): Story {
  const sentences: Sentence[] = [];
  const story: Story = [];
  for (let units = 0; units < length; ) {
    const paragraph: Paragraph = [];
    const count = 1 + random.below(6);
    for (let i = 0; i < count; i += 1) {
      const isBait = sentences.length > 20 && random.chance(bait);
      const model = isBait ? random.pick(sentences) : null;
      const sentence = !model
        ? makeSentence(random, words)
        : random.chance(0.1)
          ? model.map(({ text, gap }) => makeWord(text, gap))
          : lookAlike(random, words, model);
      sentences.push(sentence);
      paragraph.push(sentence);
      units += sentence.reduce((sum, { text, gap }) => sum + text.length + gap.length, 1);
    }
    story.push(paragraph);
  }
  return story;
}
