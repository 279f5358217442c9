const SIGNATURES: readonly [bytes: readonly number[], what: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], "a zip archive, such as a DOCX or ODT document"],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], "a PDF"],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "an old Office document"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "an RTF document"],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], "a PNG picture"],
  [[0xff, 0xd8, 0xff], "a JPEG picture"],
  [[0x47, 0x49, 0x46, 0x38, 0x37, 0x61], "a GIF picture"],
  [[0x47, 0x49, 0x46, 0x38, 0x39, 0x61], "a GIF picture"],
  [[0x1f, 0x8b], "a gzip archive"],
  [[0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], "a 7z archive"],
  [[0x7f, 0x45, 0x4c, 0x46], "a program"],
  [[0x49, 0x44, 0x33], "an MP3 recording"],
  [[0x4f, 0x67, 0x67, 0x53, 0x00], "an Ogg recording"],
];

/** What the first bytes give the file away as, whatever its name says; null when they say nothing. */
export function signatureOf(bytes: Uint8Array): string | null {
  for (const [signature, what] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) return what;
  }
  return null;
}

/** NUL bytes at every second place: UTF-16 that lost its byte order mark. */
export function looksLikeBareUtf16(bytes: Uint8Array): boolean {
  const size = Math.min(bytes.length & ~1, 4096);
  if (size < 4) return false;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < size; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const half = size / 2;
  return (even === 0 && odd * 10 >= half * 4) || (odd === 0 && even * 10 >= half * 4);
}

/**
 * Text may hold a stray control character (an end-of-file mark, a page feed); a binary file is full of them. The line
 * is drawn at two of them and one in two hundred, so that a single stray one never costs a desk its source.
 */
export function looksBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if ((unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0c && unit !== 0x0d) || unit === 0x7f)
      controls += 1;
  }
  return controls >= 2 && controls * 200 >= text.length;
}
