/**
 * The offset of the first byte that is not well-formed UTF-8, or -1. Follows the Unicode table of well-formed
 * sequences: overlong forms, encoded surrogates and anything above U+10FFFF are malformed. A cut sequence is reported
 * at its first byte.
 */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  const size = bytes.length;
  let at = 0;
  while (at < size) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceLength(lead);
    if (length === 0 || at + length > size) return at;
    const second = bytes[at + 1] as number;
    const [low, high] = secondByteRange(lead);
    if (second < low || second > high) return at;
    for (let next = at + 2; next < at + length; next += 1) {
      if (((bytes[next] as number) & 0xc0) !== 0x80) return at;
    }
    at += length;
  }
  return -1;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

function secondByteRange(lead: number): [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
