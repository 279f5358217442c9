/** The size of a text as a UTF-8 file, and in words a person reads. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Of a file as the server sent it: as text, or as base64 of its bytes. */
export function fileLength({ body, encoding }: { body: string; encoding: "utf8" | "base64" }): number {
  if (encoding === "utf8") return byteLength(body);
  const padding = body.endsWith("==") ? 2 : body.endsWith("=") ? 1 : 0;
  return (body.length / 4) * 3 - padding;
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
