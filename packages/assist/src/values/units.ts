import type { Dimension } from "./value.ts";

export interface Unit {
  dimension: Dimension;
  unit: string;
  factor: number;
}

const TABLE: [Dimension, string, number, string][] = [
  ["length", "mm", 0.001, "mm millimetre millimeter"],
  ["length", "cm", 0.01, "cm centimetre centimeter"],
  ["length", "m", 1, "m metre meter"],
  ["length", "km", 1000, "km kilometre kilometer"],
  ["length", "in", 0.0254, "inch inches"],
  ["length", "ft", 0.3048, "ft foot feet"],
  ["length", "yd", 0.9144, "yard yd"],
  ["length", "mi", 1609.344, "mile mi"],
  ["length", "nmi", 1852, "nautical-mile"],
  ["mass", "g", 0.001, "gram gramme g"],
  ["mass", "kg", 1, "kg kilo kilogram kilogramme"],
  ["mass", "t", 1000, "tonne ton"],
  ["mass", "oz", 0.02835, "ounce oz"],
  ["mass", "lb", 0.4536, "lb lbs"],
  ["volume", "l", 0.001, "litre liter"],
  ["volume", "gal", 0.003785, "gallon"],
  ["volume", "bbl", 0.158987, "barrel"],
  ["area", "ha", 1e4, "hectare ha"],
  ["area", "ac", 4046.86, "acre"],
  ["speed", "km/h", 1 / 3.6, "kph kmh"],
  ["speed", "mph", 0.44704, "mph"],
  ["speed", "kn", 0.514444, "knot"],
  ["power", "kW", 1e3, "kw kilowatt"],
  ["power", "MW", 1e6, "mw megawatt"],
  ["power", "GW", 1e9, "gw gigawatt"],
  ["duration", "second", 1, "second sec"],
  ["duration", "minute", 60, "minute min mins"],
  ["duration", "hour", 3600, "hour hr hrs"],
  ["duration", "day", 86400, "day"],
  ["duration", "night", 86400, "night"],
  ["duration", "week", 604800, "week"],
  ["duration", "fortnight", 1209600, "fortnight"],
  ["duration", "month", 2629800, "month"],
  ["duration", "year", 31557600, "year yr yrs"],
  ["duration", "decade", 315576000, "decade"],
  ["duration", "century", 3155760000, "century centuries"],
];

const UNITS = new Map<string, Unit>();
for (const [dimension, unit, factor, names] of TABLE) {
  for (const name of names.split(" ")) {
    UNITS.set(name, { dimension, unit, factor });
    if (name.length > 2) UNITS.set(`${name}s`, { dimension, unit, factor });
  }
}

/** "km/h", "miles an hour", "square metres", "cubic feet" and the plain units; `word` is folded. */
export const unitNamed = (word: string): Unit | undefined => UNITS.get(word);

export function powerOf(unit: Unit, power: 2 | 3): Unit {
  const name = power === 2 ? `${unit.unit}²` : `${unit.unit}³`;
  return { dimension: power === 2 ? "area" : "volume", unit: name, factor: unit.factor ** power };
}

/** Currencies that articles convert to; every other one is named by its own word. */
const CURRENCIES: Record<string, string> = {
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  "£": "GBP",
  gbp: "GBP",
  pound: "GBP",
  pounds: "GBP",
  sterling: "GBP",
  $: "USD",
  usd: "USD",
  dollar: "USD",
  dollars: "USD",
  "¥": "JPY",
  jpy: "JPY",
  yen: "JPY",
  chf: "CHF",
  franc: "CHF",
  francs: "CHF",
  yuan: "CNY",
  cny: "CNY",
  rupee: "INR",
  rupees: "INR",
  "₹": "INR",
};

/** Names that several countries share. Within one case they are taken for the country's own money. */
const LOCAL =
  /^(crown|krona|kronor|krone|kroner|kroon|koruna|mark|markka|florin|thaler|taler|peso|real|reais|rand|won|zloty|zlot|lira|lire|dinar|dirham|shilling|schilling|rouble|ruble|hryvnia|leu|lei|lev|forint|dobla|ducat|guilder|gulden|drachma|escudo|peseta|riyal|rial|baht|ringgit|rupiah|naira|cedi|birr|kuna|denar|lek|lari|dram|manat|tenge|som|taka)s?$/;

export function currencyNamed(word: string): string | undefined {
  return CURRENCIES[word] ?? (LOCAL.test(word) ? "local" : undefined);
}

const CODE = /^[A-Z]{3}$/;

/** A code before a number ("NOK 400") that is no major currency is the country's own money. */
export function currencyCode(text: string): string | undefined {
  return CURRENCIES[text.toLowerCase()] ?? (CODE.test(text) ? "local" : undefined);
}
