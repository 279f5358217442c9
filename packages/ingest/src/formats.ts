import type { Outcome } from "@assay/domain";
import { declaredEncoding } from "./html/declared-encoding.ts";
import { readHtml } from "./html/read-html.ts";
import type { IngestInput, Structure } from "./ingested.ts";
import { readMarkdown } from "./markdown.ts";
import { readPlainText } from "./plain-text.ts";

/** Files that are text: decoded and normalised (X2) before they are read. */
export interface TextFormat {
  name: string;
  holds: "text";
  /** The encoding that the file itself names, where its format has a place for that. */
  declares?: (bytes: Uint8Array) => string | null;
  /** `file` gives the name, for a title of last resort. */
  read: (text: string, file: Pick<IngestInput, "name" | "whole">) => Structure;
}

/** Files that hold their text packed or drawn. Their readers are large, and loaded when the first of them comes. */
export interface PackedFormat {
  name: string;
  holds: "bytes";
  /** What each such file begins with. */
  signature: string;
  read: (bytes: Uint8Array, name: string) => Promise<Outcome<Structure>>;
}

export type Format = TextFormat | PackedFormat;

export const PLAIN_TEXT: TextFormat = {
  name: "plain text",
  holds: "text",
  read: (text, { name }) => readPlainText(text, name),
};

/** The registry: a format is known by its extensions and media types, and read by one function. */
const FORMATS: readonly { extensions: readonly string[]; mediaTypes: readonly string[]; format: Format }[] = [
  { extensions: ["txt", "text"], mediaTypes: ["text/plain"], format: PLAIN_TEXT },
  {
    extensions: ["md", "markdown"],
    mediaTypes: ["text/markdown", "text/x-markdown"],
    format: { name: "Markdown", holds: "text", read: (text, { name }) => readMarkdown(text, name) },
  },
  {
    extensions: ["html", "htm"],
    mediaTypes: ["text/html"],
    format: {
      name: "web page",
      holds: "text",
      declares: declaredEncoding,
      read: (text, { name, whole }) => readHtml(text, name, whole),
    },
  },
  {
    extensions: ["docx"],
    mediaTypes: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    format: {
      name: "DOCX",
      holds: "bytes",
      signature: "PK\u0003\u0004",
      read: async (bytes, name) => (await import("./docx/read-docx.ts")).readDocx(bytes, name),
    },
  },
  {
    extensions: ["pdf"],
    mediaTypes: ["application/pdf"],
    format: {
      name: "PDF",
      holds: "bytes",
      signature: "%PDF-",
      read: async (bytes, name) => (await import("./pdf/read-pdf.ts")).readPdf(bytes, name),
    },
  },
];

/** Formats whose text is not in the file as such: never read as text, whatever media type a browser sends along. */
const UNREAD = new Set("doc odt rtf xhtml mhtml mht epub eml msg pages xls xlsx csv json xml srt vtt".split(" "));

export const ACCEPTED_EXTENSIONS: readonly string[] = FORMATS.flatMap(({ extensions }) =>
  extensions.map((extension) => `.${extension}`),
);

export function findFormat(name: string, mediaType = ""): Format | null {
  const extension = /\.([A-Za-z0-9]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
  const byName = FORMATS.find(({ extensions }) => extensions.includes(extension));
  if (byName !== undefined) return byName.format;
  if (UNREAD.has(extension)) return null;
  const essence = mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return FORMATS.find(({ mediaTypes }) => mediaTypes.includes(essence))?.format ?? null;
}

/** Whether the file's text is in it packed or drawn: how long such a file takes to read, nobody can say beforehand. */
export function isPacked(name: string, mediaType: string): boolean {
  return findFormat(name, mediaType)?.holds === "bytes";
}
