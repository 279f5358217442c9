import { refuse } from "@assay/domain";
import type { Outcome, Refusal } from "@assay/domain";
import type { Entry, ZipFile } from "yauzl";

/** The name of a part, and what is in it. */
export type Parts = Map<string, Uint8Array>;

/** What words and their structure are in. Pictures, fonts, embedded files and settings are not unpacked at all. */
const READ = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[^/]+\.(?:xml|rels)|docProps\/core\.xml)$/;
const UNREAD = /^word\/(?:settings|webSettings|fontTable|people|commentsExtended|commentsIds)\.xml$/;

const MOST_ENTRIES = 10_000;
/** Bytes of all parts together. Half a million words take some 20 MB. */
const MOST_BYTES = 60 * 1024 * 1024;

const DAMAGED = "This DOCX is damaged: its parts cannot be unpacked. Open it in Word or LibreOffice, save it again, and add that.";
const TOO_LARGE =
  "This DOCX holds more than 60 MB of text and structure once it is unpacked, far more than any document. " +
  "Cut it down to the part that is being checked, or paste the text.";
const TWICE = "This DOCX holds the same part twice, so that nobody can say which one counts. Open it in Word or LibreOffice and save it again.";

/**
 * The parts of a DOCX that are read. Counted while they are unpacked, since what an archive says of its sizes need not be
 * so; a part that is there twice is refused, since readers differ on which one they take.
 */
export async function unpackParts(bytes: Uint8Array): Promise<Outcome<{ parts: Parts }>> {
  const { fromBufferPromise } = await import("yauzl");
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { validateEntrySizes: true });
    return await unpackAll(zip);
  } catch {
    return refuse("format", DAMAGED);
  }
}

async function unpackAll(zip: ZipFile): Promise<Outcome<{ parts: Parts }>> {
  const parts: Parts = new Map();
  if (zip.entryCount > MOST_ENTRIES) return refuse("size", TOO_LARGE);
  let room = MOST_BYTES;
  const seen = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (name === "mimetype") return refuseOther("an OpenDocument file");
    if (seen.has(name.toLowerCase())) return refuse("format", TWICE);
    seen.add(name.toLowerCase());
    if (entry.isEncrypted()) return refuse("format", "This DOCX is locked with a password. Save it without one and add it again.");
    if (!READ.test(name) || UNREAD.test(name)) continue;
    if (entry.uncompressedSize > room) return refuse("size", TOO_LARGE);
    const unpacked = await unpack(zip, entry, room);
    if (unpacked === null) return refuse("size", TOO_LARGE);
    room -= unpacked.length;
    parts.set(name, unpacked);
  }
  return checkKind(seen) ?? { ok: true, parts };
}

async function unpack(zip: ZipFile, entry: Entry, room: number): Promise<Uint8Array | null> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > room) {
      stream.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function checkKind(names: ReadonlySet<string>): Refusal | null {
  if (names.has("xl/workbook.xml")) return refuseOther("a workbook of Excel");
  if (names.has("ppt/presentation.xml")) return refuseOther("a presentation of PowerPoint");
  if (names.has("_rels/.rels") && [...names].some((name) => /^word\/document\d*\.xml$/.test(name))) return null;
  return refuse("format", "This is an archive and no document of Word. Unpack it, and add what is in it.");
}

function refuseOther(what: string): Refusal {
  return refuse("format", `This is ${what}, whatever its name says. Save it as DOCX or PDF, or paste the text.`);
}
