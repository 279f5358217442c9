import type { Completeness, SourceMeta } from "@assay/domain";
import { isBlank } from "@assay/domain";

export interface DraftFile {
  /** Of this very file: another one may have its name and its size. */
  id: string;
  name: string;
  mediaType: string;
  size: number;
  /** Null when the file was too large to keep over a reload: it has to be dropped again. */
  base64: string | null;
  encoding?: "windows-1252";
  /** Of a web page, all that it shows, and not the article alone. */
  whole?: true;
}

/** A source on its way in: one tab of the form. */
export interface SourceDraft {
  /** Becomes the source's id, so that sending it twice adds it once. */
  id: string;
  /** Pasted text, used when there is no file. */
  text: string;
  /** The text was too large to keep over a reload: it has to be pasted again. */
  textGone?: true;
  file: DraftFile | null;
  meta: SourceMeta;
  completeness: Completeness;
  /** Fields the person has typed in; a guess never overwrites them. */
  touched: (keyof SourceMeta)[];
  allowDuplicate: boolean;
}

export type SourceContent =
  | { kind: "text"; text: string }
  | { kind: "file"; name: string; mediaType: string; base64: string; encoding?: "windows-1252"; whole?: true };

/** What reading the text told about it. */
export interface Guess {
  title: string;
  language: string | null;
  author: string;
  publisher: string;
  url: string;
  publishedAt: string | null;
}

export function newDraft(id: string, today: string, file: DraftFile | null = null): SourceDraft {
  return {
    id,
    text: "",
    file,
    meta: {
      title: "",
      publisher: "",
      author: "",
      url: "",
      publishedAt: null,
      retrievedAt: today,
      kind: "article",
      language: "en",
      independenceGroup: "",
    },
    completeness: "full",
    touched: [],
    allowDuplicate: false,
  };
}

/** Null while there is nothing to read. */
export function contentOf(draft: SourceDraft): SourceContent | null {
  const { file } = draft;
  if (file === null) return isBlank(draft.text) ? null : { kind: "text", text: draft.text };
  if (file.base64 === null) return null;
  const { name, mediaType, base64, encoding, whole } = file;
  return {
    kind: "file",
    name,
    mediaType,
    base64,
    ...(encoding === undefined ? {} : { encoding }),
    ...(whole === undefined ? {} : { whole }),
  };
}

export function isWebPage({ name }: DraftFile): boolean {
  return /\.html?$/i.test(name);
}

/** Whether the file holds its text as such, in some encoding. */
export function isTextFile({ name }: DraftFile): boolean {
  return !/\.(?:docx|pdf)$/i.test(name);
}

/** Would closing the form lose anything a person entered? */
export function hasWork(draft: SourceDraft): boolean {
  return draft.file !== null || draft.text !== "" || draft.textGone === true || draft.touched.length > 0;
}

/** Whether a file may go into it: it has neither text nor a file, or its file was not kept over a reload. */
export function takesFile({ file, text, textGone }: SourceDraft): boolean {
  return file === null ? text === "" && textGone !== true : file.base64 === null;
}

const NO_GUESS: Guess = { title: "", language: "en", author: "", publisher: "", url: "", publishedAt: null };

/** The wrong file is out again, and with it what it told about itself; what the person typed stays. */
export function withoutFile(draft: SourceDraft): SourceDraft {
  return { ...applyGuess(draft, NO_GUESS), file: null, allowDuplicate: false };
}

/** Fills what the person left alone. */
export function applyGuess(draft: SourceDraft, guess: Guess): SourceDraft {
  const meta = { ...draft.meta };
  const free = (field: keyof SourceMeta) => !draft.touched.includes(field);
  for (const field of ["title", "author", "publisher", "url"] as const) {
    if (free(field)) meta[field] = guess[field];
  }
  if (free("publishedAt")) meta.publishedAt = guess.publishedAt;
  if (free("language") && guess.language !== null) meta.language = guess.language;
  return { ...draft, meta };
}

export function editMeta(draft: SourceDraft, change: Partial<SourceMeta>): SourceDraft {
  const fields = Object.keys(change) as (keyof SourceMeta)[];
  return {
    ...draft,
    meta: { ...draft.meta, ...change },
    touched: [...new Set([...draft.touched, ...fields])],
  };
}

/** As much of a draft as a browser keeps over a reload: what is larger is left out, and the draft says so. */
export function lightened(draft: SourceDraft, most: number): SourceDraft {
  const { file, text } = draft;
  const isFileHeavy = (file?.base64?.length ?? 0) > most;
  return {
    ...draft,
    ...(file !== null && isFileHeavy ? { file: { ...file, base64: null } } : {}),
    ...(text.length > most ? { text: "", textGone: true as const } : {}),
  };
}

/** What stands on the tab. */
export function draftName(draft: SourceDraft, index: number): string {
  return draft.meta.publisher.trim() || draft.file?.name || draft.meta.title.trim() || `Source ${index + 1}`;
}
