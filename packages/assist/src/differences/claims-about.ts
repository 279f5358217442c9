import { groupBy } from "./group-by.ts";
import type { CaseReading } from "../judge/reading.ts";
import type { Difference, SourcePassage } from "../suggestion.ts";
import type { Value } from "../values/value.ts";
import type { ReadCell, ReadClaim } from "./claim-evidence.ts";
import type { Clause } from "./clause.ts";
import type { ReadToken } from "./read-token.ts";
import { closeness } from "./closeness.ts";
import type { WeighedDifference } from "./difference.ts";
import { sameName } from "./names.ts";
import { mentions } from "./oppositions.ts";
import { rolesOf } from "./roles.ts";
import { valuePairs } from "./value-differences.ts";

/** A source that hardly speaks of the claim has no words of it. */
const SPEAKS = 0.5;
/** A value that the claim does not give is still of the same thing from here on, by the words around and by how near it lies. */
const KIN = 0.3;
const NEAR = 0.5;
/** So much of a quotation's words makes it the claim's. */
const QUOTED = 0.5;
/** A whole clause has words of many claims: that it is about one is known from how it was weighed. */
const FEW_WORDS = 5;

/**
 * Which claims a difference between sources is about: those whose own values, verb, office or quotation it lies on. Others
 * may have the same sentences for their evidence, and there it only differs near by.
 */
export function claimsAbout(reading: CaseReading, claims: readonly ReadClaim[]): (one: WeighedDifference) => string[] {
  const asked = claims.map(({ id, text, cells }) => ({ id, clause: reading.claim({ id, text }), cells: groupBy(cells, ({ source }) => source) }));
  return (one) => {
    const sides = [sideOf(reading, one.a), sideOf(reading, one.b)];
    return asked.flatMap(({ id, clause, cells }) => {
      if (one.decides?.includes(id)) return [id];
      const touched = sides.filter((side) => side !== null && cells.get(side.span.source)?.some((cell) => isTouched(cell, side.span)));
      return isAbout(reading, clause, one.type, touched as Side[]) ? [id] : [];
    });
  };
}

export interface Side {
  span: SourcePassage;
  sentence: Clause;
}

/** Where a span stands, with its sentence; null where nothing was read. */
export function sideOf(reading: CaseReading, span: SourcePassage): Side | null {
  const passage = reading.index.passageAt(reading.index.numberOf(span.source), span.start);
  return passage === undefined ? null : { span, sentence: reading.sentence(passage) };
}

const isTouched = ({ present, passages }: ReadCell, { start, end }: SourcePassage): boolean =>
  present >= SPEAKS && passages.some((passage) => passage.start < end && start < passage.end);

/**
 * A value is the claim's where either source gives it in the claim's own passage: what the other gives for it may stand
 * anywhere. Words have to stand in both sources' passages, since the same ones are said of many things.
 */
function isAbout(reading: CaseReading, claim: Clause, type: Difference["type"], sides: readonly Side[]): boolean {
  if (type === "number" || type === "date" || type === "duration") return sides.some((side) => givesSame(reading, claim, side));
  if (sides.length < 2) return false;
  if (type === "role") return sides.some((side) => namesOffice(claim, side));
  if (type === "quote") return sides.some((side) => quotes(claim, side));
  return sides.some((side) => saysWords(claim, side));
}

function givesSame({ context }: CaseReading, claim: Clause, { span, sentence }: Side): boolean {
  if (claim.values.length === 0) return false;
  const isIt = (value: Value): boolean => value.start === span.start && value.end === span.end;
  return valuePairs(claim, sentence, context).some(
    ({ a, b, relation, kin }) => isIt(b) && (relation !== "conflict" || (kin >= KIN && closeness(a, b) >= NEAR)),
  );
}

/** The claim gives the same person an office: else it only speaks of them. */
function namesOffice(claim: Clause, { span, sentence }: Side): boolean {
  const role = rolesOf(sentence).find(({ from, to }) => within(sentence.tokens.slice(from, to), sentence, span).length > 0);
  return role !== undefined && rolesOf(claim).some(({ name }) => sameName(name, role.name));
}

function quotes(claim: Clause, { span, sentence }: Side): boolean {
  const words = within(sentence.tokens, sentence, span).filter(({ content }) => content);
  return words.length > 0 && words.filter(({ stem }) => claim.stems.has(stem)).length >= QUOTED * words.length;
}

/** Of the words that differ one that is no name stands in the claim, or it takes a side of the same matter. */
function saysWords(claim: Clause, { span, sentence }: Side): boolean {
  const words = within(sentence.tokens, sentence, span);
  if (words.filter(({ content }) => content).length > FEW_WORDS) return false;
  if (words.some(({ content, name, stem }) => content && !name && claim.stems.has(stem))) return true;
  const matters = new Set(mentions(claim.tokens).map(({ matter }) => matter));
  return mentions(words).some(({ matter }) => matters.has(matter));
}

const within = (tokens: readonly ReadToken[], { start }: Clause, span: SourcePassage): readonly ReadToken[] =>
  tokens.filter((token) => start + token.start < span.end && span.start < start + token.end);
