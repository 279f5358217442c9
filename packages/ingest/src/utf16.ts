const CHUNK = 8192;

/**
 * Decodes UTF-16 unit by unit, keeping lone surrogates: the domain's normaliseText replaces and counts them (X2),
 * which TextDecoder would have done without saying how many. The caller has checked that the length is even.
 */
export function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(CHUNK);
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK * 2) {
    const count = Math.min(CHUNK, (bytes.length - at) / 2);
    for (let index = 0; index < count; index += 1) units[index] = view.getUint16(at + index * 2, littleEndian);
    text += String.fromCharCode(...units.subarray(0, count));
  }
  return text;
}
