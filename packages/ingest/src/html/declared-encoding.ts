/** Where a page has to say it; the standard asks for the first 1,024 bytes, and browsers are more patient. */
const WINDOW = 4_096;
const META = /<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w:-]{2,40})/iu;

/** The encoding that a page names in its head, by its name in the Encoding Standard; null where it names none. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, WINDOW)).toString("latin1");
  const label = META.exec(head)?.[1];
  if (label === undefined) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
