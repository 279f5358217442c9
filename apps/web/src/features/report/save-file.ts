import type { ExportedReport } from "./report-api.ts";

const KEEP_MS = 60_000;

function urlOf({ body, mediaType }: ExportedReport): string {
  const url = URL.createObjectURL(new Blob([body], { type: mediaType }));
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
  return url;
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
