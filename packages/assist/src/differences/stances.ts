import { kept } from "../memo/kept.ts";
import type { Clause } from "./clause.ts";
import { type Mention, SIDES, mentions } from "./oppositions.ts";
import { isTurnOfPhrase } from "./polarity-differences.ts";
import { denied } from "./polarity.ts";

/** A side of a matter that a clause takes, or denies. */
export interface Stance extends Mention {
  not: boolean;
}

/** A phrase of so many words ("found no trace of") has its own "not". */
const PHRASE = 3;

const stancesOf = kept((clause: Clause): readonly Stance[] =>
  mentions(clause.tokens).flatMap((one) => {
    if (one.end - one.at === 1 && isTurnOfPhrase(clause.tokens, one.at)) return [];
    return [{ ...one, not: one.end - one.at < PHRASE && denied(clause.negations, one.at) !== null }];
  }),
);

/** 1 where two stances say one thing, -1 where both cannot hold, 0 where they are of two matters or leave room. */
function relation(x: Stance, y: Stance): -1 | 0 | 1 {
  if (x.matter !== y.matter) return 0;
  if (x.side === y.side) return x.not === y.not ? 1 : -1;
  if (!x.not && !y.not) return -1;
  return x.not !== y.not && SIDES[x.matter] === 2 ? 1 : 0;
}

export interface Stances {
  /** The two agree on a matter. */
  agree: boolean;
  /** Where they are on two sides of one on which they agree nowhere. */
  apart: { a: Stance; b: Stance } | null;
}

/** A clause may speak of both sides ("two were killed, 31 survived"): where any of it agrees, nothing is set against it. */
export function compareStances(a: Clause, b: Clause): Stances {
  let agree = false;
  let apart: Stances["apart"] = null;
  const others = stancesOf(b);
  for (const x of others.length === 0 ? [] : stancesOf(a)) {
    let against: Stance | null = null;
    let agreed = false;
    for (const y of others) {
      const stands = relation(x, y);
      if (stands > 0) agreed = true;
      else if (stands < 0) against ??= y;
    }
    if (agreed) agree = true;
    else if (against) apart ??= { a: x, b: against };
  }
  return { agree, apart };
}
