import { attributionsAround } from "../attribution/is-attributed.ts";
import type { HeardText } from "../attribution/is-attributed.ts";
import { lastName } from "../attribution/own-voice.ts";
import type { Clause } from "../segment/clauses.ts";
import { datelineLength } from "../segment/dateline.ts";
import type { Sentence } from "../segment/read-text.ts";
import { wordsIn } from "../segment/words-in.ts";
import type { Span } from "../segment/sentences.ts";
import type { Value } from "../values/value.ts";
import type { Attribution, ClaimSuggestion } from "../suggestion.ts";
import { SAYING } from "../segment/verbs.ts";
import { Antecedents } from "./antecedents.ts";
import { checkWorthiness } from "./check-worthiness.ts";
import { claimTypeOf } from "./claim-type.ts";
import { wordingOf } from "./claim-wording.ts";

export interface SuggestOptions {
  published?: string | undefined;
  /** At most so many, the most checkable; all by default. */
  limit?: number;
  /** What was read of a stretch of the source before; it is read anew otherwise. */
  values?: ((span: Span) => readonly Value[]) | undefined;
}

const FEWEST_WORDS = 4;
/** Half of a thought, or an announcement of what is said next. */
const SAYS_NOTHING = new RegExp(
  `^(?:how|whether|what|why|to which|in which|is|was|are|were|has|had|have|to)\\b|\\b(?:${[...SAYING].join("|")})(?:\\s+(?:only|simply|merely|so))?[.:]?$|^(?:until|when|after|before|since|if|as|once|while)\\b[^,]*$|^(?:despite|besides|without|instead of)\\b(?!.*,[”"]?\\s+[a-z])`,
  "i",
);
/** A clause that only says who speaks is no claim of its own. */
const SPEAKING = new Set<Clause["kind"]>(["attribution"]);

/** What a source claims, clause by clause, the most checkable first. */
export function suggestClaims(sourceId: string, heard: HeardText, { published, values, limit = Infinity }: SuggestOptions = {}): ClaimSuggestion[] {
  const { sentences } = heard.read;
  const found: ClaimSuggestion[] = [];
  const seen = new Set<string>();
  const add = (claim: ClaimSuggestion | null) => {
    if (claim === null || seen.has(claim.text.toLowerCase())) return;
    seen.add(claim.text.toLowerCase());
    found.push(claim);
  };
  const antecedents = new Antecedents(heard);
  let paragraph = -1;
  for (const sentence of sentences) {
    // In a transcript "he" is whoever the speakers have in mind.
    if (sentence.paragraph > paragraph + 1 || sentence.speaker !== null) antecedents.forget();
    ({ paragraph } = sentence);
    for (const said of heard.attributions) {
      if (said.content.start >= sentence.start && said.content.start < sentence.end) add(quotedClaim(sourceId, heard, sentence, said, antecedents));
    }
    if (sentence.kind === "sentence" || sentence.kind === "item") {
      for (const index of sentence.clauses.keys()) add(claimOf(sourceId, heard, sentence, index, { antecedents, published, values }));
    }
    antecedents.pass(sentence);
  }
  return found.toSorted((a, b) => b.score - a.score || a.start - b.start).slice(0, limit);
}

/** What somebody is quoted as saying is one claim, that they said so; none where the text leaves open who "he" is. */
function quotedClaim(
  sourceId: string,
  { read }: HeardText,
  sentence: Sentence,
  { direct, speaker, content }: Attribution,
  antecedents: Antecedents,
): ClaimSuggestion | null {
  if (!direct || speaker === null) return null;
  const words = wordsIn(sentence.words, content.start, content.end);
  const name = speakerName(sentence, speaker, antecedents);
  if (name === "" || words.filter(({ pos }) => pos !== "PUNCT").length < FEWEST_WORDS) return null;
  const said = content.exact.replace(/\s+/g, " ").replace(/[\s,;:—–-]+$/u, "");
  return {
    start: content.start,
    end: content.end,
    exact: content.exact,
    sourceId,
    text: `${name.charAt(0).toUpperCase()}${name.slice(1)} said: “${said}”`,
    type: "quote",
    claimant: name,
    score: checkWorthiness(read.text, words),
  };
}

/** Who is said to say it, by name; empty where that is a pronoun which may mean anybody. */
function speakerName(sentence: Sentence, { start, end, exact }: { start: number; end: number; exact: string }, antecedents: Antecedents): string {
  if (/^(?:they|who|we|i|it)$/i.test(exact)) return "";
  return /^(?:he|she)$/i.test(exact) ? (antecedents.whom(sentence, { start, end }) ?? "") : exact.replace(/\s+/g, " ");
}

