import { createHash } from "node:crypto";
import { isDomainError } from "@assay/domain";
import yauzl from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { ArchiveRefusal } from "./archive-refusal.ts";
import { ARCHIVED_TABLES } from "./archived-tables.ts";
import type { ArchiveLimits } from "./limits.ts";
import { FORMAT_VERSION, LOG, MANIFEST, manifestSchema, tableFile } from "./manifest.ts";
import type { Manifest, ManifestPart } from "./manifest.ts";

export interface OpenArchive {
  manifest: Manifest;
  has(name: string): boolean;
  /** A part's bytes as they come; ends in a refusal when they are not what the manifest says. */
  read(name: string): AsyncGenerator<Buffer>;
  /** The lines of a part, each without its line feed. */
  lines(name: string): AsyncGenerator<Buffer>;
  close(): void;
}

const MANIFEST_MAX = 16 * 1024 * 1024;

/** What a part may be called. Nothing is ever written under such a name; one that climbs out tells what a file is. */
const TABLES = new Set(ARCHIVED_TABLES.map(({ name }) => tableFile(name)));
const FOLDERS = ARCHIVED_TABLES.flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes.folder]));
const FILE = new RegExp(`^(?:${FOLDERS.join("|")})/[0-9a-f]{64}$`, "u");

/** Opens a sealed file as an archive: every name, size and number in it is looked at before anything is read. */
export async function openArchive(path: string, limits: ArchiveLimits): Promise<OpenArchive> {
  const zip = await refusing(() =>
    yauzl.openPromise(path, { autoClose: false, validateEntrySizes: true, strictFileNames: true }),
  );
  try {
    const entries = await readEntries(zip, limits);
    const manifest = await readManifest(zip, entries.get(MANIFEST), limits);
    const parts = matchParts(manifest, entries);
    const read = (name: string) => {
      const entry = entries.get(name);
      const part = parts.get(name);
      if (entry === undefined || part === undefined) throw new ArchiveRefusal(missing(name));
      return readPart(zip, entry, part);
    };
    const lines = (name: string) => splitLines(read(name), limits.line, name);
    return { manifest, has: (name) => parts.has(name), read, lines, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readEntries(zip: ZipFile, limits: ArchiveLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.parts) {
    const most = limits.parts.toLocaleString("en");
    throw new ArchiveRefusal(`This archive has more than ${most} parts, and that is no case.`);
  }
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  await refusing(async () => {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (entries.has(name)) throw new ArchiveRefusal(`The part ${shown(name)} is in the archive twice.`);
      const isOurs = name === MANIFEST || name === LOG || TABLES.has(name) || FILE.test(name);
      if (!isOurs) throw new ArchiveRefusal(strange(name));
      if (entry.isEncrypted()) throw new ArchiveRefusal(`The part ${shown(name)} is encrypted.`);
      unpacked += entry.uncompressedSize;
      if (unpacked > limits.unpacked) throw new ArchiveRefusal(tooLarge(limits));
      entries.set(name, entry);
    }
  });
  return entries;
}

async function readManifest(zip: ZipFile, entry: Entry | undefined, limits: ArchiveLimits): Promise<Manifest> {
  if (entry === undefined) throw new ArchiveRefusal(missing(MANIFEST));
  if (entry.uncompressedSize > Math.min(MANIFEST_MAX, limits.unpacked)) throw new ArchiveRefusal(tooLarge(limits));
  const parts: Buffer[] = [];
  for await (const part of bytesOf(zip, entry)) parts.push(part);
  const json = parseJson(Buffer.concat(parts));
  const version = (json as { formatVersion?: unknown } | null)?.formatVersion;
  if (typeof version === "number" && version > FORMAT_VERSION) {
    throw new ArchiveRefusal(
      `This archive has form ${version}, and this server reads form ${FORMAT_VERSION}: it was made by a newer Assay. ` +
        "Bring this server up to date, then import it.",
    );
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new ArchiveRefusal(`The archive’s manifest is not in its form${where === "" ? "" : ` (at ${where})`}.`);
}

/** Nothing lacks, nothing is too many, and sizes are those that the manifest declares. */
function matchParts(manifest: Manifest, entries: ReadonlyMap<string, Entry>): Map<string, ManifestPart> {
  const parts = new Map<string, ManifestPart>();
  for (const part of manifest.files) {
    if (parts.has(part.name)) throw new ArchiveRefusal(`The manifest lists ${shown(part.name)} twice.`);
    const entry = entries.get(part.name);
    if (entry === undefined) throw new ArchiveRefusal(missing(part.name));
    if (entry.uncompressedSize !== part.size) throw new ArchiveRefusal(otherSize(part));
    parts.set(part.name, part);
  }
  for (const name of entries.keys()) {
    if (name !== MANIFEST && !parts.has(name)) throw new ArchiveRefusal(`The manifest does not list ${shown(name)}.`);
  }
  if (!parts.has(LOG)) throw new ArchiveRefusal(missing(LOG));
  return parts;
}

async function* readPart(zip: ZipFile, entry: Entry, part: ManifestPart): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const bytes of bytesOf(zip, entry)) {
    size += bytes.length;
    if (size > part.size) throw new ArchiveRefusal(otherSize(part));
    hash.update(bytes);
    yield bytes;
  }
  if (size !== part.size) throw new ArchiveRefusal(otherSize(part));
  if (hash.digest("hex") !== part.sha256) {
    throw new ArchiveRefusal(`The part ${shown(part.name)} is not the one that was archived: its checksum differs.`);
  }
}

async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await refusing(() => zip.openReadStreamPromise(entry));
  const parts = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    for (;;) {
      const next = await refusing(() => parts.next());
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}

async function* splitLines(parts: AsyncIterable<Buffer>, longest: number, name: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const part of parts) {
    let from = 0;
    for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, from)) {
      if (length + at - from > longest) throw tooLong(name);
      yield Buffer.concat([...rest, part.subarray(from, at)]);
      rest = [];
      length = 0;
      from = at + 1;
    }
    rest.push(part.subarray(from));
    length += part.length - from;
    if (length > longest) throw tooLong(name);
  }
  if (length > 0) throw new ArchiveRefusal(`The last line of ${shown(name)} is cut off.`);
}

export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new ArchiveRefusal("A part of the archive is not the JSON that it should be.");
  }
}

/** The zip reader's own words are for programmers: what they come to is that the file is no whole zip. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDomainError(error)) throw error;
    const said = error instanceof Error ? error.message : String(error);
    if (/relative path|absolute path|invalid characters/u.test(said)) throw new ArchiveRefusal(strange(said));
    if (/too many bytes|not enough bytes|too few bytes/u.test(said)) {
      throw new ArchiveRefusal("A part of the archive unpacks to another size than it declares.");
    }
    throw new ArchiveRefusal("This file is not a whole zip. Get the archive again, and import that.", { said });
  }
}

const shown = (name: string): string => `“${name.slice(0, 80)}”`;
const tooLong = (name: string) => new ArchiveRefusal(`A line of ${shown(name)} is longer than any row of a case.`);
const missing = (name: string): string => `The archive lacks its part ${shown(name)}, so the case would not be whole.`;
const strange = (name: string): string => `The archive holds ${shown(name)}, which is no part of a case.`;
const otherSize = ({ name, size }: ManifestPart): string =>
  `The part ${shown(name)} does not have the ${size.toLocaleString("en")} bytes that the archive declares.`;
const tooLarge = ({ unpacked }: ArchiveLimits): string =>
  `This archive unpacks to more than ${Math.round(unpacked / 1024 / 1024).toLocaleString("en")} MB, ` +
  "which is more than this server takes.";
