import type { RefusalInfo } from "../../refusal.ts";
import type { MetaErrors } from "./check-meta.ts";

/** The server's complaints about single fields, by field: `issues` holds paths such as "meta.url". */
export function metaErrorsOf(refusal: RefusalInfo): MetaErrors {
  if (refusal.code !== "INVALID") return {};
  const { issues } = refusal.details;
  if (!Array.isArray(issues)) return {};
  const entries = issues.flatMap((issue: unknown): [string, string][] => {
    if (typeof issue !== "object" || issue === null || !("field" in issue) || !("message" in issue)) return [];
    const { field, message } = issue;
    if (typeof field !== "string" || typeof message !== "string" || !field.startsWith("meta.")) return [];
    return [[field.slice("meta.".length), message]];
  });
  return Object.fromEntries(entries);
}
