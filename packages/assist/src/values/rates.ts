import { ROUGH_RATES, type Rates } from "./compare-values.ts";
import { readNumber } from "./numbers.ts";
import { tokenize } from "./tokens.ts";
import { currencyNamed } from "./units.ts";

/**
 * The rates that the sources of a case print: "4.3 crowns to the euro", "€1.15 to the pound". Every other currency keeps
 * a rough one, or none.
 */
export function ratesOf(texts: readonly string[]): Rates {
  const rates = new Map(ROUGH_RATES);
  for (const text of texts) {
    const tokens = tokenize(text);
    for (let index = 0; index < tokens.length; index += 1) {
      const to = tokens[index + 1]?.lower === "the" ? index + 2 : -1;
      const base =
        to < 0 || !/^(to|per)$/.test(tokens[index]?.lower ?? "") ? undefined : currencyNamed(tokens[to]?.lower ?? "");
      if (base === undefined || base === "local") continue;
      const rate = rateBefore(tokens, index);
      const perEuro = rates.get(base);
      if (rate && perEuro !== undefined && rate.unit !== base) rates.set(rate.unit, rate.amount * perEuro);
    }
  }
  return rates;
}

/** The amount that ends in front of "to the euro": "4.3 zlots", "€1.15", "eleven krona twenty". */
function rateBefore(tokens: ReturnType<typeof tokenize>, end: number): { unit: string; amount: number } | null {
  for (let from = Math.max(0, end - 8); from < end; from += 1) {
    const number = readNumber(tokens, from);
    if (!number) continue;
    if (number.next === end) {
      const unit = currencyNamed(tokens[from - 1]?.lower ?? "");
      if (unit !== undefined) return { unit, amount: number.value };
    }
    const unit = currencyNamed(tokens[number.next]?.lower ?? "");
    if (unit === undefined) continue;
    if (number.next + 1 === end) return { unit, amount: number.value };
    const cents = readNumber(tokens, number.next + 1);
    if (cents?.next === end && cents.value < 100) return { unit, amount: number.value + cents.value / 100 };
  }
  return null;
}
