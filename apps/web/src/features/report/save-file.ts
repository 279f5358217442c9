import type { ExportedReport } from "./report-api.ts";

const KEEP_MS = 60_000;

function urlOf({ body, encoding, mediaType }: ExportedReport): string {
  const contents = encoding === "base64" ? bytesOf(body) : body;
  const url = URL.createObjectURL(new Blob([contents], { type: mediaType }));
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
  return url;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Hands the file to the browser under the name the server gave it. */
export function saveFile(report: ExportedReport): void {
  const link = document.createElement("a");
  link.href = urlOf(report);
  link.download = report.filename;
  link.click();
}

/** Opens the report by itself and asks to print it. False: the browser kept the new tab shut. */
export function printReport(report: ExportedReport): boolean {
  const tab = window.open(urlOf(report), "_blank");
  if (tab === null) return false;
  tab.addEventListener("load", () => tab.print());
  return true;
}
