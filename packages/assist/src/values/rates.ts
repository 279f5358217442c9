import { ROUGH_RATES, type Rates } from "./compare-values.ts";
import { readNumber } from "./numbers.ts";
import { type Token, tokenize } from "./tokens.ts";
import { currencyNamed } from "./units.ts";

interface Amount {
  unit: string;
  amount: number;
  next: number;
}

/** How far in front of "at 24.0 to the euro" the money may be named. */
const REACH = 12;
/** Words that an amount in brackets may begin with. */
const HEDGE = /^(?:about|around|roughly|some|nearly|almost|over|or|at)$/;

/**
 * The rates that the sources of a case print: "4.3 crowns to the euro", "€1.15 to the pound", "a pound buys 1.5 florins",
 * "the crown was little changed at 24.0 to the euro", "74 doblas ($10.75)". Every other currency keeps a rough one, or none.
 */
export function ratesOf(texts: readonly string[]): Rates {
  const said = new Map<string, number>();
  const implied = new Map<string, number>();
  for (const text of texts) {
    const tokens = tokenize(text);
    for (let index = 0; index < tokens.length; index += 1) {
      const word = tokens[index]?.lower ?? "";
      if (word === "to" || word === "per") note(said, baseAfter(tokens, index), rateBefore(tokens, index) ?? rateOf(tokens, index));
      else if (word === "buys") note(said, baseBefore(tokens, index), amountAt(tokens, index + 1));
      else if (word === "(") imply(implied, amountBefore(tokens, index), amountAt(tokens, index + (HEDGE.test(tokens[index + 1]?.lower ?? "") ? 2 : 1)));
    }
  }
  return new Map([...ROUGH_RATES, ...implied, ...said]);
}

type Money = Omit<Amount, "next">;

function note(rates: Map<string, number>, base: string | undefined, rate: Money | null): void {
  const perEuro = base === undefined ? undefined : ROUGH_RATES.get(base);
  if (!rate || base === undefined || perEuro === undefined || rate.unit === base || rate.amount <= 0) return;
  if (rate.unit === "EUR") rates.set(base, 1 / rate.amount);
  else rates.set(rate.unit, rate.amount * perEuro);
}

/** The same sum in two currencies: the one that articles convert to stands on either side of the bracket. */
function imply(rates: Map<string, number>, a: Money | null, b: Money | null): void {
  if (!a || !b || a.unit === b.unit) return;
  const [own, known] = ROUGH_RATES.has(b.unit) ? [a, b] : [b, a];
  const perEuro = ROUGH_RATES.get(known.unit);
  if (perEuro !== undefined && !ROUGH_RATES.has(own.unit) && own.amount > 0 && known.amount > 0) rates.set(own.unit, (own.amount / known.amount) * perEuro);
}

/** "to the euro" */
function baseAfter(tokens: readonly Token[], index: number): string | undefined {
  const base = tokens[index + 1]?.lower === "the" ? currencyNamed(tokens[index + 2]?.lower ?? "") : undefined;
  return base === "local" ? undefined : base;
}

/** "a pound buys" */
function baseBefore(tokens: readonly Token[], index: number): string | undefined {
  return /^(?:a|one|the)$/.test(tokens[index - 2]?.lower ?? "") ? currencyNamed(tokens[index - 1]?.lower ?? "") : undefined;
}

/** An amount of money at a token: "4.3 zlots", "€1.15", "£1.4m". */
function amountAt(tokens: readonly Token[], from: number): Amount | null {
  const sign = tokens[from]?.kind === "number" ? undefined : currencyNamed(tokens[from]?.lower ?? "");
  const at = sign === undefined ? from : from + 1;
  const number = readNumber(tokens, at);
  if (!number) return null;
  const scale = tokens[number.next]?.start === tokens[number.next - 1]?.end ? ({ m: 1e6, k: 1e3, b: 1e9 }[tokens[number.next]?.lower ?? ""] ?? 1) : 1;
  const next = scale > 1 ? number.next + 1 : number.next;
  const amount = number.value * scale;
  if (sign !== undefined) return { unit: sign, amount, next };
  const unit = currencyNamed(tokens[next]?.lower ?? "");
  return unit === undefined ? null : { unit, amount, next: next + 1 };
}

/** The amount that ends in front of a token. */
function amountBefore(tokens: readonly Token[], end: number): Amount | null {
  for (let from = Math.max(0, end - 6); from < end; from += 1) {
    const amount = amountAt(tokens, from);
    if (amount?.next === end) return amount;
  }
  return null;
}

/** The amount that ends in front of "to the euro": "4.3 zlots", "€1.15", "eleven krona twenty". */
function rateBefore(tokens: readonly Token[], end: number): Money | null {
  for (let from = Math.max(0, end - 8); from < end; from += 1) {
    const amount = amountAt(tokens, from);
    if (!amount) continue;
    if (amount.next === end) return amount;
    const cents = readNumber(tokens, amount.next);
    if (cents?.next === end && cents.value < 100) return { unit: amount.unit, amount: amount.amount + cents.value / 100 };
  }
  return null;
}

/** "The crown was little changed at 24.0 to the euro": the number by itself, the money named before it in the sentence. */
function rateOf(tokens: readonly Token[], end: number): Money | null {
  for (let from = Math.max(0, end - 4); from < end; from += 1) {
    const number = readNumber(tokens, from);
    if (number?.next !== end) continue;
    for (let at = from - 1; at >= Math.max(0, from - REACH) && tokens[at]?.text !== "."; at -= 1) {
      const unit = currencyNamed(tokens[at]?.lower ?? "");
      if (unit !== undefined) return { unit, amount: number.value };
    }
    return null;
  }
  return null;
}
