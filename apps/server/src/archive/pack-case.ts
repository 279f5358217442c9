import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Session } from "@assay/db";
import yazl from "yazl";
import { ARCHIVED_TABLES } from "./archived-tables.ts";
import { FORMAT_VERSION, LOG, MANIFEST, tableFile } from "./manifest.ts";
import type { Manifest, ManifestPart } from "./manifest.ts";
import { readBytes, readCase, readLogLines, readPeople, readTableLines } from "./read-rows.ts";
import { SEAL_COMMENT, sealFile } from "./seal.ts";

export interface Packed {
  manifest: Manifest;
  sha256: string;
}

/**
 * Writes a whole case as one zip: every row it owns, one JSON object a line; its log; the files as they were received;
 * last a manifest with the sha256 of each. Rows and bytes pass through in parts: a large case takes no more memory than
 * a small one.
 */
export async function packCase(
  session: Session,
  { caseId, path, generator, at }: { caseId: string; path: string; generator: string; at: Date },
): Promise<Packed> {
  const zip = new yazl.ZipFile();
  // What goes wrong while writing ends the reading too, which would wait for ever for somebody to take its parts.
  const written = pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }));
  const failed = written.then(() => new Promise<never>(() => undefined));
  const files: ManifestPart[] = [];
  const add = async (name: string, lines: AsyncIterable<Buffer>, isTable: boolean): Promise<void> => {
    const hash = createHash("sha256");
    let size = 0;
    let rows = 0;
    const counted = async function* () {
      for await (const part of lines) {
        hash.update(part);
        size += part.length;
        if (isTable) rows += countLines(part);
        yield part;
      }
    };
    const stream = Readable.from(counted(), { objectMode: false });
    const ended = new Promise<void>((resolve, reject) => stream.once("end", resolve).once("error", reject));
    zip.addReadStream(stream, name, { mtime: at, mode: 0o600 });
    await Promise.race([ended, failed]);
    files.push({ name, size, sha256: hash.digest("hex"), ...(isTable ? { rows } : {}) });
  };
  const about = await readCase(session, caseId);
  for (const table of ARCHIVED_TABLES) {
    await add(tableFile(table.name), readTableLines(session, table, caseId), true);
  }
  await add(LOG, readLogLines(session, caseId), true);
  for (const table of ARCHIVED_TABLES) {
    if (table.bytes === undefined) continue;
    for await (const { name, bytes } of readBytes(session, table, table.bytes, caseId)) {
      await add(`${table.bytes.folder}/${name}`, Readable.from([bytes]), false);
    }
  }
  const { workspace, ...of } = about;
  const manifest: Manifest = {
    format: "assay-archive",
    formatVersion: FORMAT_VERSION,
    generator,
    exportedAt: at.toISOString(),
    workspace,
    case: of,
    people: await readPeople(session, caseId),
    files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST, { mtime: at, mode: 0o600 });
  zip.end({ comment: SEAL_COMMENT, forceZip64Format: false });
  await written;
  return { manifest, sha256: await sealFile(path) };
}

function countLines(part: Buffer): number {
  let lines = 0;
  for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) lines += 1;
  return lines;
}
