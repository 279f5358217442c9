import { newId } from "../../trpc.ts";
import type { DraftFile } from "./source-draft.ts";

export const FILE_BYTES_MAX = 25 * 1024 * 1024;

export type ReadFile = { ok: true; file: DraftFile } | { ok: false; name: string; reason: string };

/** A dropped file's bytes, untouched: what they mean is decided by the server. */
export async function readFile(file: File): Promise<ReadFile> {
  const { name, type, size } = file;
  if (size >= FILE_BYTES_MAX) {
    const megabytes = (size / 1024 / 1024).toFixed(1);
    return {
      ok: false,
      name,
      reason: `${name} has ${megabytes} MB. A source must be smaller than 25 MB: add it in parts.`,
    };
  }
  try {
    const base64 = await base64Of(file);
    return { ok: true, file: { id: newId(), name, mediaType: type || mediaTypeOf(name), size, base64 } };
  } catch {
    return { ok: false, name, reason: `${name} could not be read. If it is a folder, drop the files in it.` };
  }
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    // "data:text/plain;base64,…"; an empty file comes without the comma's right side.
    reader.onload = () => resolve(String(reader.result).split(",", 2)[1] ?? "");
    reader.readAsDataURL(file);
  });
}

function mediaTypeOf(name: string): string {
  return /\.(md|markdown)$/i.test(name) ? "text/markdown" : "text/plain";
}
