import type { LinkedSource, ReportSnapshot } from "@assay/reports";
import { ferryTexts } from "../../packages/reports/src/testing/ferry-case.ts";
import { rated } from "../../packages/reports/src/testing/rated-ferry.ts";

/** The invented case that the reports' own tests use: one of everything, two claims rated. */
export function ferrySnapshot(): ReportSnapshot {
  return rated();
}

export function ferryTextOf(source: LinkedSource): string | null {
  return ferryTexts().find(({ sha256 }) => sha256 === source.textSha256)?.text ?? null;
}
