import { spell } from "../segment/verbs.ts";
import type { Word } from "../segment/tagger.ts";

/**
 * How checkable a statement is, 0 to 1. A sum of what fact-checkers look for, in plain weights that were set by hand and
 * fitted on nothing: figures, names, records and comparisons, causes and what somebody did speak for it; opinion,
 * wishes, questions, courtesies and talk about the talk speak against it.
 */
export function checkWorthiness(text: string, words: readonly Word[]): number {
  const spoken = words.filter(({ pos }) => pos !== "PUNCT");
  const first = spoken[0];
  const last = spoken.at(-1);
  if (first === undefined || last === undefined) return 0;
  const said = text.slice(first.start, last.end);
  const end = text.slice(last.end, last.end + 2);
  let sum = -1;
  const numbers = new Set(said.match(NUMBER)?.map((one) => one.toLowerCase())).size;
  sum += Math.min(2, numbers) * 0.8;
  if (UNIT.test(said)) sum += 0.4;
  const names = spoken.filter(({ pos }, index) => pos === "PROPN" && index > 0).length;
  sum += Math.min(3, names) * 0.25;
  for (const [pattern, weight] of PATTERNS) if (pattern.test(said)) sum += weight;
  if (end.startsWith("?")) sum -= 1.2;
  // Too short to say anything; beyond twenty words there is nothing to gain.
  sum += Math.min(20, spoken.length) / 10 - (spoken.length < 5 ? 1.5 : 0);
  if (!words.some((word, index) => word.pos === "VERB" || (word.pos === "AUX" && index > 0))) sum -= 0.6;
  const subject = spell(text, first).toLowerCase();
  if (subject === "i") sum -= 0.4;
  if (IMPERATIVE.test(said)) sum -= 0.8;
  return 1 / (1 + Math.exp(-sum));
}

const NUMBER =
  /\d[\d.,]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|dozens|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|double|doubled|tripled|twice)\b/giu;
const UNIT = /[$€£¥%]|\b(?:per ?cent|percent|percentage|dollars?|euros?|pounds?|jobs|people|deaths?|votes?|years?|miles|km|kilomet(?:re|er)s|hours|minutes|tonnes?|tons)\b/i;
const IMPERATIVE = /^(?:let|look|listen|thank|please|go|come|stop|wait|remember|imagine|welcome|good (?:evening|morning|night)|excuse|ok|okay|yes|no|well|oh)\b/i;

const PATTERNS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:highest|lowest|largest|biggest|smallest|worst|best|first|last|only|most|least|fewest|record|never|ever|always|every|none|nobody|all of)\b/i, 0.4],
  [/\b(?:more|less|fewer|higher|lower|larger|better|worse) (?:\w+ )?than\b/i, 0.4],
  [/\b(?:increased?|decreased?|rose|risen|fell|fallen|grew|grown|dropped|cut|lost|gained|created|raised|doubled|went (?:up|down))\b/i, 0.4],
  [/\b(?:because|caused?|due to|led to|resulted|as a result|responsible for)\b/i, 0.3],
  [/\b(?:voted|signed|supported|opposed|passed|approved|vetoed|killed|arrested|paid|spent|sold|bought|gave|took|sent|called|admitted|deleted|promised|agreed|invaded|attacked)\b/i, 0.4],
  [/\b(?:was|were|had|did|has|have been|has been)\b/i, 0.2],
  [/\b(?:he|she|they|his|her|their)\b/i, 0.15],
  [/\b(?:according to|report(?:ed|s)?|study|data|figures|statistics|records?)\b/i, 0.3],
  [/\b(?:i think|i believe|i hope|i feel|i want|i(?:'|’)?d like|in my (?:view|opinion)|i guess|it seems|maybe|perhaps)\b/i, -0.7],
  [/\b(?:should|must|ought|need to|have to|got to|want to|let(?:'|’)s|going to|will|would|could|might|may)\b/i, -0.6],
  [/\b(?:thank|thanks|applause|laughter|question|answer|senator|secretary|governor|debate|tonight|minutes? to|respond)\b/i, -0.4],
  [/\b(?:great|wonderful|terrible|beautiful|amazing|proud|love|believe|hope|dream|god|bless)\b/i, -0.4],
  [/\b(?:if|unless|suppose)\b/i, -0.3],
];
