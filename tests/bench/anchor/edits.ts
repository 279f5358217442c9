import type { Random } from "./random.ts";
import { lookAlike, makeSentence, makeWord, someWord } from "./story.ts";
import type { Paragraph, Sentence, Story, Vocabulary } from "./story.ts";

/** Edits `share` of all words: most are replaced, some deleted, some get a new word after them. */
export function editWords(random: Random, words: Vocabulary, story: Story, share: number): void {
  for (const paragraph of story) for (const sentence of paragraph) editSentence(random, words, sentence, share);
}

export function editSentence(random: Random, words: Vocabulary, sentence: Sentence, share: number): void {
  for (let at = 0; at < sentence.length; at += 1) {
    if (!random.chance(share)) continue;
    const kind = random.next();
    if (kind < 0.7) replaceWord(random, words, sentence, at);
    else if (kind < 0.85 && sentence.length > 1) {
      deleteWords(sentence, at, 1);
      at -= 1;
    } else {
      // The new word takes over the space after it, so that a full stop stays at the end.
      const word = sentence[at];
      if (!word) continue;
      const fresh = { ...makeWord(someWord(random, words)), gap: word.gap, gapHome: word.gapHome };
      word.gap = " ";
      word.gapHome = -1;
      sentence.splice(at + 1, 0, fresh);
      at += 1;
    }
  }
}

function replaceWord(random: Random, words: Vocabulary, sentence: Sentence, at: number): void {
  const word = sentence[at];
  if (!word) return;
  const other = /^\d/.test(word.text) ? words.number(random) : someWord(random, words);
  word.text = other === word.text ? `${other}ra` : other;
  word.isReplaced = true;
}

function deleteWords(sentence: Sentence, at: number, count: number): void {
  const gone = sentence.splice(at, count);
  const last = gone.at(-1);
  const before = sentence[at - 1];
  if (!last || !before || !last.gap.startsWith(".")) return;
  before.gap = last.gap;
  before.gapHome = last.gapHome;
}

/** What may happen to a sentence, in place or as a whole. */
export const OPERATIONS = [
  "change a word",
  "delete half",
  "reword",
  "rewrite",
  "delete",
  "delete, look-alike planted elsewhere",
  "look-alike planted before",
  "look-alike planted after",
  "move",
  "move and change a word",
  "swap with the next",
  "other sentence before",
  "replace by another sentence",
  "break the paragraph",
  "delete the paragraph",
  "move the paragraph",
  "move the paragraph and edit it",
] as const;
export type Operation = (typeof OPERATIONS)[number];

export function operate(random: Random, words: Vocabulary, story: Story, sentence: Sentence, operation: Operation): void {
  const paragraph = story.find((one) => one.includes(sentence));
  if (!paragraph) return;
  const at = paragraph.indexOf(sentence);
  switch (operation) {
    case "change a word":
      return replaceWord(random, words, sentence, random.below(sentence.length));
    case "delete half": {
      const half = Math.floor(sentence.length / 2);
      return deleteWords(sentence, random.chance(0.5) ? 0 : half, half);
    }
    case "reword":
      return editSentence(random, words, sentence, 0.4);
    case "rewrite":
      return editSentence(random, words, sentence, 0.85);
    case "delete":
      return remove(story, paragraph, at, 1);
    case "delete, look-alike planted elsewhere":
      // In another paragraph: a look-alike that takes the very place of a sentence is that sentence, edited.
      insert(random, story.length > 1 ? story.filter((one) => one !== paragraph) : story, lookAlike(random, words, sentence));
      return remove(story, paragraph, paragraph.indexOf(sentence), 1);
    case "look-alike planted before":
      return void paragraph.splice(at, 0, lookAlike(random, words, sentence));
    case "look-alike planted after":
      return void paragraph.splice(at + 1, 0, lookAlike(random, words, sentence));
    case "move":
    case "move and change a word":
      if (operation !== "move") replaceWord(random, words, sentence, random.below(sentence.length));
      remove(story, paragraph, at, 1);
      return insert(random, story, sentence);
    case "swap with the next": {
      const next = paragraph[at + 1];
      if (next) paragraph.splice(at, 2, next, sentence);
      return;
    }
    case "other sentence before":
      return void paragraph.splice(at, 0, makeSentence(random, words));
    case "replace by another sentence":
      return void paragraph.splice(at, 1, makeSentence(random, words));
    case "break the paragraph":
      if (at > 0) story.splice(story.indexOf(paragraph) + 1, 0, paragraph.splice(at));
      return;
    case "delete the paragraph":
      return void story.splice(story.indexOf(paragraph), 1);
    case "move the paragraph":
    case "move the paragraph and edit it":
      if (operation !== "move the paragraph") for (const one of paragraph) editSentence(random, words, one, 0.05);
      story.splice(story.indexOf(paragraph), 1);
      return void story.splice(random.below(story.length + 1), 0, paragraph);
  }
}

function remove(story: Story, paragraph: Paragraph, at: number, count: number): void {
  paragraph.splice(at, count);
  if (paragraph.length === 0) story.splice(story.indexOf(paragraph), 1);
}

function insert(random: Random, story: Story, sentence: Sentence): void {
  const paragraph = random.pick(story);
  paragraph.splice(random.below(paragraph.length + 1), 0, sentence);
}
