import type { Format } from "./ingested.ts";
import { readMarkdown } from "./markdown.ts";
import { readPlainText } from "./plain-text.ts";

/** The registry: a format is known by its extensions and media types, and read by one function. */
const FORMATS: readonly { extensions: readonly string[]; mediaTypes: readonly string[]; read: Format }[] = [
  { extensions: ["txt", "text"], mediaTypes: ["text/plain"], read: readPlainText },
  { extensions: ["md", "markdown"], mediaTypes: ["text/markdown", "text/x-markdown"], read: readMarkdown },
];

/** Formats whose text is not in the file as such: never read as text, whatever media type a browser sends along. */
const UNREAD = new Set(
  "doc docx odt rtf pdf html htm xhtml mhtml epub eml msg pages xls xlsx csv json xml srt vtt".split(" "),
);

export const ACCEPTED_EXTENSIONS: readonly string[] = FORMATS.flatMap((format) =>
  format.extensions.map((extension) => `.${extension}`),
);

export function findFormat(name: string, mediaType = ""): Format | null {
  const extension = /\.([A-Za-z0-9]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
  const byName = FORMATS.find((format) => format.extensions.includes(extension));
  if (byName !== undefined) return byName.read;
  if (UNREAD.has(extension)) return null;
  const essence = mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return FORMATS.find((format) => format.mediaTypes.includes(essence))?.read ?? null;
}
