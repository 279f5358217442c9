export interface HiddenCharacter {
  /** UTF-16 offset. */
  offset: number;
  name: string;
}

const NAMES: Record<number, string> = {
  0xad: "soft hyphen",
  0x34f: "combining grapheme joiner",
  0x61c: "Arabic letter mark",
  0x115f: "Hangul filler",
  0x1160: "Hangul filler",
  0x180e: "Mongolian vowel separator",
  0x200b: "zero-width space",
  0x200c: "zero-width non-joiner",
  0x200d: "zero-width joiner",
  0x200e: "left-to-right mark",
  0x200f: "right-to-left mark",
  0x202a: "left-to-right embedding",
  0x202b: "right-to-left embedding",
  0x202c: "pop directional formatting",
  0x202d: "left-to-right override",
  0x202e: "right-to-left override",
  0x2060: "word joiner",
  0x2061: "invisible function application",
  0x2062: "invisible times",
  0x2063: "invisible separator",
  0x2064: "invisible plus",
  0x2066: "left-to-right isolate",
  0x2067: "right-to-left isolate",
  0x2068: "first strong isolate",
  0x2069: "pop directional isolate",
  0x3164: "Hangul filler",
  0xfeff: "zero-width no-break space",
  0xffa0: "Hangul filler",
};

const HIDDEN = new RegExp(
  `[${Object.keys(NAMES)
    .map((code) => `\\u{${Number(code).toString(16)}}`)
    .join("")}\\u{E0001}\\u{E0020}-\\u{E007F}]`,
  "gu",
);

/** Joiners that spell: inside an emoji, or between two letters or marks of a script that joins its letters. */
const JOINED_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;
const JOINED_AFTER = /^\p{Extended_Pictographic}/u;
const JOINING_SCRIPTS =
  "Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer " +
  "Myanmar";
const SPELLED = new RegExp(`[${JOINING_SCRIPTS.replace(/(\w+) ?/g, "\\p{Script=$1}")}]$`, "u");

/** A flag such as Scotland's: a black flag, then tag characters up to the cancel tag. */
const FLAG_TAIL = /\u{1F3F4}[\u{E0020}-\u{E007E}]*$/u;

/**
 * Characters that change how a text reads or compares without being seen, so that the import can warn. Joiners that
 * belong to the spelling are left out. Capped, because a warning needs the first few and a hostile file has millions.
 */
export function describeHiddenCharacters(text: string, limit = 1000): HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  for (const match of text.matchAll(HIDDEN)) {
    if (found.length >= limit) break;
    const offset = match.index;
    const code = match[0].codePointAt(0) ?? 0;
    if (belongsToSpelling(text, offset, code)) continue;
    found.push({ offset, name: NAMES[code] ?? "tag character" });
  }
  return found;
}

function belongsToSpelling(text: string, offset: number, code: number): boolean {
  const before = text.slice(Math.max(0, offset - 16), offset);
  const after = text.slice(offset + 1, offset + 3);
  if (code === 0x200d && JOINED_BEFORE.test(before) && JOINED_AFTER.test(after)) return true;
  if (code === 0x200c || code === 0x200d) return SPELLED.test(before);
  return code >= 0xe0020 && FLAG_TAIL.test(before);
}
