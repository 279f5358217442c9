import { useQuery } from "@tanstack/react-query";
import { useCase } from "../case/use-case.ts";
import { scopeOf } from "./model/report-scope.ts";
import type { ReportFormat, ReportOptions } from "./model/report-search.ts";
import { exportReport } from "./report-api.ts";

/**
 * One export of the case as it is now. A new event in the log makes a new export; the last one stays on the screen
 * until it is here.
 */
export function useReportExport(options: ReportOptions, format: ReportFormat) {
  const { caseId, view, verdicts } = useCase();
  const scope = scopeOf(view, verdicts, options);
  const title = options.title.trim();
  const audience = options.built === null ? {} : { audience: options.built };
  return useQuery({
    queryKey: ["report", caseId, view.lastEvent, format, title, scope, options.built],
    queryFn: ({ signal }) => exportReport({ caseId, format, title, scope, ...audience }, signal),
    enabled: title !== "",
    placeholderData: (before) => before,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: 1,
  });
}
