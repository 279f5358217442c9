/** Who reads a desk's cases: the built-in reader alone, or with it a model at an address or in the server's folder. */
export const READERS = ["built-in", "endpoint", "local"] as const;
export type ReaderKind = (typeof READERS)[number];
