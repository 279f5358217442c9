/**
 * 0x80–0x9F of windows-1252 as the WHATWG Encoding Standard maps them; every other byte is its own code point.
 * Written out because some Node releases decode this label as Latin-1, which turns curly quotes into control
 * characters.
 */
const HIGH_CONTROLS =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

const CHUNK = 8192;

export function decodeWindows1252(bytes: Uint8Array): string {
  let text = "";
  const units = new Uint16Array(CHUNK);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const count = Math.min(CHUNK, bytes.length - at);
    for (let index = 0; index < count; index += 1) {
      const byte = bytes[at + index] as number;
      units[index] = byte >= 0x80 && byte <= 0x9f ? HIGH_CONTROLS.charCodeAt(byte - 0x80) : byte;
    }
    text += String.fromCharCode(...units.subarray(0, count));
  }
  return text;
}
