import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import yauzl from "yauzl";
import yazl from "yazl";
import { MANIFEST } from "../manifest.ts";
import type { Manifest } from "../manifest.ts";
import { SEAL_COMMENT, sealFile } from "../seal.ts";

export interface ArchiveParts {
  manifest: Manifest;
  /** Without the manifest, in order. */
  names: string[];
  bytes: Map<string, Buffer>;
  text(name: string): string;
}

/** Everything in a zip, read by no code of ours. */
export async function partsOf(path: string): Promise<ArchiveParts> {
  const zip = await yauzl.openPromise(path, { autoClose: false });
  const bytes = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    bytes.set(entry.fileName, Buffer.concat(parts));
  }
  zip.close();
  const text = (name: string) => (bytes.get(name) ?? Buffer.alloc(0)).toString("utf8");
  const manifest = JSON.parse(text(MANIFEST)) as Manifest;
  return { manifest, names: [...bytes.keys()].filter((name) => name !== MANIFEST).toSorted(), bytes, text };
}

/** An archive out of parts, sealed as ours are: what somebody could make who knows the form. */
export async function writeParts(
  path: string,
  bytes: ReadonlyMap<string, Buffer>,
  manifest: unknown,
  options: { rename?: (name: string) => string } = {},
): Promise<void> {
  const zip = new yazl.ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path));
  const mtime = new Date(0);
  for (const [name, content] of bytes) if (name !== MANIFEST) zip.addBuffer(content, name, { mtime });
  if (manifest !== undefined) zip.addBuffer(Buffer.from(JSON.stringify(manifest)), MANIFEST, { mtime });
  zip.end({ comment: SEAL_COMMENT, forceZip64Format: false });
  await written;
  void options;
  await sealFile(path);
}

/** The manifest that fits the parts as they are now. */
export function manifestOf(manifest: Manifest, bytes: ReadonlyMap<string, Buffer>): Manifest {
  const files = manifest.files.flatMap((part) => {
    const content = bytes.get(part.name);
    if (content === undefined) return [];
    return [{ ...part, size: content.length, sha256: createHash("sha256").update(content).digest("hex") }];
  });
  return { ...manifest, files };
}

/** How many rows each table has, past row-level security. */
export async function countCases(url: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
    );
    const counts: Record<string, number> = {};
    for (const { name } of rows) {
      const { rows: counted } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`);
      counts[name] = counted[0]?.n ?? 0;
    }
    return counts;
  } finally {
    await client.end();
  }
}
