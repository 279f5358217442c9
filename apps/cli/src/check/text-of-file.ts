import { basename } from "node:path";
import { ingest } from "@assay/ingest";
import { EXIT, Failure } from "../failure.ts";

export interface FileText {
  text: string;
  /** Null where the text is the file's own, untouched; else how it was read from the file. */
  read: { as: string; notes: string[] } | null;
  /** What a file says of itself. */
  published?: string;
}

/** Files whose text is not in them as such: their words are those that adding them to a case would store. */
const FORMATTED = /\.(?:html?|docx|pdf)$/i;

export const isFormatted = (file: string): boolean => FORMATTED.test(file);

/** The words of a file. Offsets count in them. `whole`: of a web page all that it shows, not its article alone. */
export async function textOfFile(bytes: Buffer, file: string, whole: boolean): Promise<FileText> {
  if (!isFormatted(file)) return { text: decode(bytes, file), read: null };
  const outcome = await ingest({ bytes, name: basename(file), whole });
  if (!outcome.ok) throw new Failure(`${file}: ${outcome.reason}`, EXIT.data);
  const { text, format, notes, meta } = outcome;
  const { publishedAt } = meta;
  return { text, read: { as: format, notes }, ...(publishedAt === undefined ? {} : { published: publishedAt }) };
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
