import type { Anchor, MappedAnchor } from "@assay/domain";
import { mapAnchors } from "@assay/domain";
import { OPERATIONS, editWords, operate } from "./edits.ts";
import type { Operation } from "./edits.ts";
import { judge, quoteOf, trace, truthOf } from "./judge.ts";
import type { Judgement, Truth } from "./judge.ts";
import { makeRandom } from "./random.ts";
import { makeStory, makeVocabulary, writeDown } from "./story.ts";
import type { Sentence } from "./story.ts";

export interface Sample {
  oldText: string;
  newText: string;
  anchors: Anchor[];
  truths: (Truth | null)[];
}

export type Tally = Record<Judgement, number>;

/** One judged anchor, for whoever wants to know what went wrong. */
export interface Verdict {
  judgement: Judgement;
  operation: Operation | null;
  anchor: Anchor;
  truth: Truth | null;
  found: MappedAnchor;
  oldText: string;
  newText: string;
}

/** A text with quotes, and the same text after `share` of its words were edited. */
export function wordEdits(seed: number, length: number, quotes: number, share: number): Sample {
  const random = makeRandom(seed);
  const words = makeVocabulary(random);
  const story = makeStory(random, words, length);
  const { text: oldText } = writeDown(story, true);
  const sentences = story.flat();
  const anchors = Array.from({ length: quotes }, () => quoteOf(random, oldText, random.pick(sentences)));
  editWords(random, words, story, share);
  const written = writeDown(story);
  const traces = trace(oldText.length, written);
  return { oldText, newText: written.text, anchors, truths: anchors.map((anchor) => truthOf(traces, anchor)) };
}

export function judgeSample({ oldText, newText, anchors, truths }: Sample): Verdict[] {
  return mapAnchors(oldText, newText, anchors).map((found, index) => {
    const anchor = anchors[index];
    if (!anchor) throw new RangeError("more results than anchors");
    const truth = truths[index] ?? null;
    return { judgement: judge(truth, anchor, found), operation: null, anchor, truth, found, oldText, newText };
  });
}

/**
 * One text after `count` random operations, each on a sentence that an anchor quotes, and 1 % of all words edited
 * besides. Later operations may undo or cover earlier ones; the truth is traced through all of them.
 */
export function operations(seed: number, length: number, count: number): Verdict[] {
  const random = makeRandom(seed);
  const words = makeVocabulary(random);
  const story = makeStory(random, words, length);
  const { text: oldText } = writeDown(story, true);
  const sentences = story.flat();
  const chosen = new Set<Sentence>();
  while (chosen.size < count) chosen.add(random.pick(sentences));
  const jobs = [...chosen].map((sentence) => ({
    sentence,
    anchor: quoteOf(random, oldText, sentence),
    operation: random.pick(OPERATIONS),
  }));
  for (const { sentence, operation } of jobs) operate(random, words, story, sentence, operation);
  editWords(random, words, story, 0.01);
  const written = writeDown(story);
  const traces = trace(oldText.length, written);
  const anchors = jobs.map(({ anchor }) => anchor);
  const truths = anchors.map((anchor) => truthOf(traces, anchor));
  const verdicts = judgeSample({ oldText, newText: written.text, anchors, truths });
  return verdicts.map((verdict, index) => ({ ...verdict, operation: jobs[index]?.operation ?? null }));
}

export function tally(verdicts: readonly Verdict[]): Tally {
  const counts: Tally = { right: 0, waiting: 0, loose: 0, wrong: 0 };
  for (const { judgement } of verdicts) counts[judgement] += 1;
  return counts;
}
