import { shippedFile } from "../shipped/shipped-file.ts";
import { WordVectors } from "./word-vectors.ts";

let loaded: WordVectors | null = null;

/** The shipped vectors, read once a process (some 25 ms). */
export function loadVectors(): WordVectors {
  if (loaded === null) {
    const words = shippedFile("words.txt").toString("utf8").trimEnd().split("\n");
    const bytes = shippedFile("vectors.bin");
    loaded = new WordVectors(words, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  }
  return loaded;
}
