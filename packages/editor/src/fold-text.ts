/** A text made comparable, with the way back: unit `i` of `text` came from the source's units `from[i]` until `to[i]`. */
export interface FoldedText {
  text: string;
  from: Uint32Array;
  to: Uint32Array;
}

/** What is told apart all the same; kinds of white space never are. */
export interface FoldOptions {
  keepCase?: boolean;
  /** Accents, and the kinds of quotation mark and hyphen. */
  keepAccents?: boolean;
  /** Everything but white space stays as it is, letter by letter. */
  asWritten?: boolean;
}

/** Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs, soft hyphen: written or left out at will. */
const DROPPED = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u00ad]/u;
const SPACE = /\s/u;
const SAME_SIGN = new Map([
  ["\u2018", "'"],
  ["\u2019", "'"],
  ["\u02bc", "'"],
  ["\u201c", '"'],
  ["\u201d", '"'],
  ["\u2010", "-"],
  ["\u2011", "-"],
]);

/**
 * Folds case, accents, kinds of quotation mark and runs of white space. Upper case before lower makes ß equal to ss and
 * the final sigma equal to the other one.
 */
export function foldText(source: string, options: FoldOptions = {}): FoldedText {
  const { keepCase = false, keepAccents = false, asWritten = false } = options;
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let inSpace = false;
  const push = (folded: string, start: number, end: number): void => {
    parts.push(folded);
    for (let i = 0; i < folded.length; i++) {
      from.push(start);
      to.push(end);
    }
  };
  for (let at = 0; at < source.length; ) {
    const code = source.codePointAt(at)!;
    const next = at + (code > 0xffff ? 2 : 1);
    const character = source.slice(at, next);
    if (code === 0x20 || (code < 0x21 ? SPACE.test(character) : code > 0x7f && SPACE.test(character))) {
      if (inSpace) to[to.length - 1] = next;
      else push(" ", at, next);
      inSpace = true;
    } else {
      inSpace = false;
      if (asWritten) push(character, at, next);
      else if (code >= 0x80) push(foldCharacter(character, keepCase, keepAccents), at, next);
      else push(keepCase ? character : foldAscii(code, character), at, next);
    }
    at = next;
  }
  return { text: parts.join(""), from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

/** A pattern's own accents and signs, so that it fits a text folded in the same way. */
export function foldPatternAccents(pattern: string): string {
  let folded = "";
  for (const character of pattern) folded += character < "\u0080" ? character : foldCharacter(character, true, false);
  return folded;
}

function foldAscii(code: number, character: string): string {
  return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : character;
}

function foldCharacter(character: string, keepCase: boolean, keepAccents: boolean): string {
  const sign = keepAccents ? undefined : SAME_SIGN.get(character);
  if (sign !== undefined) return sign;
  const decomposed = character.normalize("NFD");
  const cased = keepCase ? decomposed : decomposed.toUpperCase().toLowerCase().normalize("NFD");
  if (keepAccents) return cased;
  let folded = "";
  for (const part of cased) if (!DROPPED.test(part)) folded += part;
  return folded;
}
