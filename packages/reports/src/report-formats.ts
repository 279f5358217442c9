import { renderCsv } from "./csv-report.ts";
import type { FontFace } from "./font-face.ts";
import { renderHtml } from "./html/html-report.ts";
import { renderJson } from "./json-report.ts";
import { renderClaimReview } from "./linked/claim-review.ts";
import { renderHypothesis } from "./linked/hypothesis.ts";
import { renderWebAnnotation } from "./linked/web-annotation.ts";
import { renderMarkdown } from "./markdown/markdown-report.ts";
import type { ReportSnapshot } from "./snapshot/report-snapshot.ts";

/** Made of text, at once, wherever the snapshot is. */
export const TEXT_FORMAT_NAMES = ["html", "md", "csv", "json", "annotations", "hypothesis", "claimreview"] as const;
export type TextFormatName = (typeof TEXT_FORMAT_NAMES)[number];

/** Set in pages or sheets by large libraries: `@assay/reports/pages`, in a process of its own where others wait. */
export const PAGE_FORMAT_NAMES = ["pdf", "docx", "xlsx"] as const;
export type PageFormatName = (typeof PAGE_FORMAT_NAMES)[number];

export const REPORT_FORMAT_NAMES = [...TEXT_FORMAT_NAMES, ...PAGE_FORMAT_NAMES] as const;
export type ReportFormatName = (typeof REPORT_FORMAT_NAMES)[number];

export function isPageFormat(format: ReportFormatName): format is PageFormatName {
  return (PAGE_FORMAT_NAMES as readonly string[]).includes(format);
}

export interface ReportFormat {
  mediaType: string;
  extension: string;
  /** Pure: the same snapshot and faces give the same bytes. */
  render(snapshot: ReportSnapshot, faces: readonly FontFace[]): Uint8Array;
}

const encoder = new TextEncoder();

type Render = (snapshot: ReportSnapshot, faces: readonly FontFace[]) => string;

function textFormat(mediaType: string, extension: string, render: Render): ReportFormat {
  return { mediaType, extension, render: (snapshot, faces) => encoder.encode(render(snapshot, faces)) };
}

export const REPORT_FORMATS: ReadonlyMap<TextFormatName, ReportFormat> = new Map([
  ["html", textFormat("text/html; charset=utf-8", "html", renderHtml)],
  ["md", textFormat("text/markdown; charset=utf-8", "md", renderMarkdown)],
  ["csv", textFormat("text/csv; charset=utf-8", "csv", renderCsv)],
  ["json", textFormat("application/json", "json", renderJson)],
  ["annotations", textFormat("application/ld+json", "annotations.jsonld", renderWebAnnotation)],
  ["hypothesis", textFormat("application/json", "hypothesis.json", renderHypothesis)],
  ["claimreview", textFormat("application/ld+json", "claimreview.jsonld", renderClaimReview)],
]);
