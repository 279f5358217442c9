/** One object of a PDF: its words in Latin-1, and what follows them where it is a stream, packed as it was. */
export interface PdfObject {
  words: string;
  data: Uint8Array | null;
}

export interface PdfObjects {
  objects: Map<number, PdfObject>;
  trailer: string;
}

const STREAM = "\nstream\n";

/** The objects of a file that the typesetter wrote: one table of places, every stream with its length as a number. */
export function readObjects(file: Buffer): PdfObjects {
  const text = file.toString("latin1");
  const [, table = ""] = /startxref\n(\d+)\n%%EOF\s*$/u.exec(text.slice(-80)) ?? [];
  const [xref = "", trailer = ""] = text.slice(Number(table)).split("trailer\n", 2);
  const objects = new Map<number, PdfObject>();
  for (const [index, [, place]] of [...xref.matchAll(/(\d{10}) \d{5} [nf]/gu)].entries()) {
    if (index === 0) continue;
    const start = text.indexOf(" obj\n", Number(place)) + 5;
    objects.set(index, objectAt(text, file, start));
  }
  return { objects, trailer };
}

function objectAt(text: string, file: Buffer, start: number): PdfObject {
  const [, length] = /^<<\n {2}\/Length (\d+)\n/u.exec(text.slice(start, start + 40)) ?? [];
  if (length === undefined) return { words: wordsAt(file, start, text.indexOf("\nendobj", start)), data: null };
  const end = text.indexOf(STREAM, start);
  const data = end + STREAM.length;
  return { words: wordsAt(file, start, end), data: Uint8Array.prototype.slice.call(file, data, data + Number(length)) };
}

/** Read anew: a slice of the file's text would keep all of it in memory for as long as the object is there. */
function wordsAt(file: Buffer, start: number, end: number): string {
  return file.toString("latin1", start, end);
}

/**
 * Changes the words of an object outside its strings, and its strings by another rule: what somebody typed may look like
 * anything. A literal string holds pairs of brackets as they are, others behind a backslash.
 */
export function mapWords(
  words: string,
  outside: (words: string) => string,
  inside: (string: string, before: string) => string = (string) => string,
): string {
  let open = words.indexOf("(");
  if (open === -1) return outside(words);
  let made = "";
  let from = 0;
  while (open !== -1) {
    const before = words.slice(from, open);
    from = endOfString(words, open);
    made += outside(before) + inside(words.slice(open, from), before);
    open = words.indexOf("(", from);
  }
  return made + outside(words.slice(from));
}

function endOfString(words: string, open: number): number {
  let depth = 0;
  for (let at = open; at < words.length; at += 1) {
    const one = words[at];
    if (one === "\\") at += 1;
    else if (one === "(") depth += 1;
    else if (one === ")" && (depth -= 1) === 0) return at + 1;
  }
  return words.length;
}

/** Numbers of the objects that a value refers to: `[4 0 R 7 0 R]`. */
export function refsIn(words: string): number[] {
  return [...words.matchAll(/(\d+) 0 R/gu)].map(([, number]) => Number(number));
}

/** The object that a key of a dictionary leads to, where the dictionary's strings cannot hold the same words. */
export function refOf(words: string, key: string): number | null {
  const found = new RegExp(`/${key} (\\d+) 0 R`, "u").exec(words);
  return found === null ? null : Number(found[1]);
}