function claimOf(
  sourceId: string,
  heard: HeardText,
  sentence: Sentence,
  index: number,
  { antecedents, published, values }: SuggestOptions & { antecedents: Antecedents },
): ClaimSuggestion | null {
  const { text } = heard.read;
  const own = sentence.clauses[index] as Clause;
  if (SPEAKING.has(own.kind) || leans(text, own)) return null;
  const clause = withLeaning(text, sentence, index, own);
  // "The minister said" without what was said: the reported clause is the claim.
  if (sentence.clauses[index + 1]?.kind === "reported" && sentence.clauses[index + 1]?.parent === index) return null;
  const span = trimmed(text, clause.start, clause.end);
  const words = clause.parts.flatMap(({ start, end }) => wordsIn(sentence.words, start, end));
  const spoken = words.filter(({ pos }) => pos !== "PUNCT").length;
  if (span === null || spoken < FEWEST_WORDS) return null;
  if (!words.some(({ pos }) => pos === "VERB" || pos === "AUX" || pos === "X")) return null;
  if (/\?["”’)]*$/.test(text.slice(clause.start, clause.end))) return null;
  const around = attributionsAround(heard, span)[0];
  if (around?.direct === true && around.content.start <= span.start && around.content.end >= span.end) return null;
  const wording = wordingOf(text, clause, antecedents.meant(sentence, own));
  if (wording === "" || SAYS_NOTHING.test(wording)) return null;
  const turn = sentence.speaker === null ? "" : text.slice(sentence.speaker.start, sentence.speaker.end);
  const speaker = around?.speaker ?? null;
  const claimant = speaker !== null ? speakerName(sentence, speaker, antecedents) : heard.own.speakers.has(lastName(turn)) ? "" : turn;
  return {
    ...span,
    exact: text.slice(span.start, span.end),
    sourceId,
    text: wording,
    type: claimTypeOf(wording, published, values?.(span)),
    claimant: claimant.replace(/\s+/g, " "),
    score: checkWorthiness(text, words),
  };
}

const LEANS = /^[\s,;—–(]*(?:(?:just|only|even|soon|shortly)\s+)?(?:when|after|before|since|until|unless|if|whether|as|once|where|how|who|which|that|whose|whom)\b/i;

/** A clause that says nothing without the one that it hangs on: when, whether, and which of several. */
function leans(text: string, { kind, start, end }: Clause): boolean {
  if (kind === "participle") return true;
  if (kind !== "subordinate" && kind !== "relative") return false;
  if (/^\p{Ll}+\s+wh(?:ich|om|ose)\b/u.test(text.slice(start, start + 30)) || /^(?:whose|whom|where)\b/i.test(text.slice(start, start + 8))) return true;
  const comma = /,\s*$/.test(text.slice(Math.max(0, start - 3), start));
  return kind === "relative" ? !comma : LEANS.test(text.slice(start, Math.min(end, start + 40)));
}

/** What leans on a clause follows it closely. */
const REACH = 8;

/** The clause with those that lean on it, as one. */
function withLeaning(text: string, { clauses, start }: Sentence, index: number, own: Clause): Clause {
  const parts = [...own.parts];
  for (const clause of clauses.slice(index + 1, index + 1 + REACH)) {
    // What a comma sets off ("…, citing the rain") is said in passing: the claim is clearer without it.
    const aside = clause.kind !== "subordinate" && /,\s*$/.test(text.slice(Math.max(0, clause.start - 3), clause.start));
    if (clause.parent === index && !aside && leans(text, clause)) parts.push(...clause.parts);
  }
  parts.sort((a, b) => a.start - b.start);
  const [first] = parts;
  if (first?.start === start) parts[0] = { start: start + datelineLength(text, start), end: first.end };
  return { ...own, parts, start: parts[0]?.start ?? own.start, end: parts.at(-1)?.end ?? own.end };
}

/** Without the marks and the words that join it to the rest. */
function trimmed(text: string, from: number, to: number): { start: number; end: number } | null {
  let start = from;
  let end = to;
  const lead = /^(?:[\s,;:—–“"(-]+|(?:and|but|that|because|although|while|so)\s+)+/i.exec(text.slice(from, Math.min(to, from + 60)))?.[0].length ?? 0;
  start += lead;
  while (end > start && /[\s,;:—–.”"-]/.test(text[end - 1] ?? "")) end -= 1;
  return start < end ? { start, end } : null;
}
