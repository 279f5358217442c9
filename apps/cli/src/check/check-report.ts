import type { AssistReport } from "@assay/assist";
import type { SourceFile } from "./read-sources.ts";

/** What `assay check` writes as JSON: documented field by field in check.schema.json beside this file. */
export interface CheckReport extends AssistReport {
  format: "assay-check/1";
  /** Always false: no person has looked at any of it. */
  reviewed: false;
  sources: CheckedFile[];
}

export interface CheckedFile {
  id: string;
  file: string;
  sha256: string;
  published: string | null;
  language: string;
  /** Whether the whole of the pipeline knows the language. */
  handled: boolean;
  /** In UTF-16 code units. */
  length: number;
  /** Null for plain text, whose offsets count in the file itself; else the words that were read, in which they count. */
  read: { as: string; notes: string[]; text: string } | null;
}

export function checkReport(files: readonly SourceFile[], report: AssistReport): CheckReport {
  const languages = new Map(report.languages.map((one) => [one.source, one]));
  const { claims, differences, quotes, independence, shared, merges, splits, contradictions, omissions } = report;
  return {
    format: "assay-check/1",
    reviewed: false,
    sources: files.map(({ id, file, sha256, published, text, read }) => ({
      id,
      file,
      sha256,
      published: published ?? null,
      language: languages.get(id)?.language ?? "und",
      handled: languages.get(id)?.handled ?? false,
      length: text.length,
      read: read === null ? null : { ...read, text },
    })),
    claims,
    differences,
    quotes,
    independence,
    shared,
    merges,
    splits,
    contradictions,
    omissions,
    languages: report.languages,
  };
}
