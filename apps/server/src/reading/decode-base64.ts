/** Null unless it is base64 from the first character to the last: Node drops what is not without a word. */
export function decodeBase64(base64: string): Uint8Array<ArrayBuffer> | null {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.toString("base64") !== base64) return null;
  // Small buffers share a pool, which cannot move to another thread.
  return new Uint8Array(bytes);
}
