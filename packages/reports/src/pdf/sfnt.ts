import { inflateSync } from "node:zlib";

interface Table {
  tag: string;
  data: Buffer;
}

const HEAD = 12;
const ENTRY = 16;
const WOFF_HEAD = 44;
const WOFF_ENTRY = 20;

/**
 * A font file as the typesetter takes it, OpenType without wrapping, under a family name of our own: a font of the same
 * name on the machine can then never take its place, and a report is set alike everywhere.
 */
export function namedSfnt(file: Buffer, family: string): Buffer {
  const isWoff = file.toString("latin1", 0, 4) === "wOFF";
  const flavour = file.subarray(isWoff ? 4 : 0, isWoff ? 8 : 4);
  const tables = (isWoff ? woffTables(file) : sfntTables(file)).map((table) =>
    table.tag === "name" ? { tag: "name", data: nameTable(family) } : table,
  );
  return assemble(flavour, tables);
}

/** Every code point for which the font has a glyph of its own. */
export function codePointsOf(sfnt: Buffer): Set<number> {
  const cmap = sfntTables(sfnt).find(({ tag }) => tag === "cmap")?.data;
  const found = new Set<number>();
  if (cmap === undefined) return found;
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(8 + index * 8);
    const format = cmap.readUInt16BE(at);
    if (format === 12) readGroups(cmap, at, found);
    else if (format === 4) readSegments(cmap, at, found);
  }
  return found;
}

function readGroups(cmap: Buffer, at: number, found: Set<number>): void {
  for (let group = 0; group < cmap.readUInt32BE(at + 12); group += 1) {
    const start = at + 16 + group * 12;
    const end = cmap.readUInt32BE(start + 4);
    for (let code = cmap.readUInt32BE(start); code <= end; code += 1) found.add(code);
  }
}

function readSegments(cmap: Buffer, at: number, found: Set<number>): void {
  const width = cmap.readUInt16BE(at + 6);
  for (let index = 0; index < width; index += 2) {
    const end = cmap.readUInt16BE(at + 14 + index);
    const start = cmap.readUInt16BE(at + 16 + width + index);
    const delta = cmap.readUInt16BE(at + 16 + width * 2 + index);
    const offsetAt = at + 16 + width * 3 + index;
    const offset = cmap.readUInt16BE(offsetAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = offset === 0 ? (code + delta) & 0xffff : cmap.readUInt16BE(offsetAt + offset + (code - start) * 2);
      if (glyph !== 0) found.add(code);
    }
  }
}

function woffTables(file: Buffer): Table[] {
  return Array.from({ length: file.readUInt16BE(12) }, (_, index) => {
    const at = WOFF_HEAD + index * WOFF_ENTRY;
    const [offset, packed, size] = [4, 8, 12].map((field) => file.readUInt32BE(at + field)) as [number, number, number];
    const data = file.subarray(offset, offset + packed);
    return { tag: file.toString("latin1", at, at + 4), data: packed < size ? inflateSync(data) : data };
  });
}

function sfntTables(file: Buffer): Table[] {
  return Array.from({ length: file.readUInt16BE(4) }, (_, index) => {
    const at = HEAD + index * ENTRY;
    const offset = file.readUInt32BE(at + 8);
    const data = file.subarray(offset, offset + file.readUInt32BE(at + 12));
    return { tag: file.toString("latin1", at, at + 4), data };
  });
}

/** Family, full and PostScript name, for Windows, English: all that a reader of fonts asks for. */
function nameTable(family: string): Buffer {
  const ids = [1, 4, 6];
  const words = Buffer.from(family, "utf16le").swap16();
  const table = Buffer.alloc(6 + ids.length * 12 + words.length);
  table.writeUInt16BE(ids.length, 2);
  table.writeUInt16BE(6 + ids.length * 12, 4);
  ids.forEach((id, index) => {
    [3, 1, 0x409, id, words.length, 0].forEach((value, field) => {
      table.writeUInt16BE(value, 6 + index * 12 + field * 2);
    });
  });
  words.copy(table, 6 + ids.length * 12);
  return table;
}

/** Checksums are left at nought: nothing that reads these bytes looks at them, and none of them leaves as a file. */
function assemble(flavour: Buffer, tables: readonly Table[]): Buffer {
  const padded = (size: number): number => (size + 3) & ~3;
  const bodies = tables.reduce((sum, { data }) => sum + padded(data.length), 0);
  const file = Buffer.alloc(HEAD + tables.length * ENTRY + bodies);
  flavour.copy(file, 0);
  file.writeUInt16BE(tables.length, 4);
  let offset = HEAD + tables.length * ENTRY;
  tables.forEach(({ tag, data }, index) => {
    const at = HEAD + index * ENTRY;
    file.write(tag, at, "latin1");
    file.writeUInt32BE(offset, at + 8);
    file.writeUInt32BE(data.length, at + 12);
    data.copy(file, offset);
    offset += padded(data.length);
  });
  return file;
}
