import { isoDay } from "./dates.ts";
import type { FontFace } from "./font-face.ts";
import type { TextFormatName } from "./report-formats.ts";
import { REPORT_FORMATS } from "./report-formats.ts";
import type { ReportSnapshot } from "./snapshot/report-snapshot.ts";

export interface ExportedReport {
  bytes: Uint8Array;
  mediaType: string;
  filename: string;
}

/** Throws RangeError on a format that the registry does not have: names are checked where they come in. */
export function exportReport(
  snapshot: ReportSnapshot,
  format: TextFormatName,
  faces: readonly FontFace[] = [],
): ExportedReport {
  const found = REPORT_FORMATS.get(format);
  if (found === undefined) throw new RangeError(`There is no report format called ${String(format)}`);
  return {
    bytes: found.render(snapshot, faces),
    mediaType: found.mediaType,
    filename: reportFilename(snapshot, found.extension),
  };
}

export function reportFilename(snapshot: ReportSnapshot, extension: string): string {
  return `${fileStem(snapshot.title)}-${isoDay(snapshot.generatedAt)}.${extension}`;
}

/** Plain ASCII, so that it survives any file system and any header. */
function fileStem(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’']/gu, "")
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/gu, "");
  return words === "" ? "report" : words;
}
