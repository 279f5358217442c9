import type { BlockAudience, VerdictKind } from "@assay/domain";
import { BLOCK_AUDIENCES, VERDICT_KINDS } from "@assay/domain";

export const REPORT_FORMATS = [
  "html",
  "pdf",
  "docx",
  "xlsx",
  "md",
  "csv",
  "json",
  "annotations",
  "hypothesis",
  "claimreview",
] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Files that the page cannot show: they open in a program of their own. */
export function isPaged(format: ReportFormat): boolean {
  return format === "pdf" || format === "docx" || format === "xlsx";
}

export const PAGE_WIDTHS = ["phone", "page", "wide"] as const;
export type PageWidth = (typeof PAGE_WIDTHS)[number];

/** What the page's address keeps, so that a link opens the same report. */
export interface ReportSearch {
  title?: string;
  /** Claim numbers, "1,3,5"; a single one is a number, as the address bar's parser makes it. */
  claims?: string | number;
  /** Verdict kinds, "conflicting,refuted". Ignored where claims are named. */
  verdicts?: string;
  /** Source numbers. */
  sources?: string | number;
  settled?: true;
  /** With what was discussed. */
  discussion?: true;
  /** As the desk built it, for readers or for itself; its own title then stands. */
  built?: BlockAudience;
  format?: ReportFormat;
  width?: PageWidth;
}

/** The same, unfolded. Null means all. */
export interface ReportOptions {
  title: string;
  claims: number[] | null;
  verdicts: VerdictKind[] | null;
  sources: number[] | null;
  settledOnly: boolean;
  discussion: boolean;
  built: BlockAudience | null;
  format: ReportFormat;
  width: PageWidth;
}

export function reportSearch(raw: Record<string, unknown>): ReportSearch {
  const options = readOptions(raw, "");
  return writeOptions({ ...options, title: typeof raw.title === "string" ? raw.title : "" }, "");
}

export function readOptions(raw: Record<string, unknown>, caseTitle: string): ReportOptions {
  return {
    title: typeof raw.title === "string" || typeof raw.title === "number" ? String(raw.title) : caseTitle,
    claims: numbers(raw.claims),
    verdicts: kinds(raw.verdicts),
    sources: numbers(raw.sources),
    settledOnly: raw.settled === true || raw.settled === "true",
    discussion: raw.discussion === true || raw.discussion === "true",
    built: BLOCK_AUDIENCES.find((audience) => audience === raw.built) ?? null,
    format: REPORT_FORMATS.find((format) => format === raw.format) ?? "html",
    width: PAGE_WIDTHS.find((width) => width === raw.width) ?? "page",
  };
}

/** Whatever is as it would be anyway stays out of the address. */
export function writeOptions(options: ReportOptions, caseTitle: string): ReportSearch {
  const { title, claims, verdicts, sources, settledOnly, discussion, built, format, width } = options;
  return {
    ...(title.trim() === "" || title === caseTitle ? {} : { title }),
    ...(claims === null ? {} : { claims: folded(claims) }),
    ...(verdicts === null ? {} : { verdicts: verdicts.join(",") }),
    ...(sources === null ? {} : { sources: folded(sources) }),
    ...(settledOnly ? { settled: true as const } : {}),
    ...(discussion ? { discussion: true as const } : {}),
    ...(built === null ? {} : { built }),
    ...(format === "html" ? {} : { format }),
    ...(width === "page" ? {} : { width }),
  };
}

function folded(list: readonly number[]): string | number {
  const [only] = list;
  return list.length === 1 && only !== undefined ? only : list.join(",");
}

/** Null where nothing was said; an empty list was said on purpose ("none"). */
function numbers(raw: unknown): number[] | null {
  if (typeof raw === "number") return Number.isSafeInteger(raw) && raw > 0 ? [raw] : null;
  if (typeof raw !== "string") return null;
  const list = raw
    .split(",")
    .map(Number)
    .filter((one) => Number.isSafeInteger(one) && one > 0);
  return [...new Set(list)].sort((a, b) => a - b);
}

function kinds(raw: unknown): VerdictKind[] | null {
  if (typeof raw !== "string") return null;
  const said = raw.split(",");
  return VERDICT_KINDS.filter((kind) => said.includes(kind));
}
