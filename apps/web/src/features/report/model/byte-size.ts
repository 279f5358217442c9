/** The size of a text as a UTF-8 file, and in words a person reads. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** In groups of four, as the report prints it. */
export function hashGroups(sha256: string): string {
  return sha256.replace(/(.{4})(?=.)/g, "$1 ");
}
