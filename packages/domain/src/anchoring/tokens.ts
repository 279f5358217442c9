/**
 * A text cut into words, runs of white space and single other characters. Scripts that are written without spaces are
 * cut into characters, so that one changed character does not change the whole clause.
 */
export const WORD = 1;
export const SPACE = 2;
export const SINGLE = 3;
/** A character that counts as a word by itself. */
export const IDEOGRAPH = 4;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** By UTF-16 unit; filled as units are met, 0 being unknown. */
const kinds = new Uint8Array(0x10000);

export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return kinds[unit] || (kinds[unit] = classify(String.fromCharCode(unit)));
}

function classify(char: string): number {
  if (/\s/.test(char)) return SPACE;
  if (UNSPACED.test(char)) return IDEOGRAPH;
  return /[\p{L}\p{N}\p{M}]/u.test(char) ? WORD : SINGLE;
}

/** Where the token that starts at `at` ends. */
export function tokenEnd(text: string, at: number, to: number): number {
  const kind = kindAt(text, at);
  let end = at + 1;
  if (kind === SINGLE) return end < to && isPair(text, end) ? end + 1 : end;
  if (kind === IDEOGRAPH) return end;
  while (end < to) {
    if (kindAt(text, end) !== kind && !(kind === WORD && end + 1 < to && joinsWords(text, end))) break;
    end += 1;
  }
  return end;
}

/** The apostrophe of “don't”, the point of “3.5”, the comma of “1,000”. */
function joinsWords(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === 0x27 || unit === 0x2019) return kindAt(text, at + 1) === WORD;
  if (unit !== 0x2e && unit !== 0x2c) return false;
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isPair(text: string, low: number): boolean {
  return (text.charCodeAt(low) & 0xfc00) === 0xdc00 && (text.charCodeAt(low - 1) & 0xfc00) === 0xd800;
}

/** May a cut be made here: not inside a word or number, not inside a surrogate pair. */
export function isTokenBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = kindAt(text, at - 1);
  const after = kindAt(text, at);
  if (before === WORD) return after !== WORD && !(after === SINGLE && at + 1 < text.length && joinsWords(text, at));
  if (after === WORD && before === SINGLE) return !(at > 1 && kindAt(text, at - 2) === WORD && joinsWords(text, at - 1));
  return !isPair(text, at);
}

export function splitTokens(text: string, from = 0, to = text.length): string[] {
  const tokens: string[] = [];
  for (let at = from; at < to; ) {
    const end = tokenEnd(text, at, to);
    tokens.push(text.slice(at, end));
    at = end;
  }
  return tokens;
}
