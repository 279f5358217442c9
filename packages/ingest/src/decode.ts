import { refuse } from "@assay/domain";
import type { Outcome } from "@assay/domain";
import type { IngestInput } from "./ingested.ts";
import { looksBinary, looksLikeBareUtf16, signatureOf } from "./binary.ts";
import { decodeUtf16 } from "./utf16.ts";
import { firstInvalidUtf8 } from "./utf8.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

export type Decoded = Outcome<{ raw: string; encoding: string }>;

/**
 * Bytes to a string. The encoding is proved (a byte order mark, or bytes that are well-formed UTF-8), chosen by a person,
 * or `declared` by the file itself; it is never guessed, because a wrong guess alters the words that a judgement rests on.
 */
export function decode(input: Pick<IngestInput, "bytes" | "encoding">, declared: string | null = null): Decoded {
  const { bytes } = input;
  const signature = signatureOf(bytes);
  if (signature !== null) return refuse("binary", `This is ${signature}, not a text file. Paste its text instead.`);
  const decoded = read(bytes, input.encoding, declared);
  if (decoded.ok && looksBinary(decoded.raw)) {
    return refuse("binary", "This file is binary data, not text, whatever its name says. Paste the text instead.");
  }
  return decoded;
}

function read(bytes: Uint8Array, chosen: "windows-1252" | undefined, declared: string | null): Decoded {
  const mark = utf16Mark(bytes);
  if (mark !== null) {
    if (bytes.length % 2 === 1) {
      return refuse(
        "encoding",
        "This UTF-16 file ends in the middle of a character. It was cut short: fetch it again.",
      );
    }
    return { ok: true, raw: decodeUtf16(bytes.subarray(2), mark === "utf-16le"), encoding: mark };
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) return refuseNul(bytes, nul);
  if (chosen === "windows-1252") return { ok: true, raw: decodeWindows1252(bytes), encoding: chosen };
  if (declared !== null && SHIFTED.has(declared)) return asDeclared(bytes, declared);
  const invalid = firstInvalidUtf8(bytes);
  if (invalid !== -1 && declared !== null && declared !== "utf-8") return asDeclared(bytes, declared);
  if (invalid !== -1) {
    return refuse(
      "encoding",
      `This file is not valid UTF-8: the byte at offset ${invalid} (0x${hex(bytes[invalid])}) does not fit. ` +
        "Save it as UTF-8 and add it again, or read it as windows-1252 if it comes from an older Windows program.",
    );
  }
  // Well-formed by now, so nothing is replaced here; ignoreBOM false drops the mark.
  return { ok: true, raw: new TextDecoder("utf-8").decode(bytes), encoding: "utf-8" };
}

/** All its bytes are ASCII, and so well-formed UTF-8 that says something else. */
const SHIFTED = new Set(["iso-2022-jp"]);

function asDeclared(bytes: Uint8Array, encoding: string): Decoded {
  // Node's own decoder takes 0x80 to 0x9F of it for control characters.
  if (encoding === "windows-1252") return { ok: true, raw: decodeWindows1252(bytes), encoding };
  try {
    return { ok: true, raw: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return refuse(
      "encoding",
      `This file says that its encoding is ${encoding}, and it is not: some of its bytes do not fit. Save it as UTF-8 and add it again.`,
    );
  }
}

function refuseNul(bytes: Uint8Array, offset: number): Decoded {
  if (looksLikeBareUtf16(bytes)) {
    return refuse("encoding", "This looks like UTF-16 without a byte order mark. Save it as UTF-8 and add it again.");
  }
  return refuse("X2", `This file holds a NUL byte at offset ${offset}, which no text does. Paste the text instead.`);
}

function utf16Mark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function hex(byte: number | undefined): string {
  return (byte ?? 0).toString(16).toUpperCase().padStart(2, "0");
}
