import { deflateSync } from "node:zlib";
import type { PdfObject } from "./pdf-objects.ts";

/** How many objects are packed together: more make a smaller file, fewer let a reader get at one of them sooner. */
const TOGETHER = 200;

/**
 * A PDF 1.7 of numbered objects, the first of which has number 1. Everything but streams is packed: tags and links are
 * most of a long report, and say the same few words over and over. `id` is 32 hexadecimal digits.
 */
export function writePdf(objects: readonly PdfObject[], root: number, info: number, id: string): Uint8Array {
  const chunks: Uint8Array[] = [Buffer.from("%PDF-1.7\n%\x80\x80\x80\x80\n", "latin1")];
  let length = 0;
  for (const chunk of chunks) length += chunk.length;
  const push = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    length += chunk.length;
  };
  const places: Place[] = [{ kind: 0, at: 0, index: 65_535 }];
  const packed: { number: number; words: string }[] = [];
  const stream = (number: number, words: string, data: Uint8Array): void => {
    places[number] = { kind: 1, at: length, index: 0 };
    push(Buffer.from(`${number} 0 obj\n${words}\nstream\n`, "latin1"));
    push(data);
    push(Buffer.from("\nendstream\nendobj\n", "latin1"));
  };
  objects.forEach(({ words, data }, index) => {
    if (data === null) packed.push({ number: index + 1, words });
    else stream(index + 1, words, data);
  });
  let next = objects.length + 1;
  for (let first = 0; first < packed.length; first += TOGETHER) {
    const some = packed.slice(first, first + TOGETHER);
    some.forEach(({ number }, index) => {
      places[number] = { kind: 2, at: next, index };
    });
    const { words, data } = packedObjects(some);
    stream(next, words, data);
    next += 1;
  }
  const start = length;
  places[next] = { kind: 1, at: start, index: 0 };
  const table = deflateSync(tableOf(places));
  push(
    Buffer.from(
      `${next} 0 obj\n<</Type/XRef/Size ${places.length}/W[1 4 2]/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]` +
        `/Filter/FlateDecode/Length ${table.length}>>\nstream\n`,
      "latin1",
    ),
  );
  push(table);
  push(Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`, "latin1"));
  const file = Buffer.concat(chunks);
  return new Uint8Array(file.buffer, file.byteOffset, file.length);
}

interface Place {
  /** 0 free, 1 at a place in the file, 2 within the packed objects of number `at`. */
  kind: 0 | 1 | 2;
  at: number;
  index: number;
}

function packedObjects(some: readonly { number: number; words: string }[]): { words: string; data: Uint8Array } {
  let offset = 0;
  const head = some.map(({ number, words }) => {
    const entry = `${number} ${offset}`;
    offset += words.length + 1;
    return entry;
  });
  const first = `${head.join(" ")}\n`;
  const data = deflateSync(Buffer.from(first + some.map(({ words }) => words).join("\n"), "latin1"));
  const words = `<</Type/ObjStm/N ${some.length}/First ${first.length}/Filter/FlateDecode/Length ${data.length}>>`;
  return { words, data };
}

function tableOf(places: readonly Place[]): Buffer {
  const table = Buffer.alloc(places.length * 7);
  places.forEach(({ kind, at, index }, number) => {
    table.writeUInt8(kind, number * 7);
    table.writeUInt32BE(at, number * 7 + 1);
    table.writeUInt16BE(index, number * 7 + 5);
  });
  return table;
}
