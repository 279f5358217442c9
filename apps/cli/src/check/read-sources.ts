import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { AssistSource } from "@assay/assist";
import { MAX_SOURCE_BYTES } from "@assay/ingest";
import { EXIT, Failure } from "../failure.ts";
import type { FileText } from "./text-of-file.ts";
import { isFormatted, textOfFile } from "./text-of-file.ts";

export interface SourceFile extends AssistSource, Pick<FileText, "read"> {
  file: string;
  sha256: string;
}

/** A long book; what is longer is no source that anybody checks by hand afterwards. Pictures beside the words do not count. */
const MAX_TEXT = 8 * 1024 * 1024;
const MOST_FILES = 500;
const WHY_UNREADABLE: Record<string, string> = { ENOENT: "there is no such file", EACCES: "it may not be read" };

/** Plain texts as they stand in their files, line ends and all; of pages, DOCX and PDF what is read from them. */
export async function readSources(files: readonly string[], published: readonly string[], wholePages: boolean): Promise<SourceFile[]> {
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
    const { text, read, published: said } = await textOfFile(bytes, file, wholePages);
    if (text.length > MAX_TEXT) throw new Failure(`${file}: its text is larger than 8 MB`, EXIT.data);
    const date = dates.get(file) ?? said;
    sources.push({ id: ids[at] ?? `s${at + 1}`, file, sha256, text, read, ...(date === undefined ? {} : { published: date }) });
  }
  return sources;
}

async function bytesOf(file: string): Promise<Buffer> {
  const most = isFormatted(file) ? MAX_SOURCE_BYTES : MAX_TEXT;
  const tooLarge = () => new Failure(`${file}: it is larger than ${most / 1024 / 1024} MB`, EXIT.data);
  try {
    const about = await stat(file);
    if (about.isDirectory()) throw new Failure(`${file}: it is a folder. Name the files in it`, EXIT.noInput);
    if (about.size > most) throw tooLarge();
    const bytes = await readFile(file);
    if (bytes.length > most) throw tooLarge();
    return bytes;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code = "error" } = error as NodeJS.ErrnoException;
    throw new Failure(`${file}: ${WHY_UNREADABLE[code] ?? `it cannot be read (${code})`}`, EXIT.noInput);
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
