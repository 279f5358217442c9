import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { AssistSource } from "@assay/assist";
import { EXIT, Failure } from "../failure.ts";

export interface SourceFile extends AssistSource {
  file: string;
  sha256: string;
}

/** A long book; what is longer is no source that anybody checks by hand afterwards. */
const MAX_BYTES = 8 * 1024 * 1024;
const MOST_FILES = 500;
const WHY_UNREADABLE: Record<string, string> = { ENOENT: "there is no such file", EACCES: "it may not be read" };

/** The texts as they stand in their files, line ends and all: offsets are those of the file's own text. */
export async function readSources(files: readonly string[], published: readonly string[] = []): Promise<SourceFile[]> {
  if (files.length > MOST_FILES) throw new Failure(`${files.length} files: at most ${MOST_FILES} are compared at once`, EXIT.usage);
  const dates = publishedDates(published, files);
  const ids = idsOf(files);
  const sources: SourceFile[] = [];
  const seen = new Map<string, string>();
  for (const [at, file] of files.entries()) {
    const bytes = await bytesOf(file);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const same = seen.get(sha256);
    if (same !== undefined && bytes.length > 0) {
      throw new Failure(`${file}: the same text as ${same}. Leave one of them out`, EXIT.data);
    }
    seen.set(sha256, file);
    const date = dates.get(file);
    sources.push({ id: ids[at] ?? `s${at + 1}`, file, sha256, text: decode(bytes, file), ...(date === undefined ? {} : { published: date }) });
  }
  return sources;
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    const about = await stat(file);
    if (about.isDirectory()) throw new Failure(`${file}: it is a folder. Name the files in it`, EXIT.noInput);
    if (about.size > MAX_BYTES) throw new Failure(`${file}: it is larger than 8 MB`, EXIT.data);
    const bytes = await readFile(file);
    if (bytes.length > MAX_BYTES) throw new Failure(`${file}: it is larger than 8 MB`, EXIT.data);
    return bytes;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code = "error" } = error as NodeJS.ErrnoException;
    throw new Failure(`${file}: ${WHY_UNREADABLE[code] ?? `it cannot be read (${code})`}`, EXIT.noInput);
  }
}

function decode(bytes: Buffer, file: string): string {
  if (bytes.subarray(0, 8192).includes(0)) {
    throw new Failure(`${file}: this is not plain text. Save it as plain text in UTF-8 and name that file`, EXIT.data);
  }
  try {
    // A byte-order mark stays: it counts in the offsets of whoever reads the file.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Failure(`${file}: this is not UTF-8. Save it as plain text in UTF-8 and name that file`, EXIT.data);
  }
}

/** The files' own names where those are short and differ; else s1, s2, … in their order. */
function idsOf(files: readonly string[]): string[] {
  const names = files.map((file) => basename(file, extname(file)));
  const fit = new Set(names).size === names.length && names.every((name) => /^[\w-]{1,40}$/.test(name));
  return fit ? names : files.map((_, at) => `s${at + 1}`);
}

function publishedDates(given: readonly string[], files: readonly string[]): Map<string, string> {
  const dates = new Map<string, string>();
  for (const words of given) {
    const at = words.lastIndexOf("=");
    const [name, date] = [words.slice(0, at), words.slice(at + 1)];
    if (at < 1) throw new Failure(`--published ${words}: it is FILE=DATE, such as harbour.txt=2026-03-14`, EXIT.usage);
    if (!/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(date) || Number.isNaN(Date.parse(date)) || !isDay(date)) {
      throw new Failure(`--published ${words}: ${date || "nothing"} is no date; it is YYYY-MM-DD, with or without a time`, EXIT.usage);
    }
    const named = files.filter((file) => file === name || basename(file) === name || basename(file, extname(file)) === name);
    const [file] = named;
    if (file === undefined) throw new Failure(`--published ${words}: ${name} is none of the files`, EXIT.usage);
    if (named.length > 1) throw new Failure(`--published ${words}: ${named.length} of the files are called ${name}. Give its path`, EXIT.usage);
    dates.set(file, date);
  }
  return dates;
}

/** 30 February is read as 2 March by some; here it is no day. */
function isDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}
