import type { ReadingStatus } from "../assist/case-suggestions.ts";
import type { CaseContext } from "../context.ts";

/** Stops reading the case, for everybody on this process; what was read before stays. */
export function cancelSuggestions(ctx: CaseContext): ReadingStatus {
  return ctx.app.assist.cancel(ctx.caseId) ?? { state: "stopped", progress: 0, problem: null };
}
