import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { COMPLETENESS, SOURCE_KINDS } from "@assay/domain";
import type { Completeness, SourceKind, SourceMeta } from "@assay/domain";
import { sendOnce } from "../client.ts";
import type { Api } from "../client.ts";
import { EXIT, Failure, refusalOf } from "../failure.ts";
import { findCase } from "../find-case.ts";
import type { Progress } from "../progress.ts";

export interface ImportOptions {
  publisher?: string;
  author?: string;
  url?: string;
  published?: string;
  kind: string;
  language?: string;
  group?: string;
  wholePage?: boolean;
  partial?: boolean;
  duplicates?: boolean;
}

/** Read by the server too; checked here so that a huge file is not sent for nothing. */
const MAX_BYTES = 25 * 1024 * 1024;

async function bytesOf(path: string): Promise<Buffer> {
  const info = await stat(path).catch(() => null);
  if (info?.isDirectory() === true) throw new Failure(`${path}: it is a folder. Name the files in it`, EXIT.noInput);
  if (!info?.isFile()) throw new Failure(`${path}: there is no such file`, EXIT.noInput);
  if (info.size >= MAX_BYTES) {
    throw new Failure(`${path}: ${(info.size / 1024 / 1024).toFixed(1)} MB; a source has to be under 25 MB`, EXIT.data);
  }
  return readFile(path);
}

function kindOf(kind: string): SourceKind {
  if (!(SOURCE_KINDS as readonly string[]).includes(kind)) {
    throw new Failure(`--kind ${kind}: it is one of ${SOURCE_KINDS.join(", ")}`, EXIT.usage);
  }
  return kind as SourceKind;
}

/** Each file is its own source; one that is refused does not stop the others. Returns the exit code. */
export async function importFiles(
  api: Api,
  caseName: string,
  files: string[],
  options: ImportOptions,
  progress: Progress,
): Promise<number> {
  const kind = kindOf(options.kind);
  const completeness: Completeness = options.partial ? COMPLETENESS[1] : COMPLETENESS[0];
  const found = await findCase(api, caseName);
  let refused = 0;
  for (const [index, path] of files.entries()) {
    progress.step(`${index + 1}/${files.length} ${path}`);
    try {
      progress.line(`${path}: ${await importOne(api, found.id, path, { ...options, kind, completeness })}`);
    } catch (error) {
      const reason = refusalOf(error)?.message ?? (error instanceof Failure ? error.message.replace(`${path}: `, "") : null);
      if (reason === null) throw error;
      refused += 1;
      process.stderr.write(`assay: ${path}: ${reason}\n`);
    }
  }
  progress.end();
  return refused === 0 ? EXIT.ok : EXIT.data;
}

async function importOne(
  api: Api,
  caseId: string,
  path: string,
  options: ImportOptions & { kind: SourceKind; completeness: Completeness },
): Promise<string> {
  const bytes = await bytesOf(path);
  const file = { kind: "file" as const, name: basename(path), mediaType: "", base64: bytes.toString("base64") };
  const content = options.wholePage === true ? { ...file, whole: true } : file;
  const read = await api.source.inspect.mutate({ caseId, content });
  if (!read.ok) throw new Failure(read.reason, EXIT.data);
  if (read.existing && !options.duplicates) return `already there as source ${read.existing.number}, ${read.existing.name}`;
  const meta: SourceMeta = {
    title: read.title,
    publisher: options.publisher ?? read.publisher,
    author: options.author ?? read.author,
    url: options.url ?? read.url,
    publishedAt: options.published ?? read.publishedAt,
    retrievedAt: null,
    kind: options.kind,
    language: options.language ?? read.language ?? "en",
    independenceGroup: options.group ?? "",
  };
  const { completeness } = options;
  const allowDuplicate = options.duplicates ?? false;
  const id = crypto.randomUUID();
  const change = await sendOnce((mutationId) =>
    api.source.add.mutate({ mutationId, caseId, id, content, meta, completeness, allowDuplicate }),
  );
  const number = change.sources?.find((s) => s.id === id)?.number ?? "?";
  const notes = read.notes.length > 0 ? ` (${read.notes.join(" ")})` : "";
  return `source ${number}, ${read.length} characters, sha256 ${read.sha256}${notes}`;
}
