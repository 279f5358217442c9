import { canonicalJson } from "@assay/domain";
import type { ReportSnapshot } from "./report-snapshot.ts";

/**
 * What a release's sha256 is over: the snapshot in canonical JSON without `release.sha256`, the one field that cannot
 * hold itself. Anybody with the JSON export can make it again.
 */
export function canonicalSnapshot(snapshot: ReportSnapshot): string {
  const { release, ...rest } = snapshot;
  if (release === undefined) return canonicalJson(rest);
  const { sha256: _, ...frozen } = release;
  return canonicalJson({ ...rest, release: frozen });
}
