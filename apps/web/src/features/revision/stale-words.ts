import { counted } from "../source/source-words.ts";

/** How many tags a new revision makes stale, and how many of those only attest the old text's silence (S3). */
export function staleWords({ staleTags, staleMissing }: { staleTags: number; staleMissing: number }): string {
  if (staleTags === 0) return "No tag becomes stale.";
  const all = `${counted(staleTags, "tag")} would become stale.`;
  if (staleMissing === 0) return all;
  if (staleMissing < staleTags) {
    const some = staleMissing === 1 ? "1 of them is “missing”: it attests" : `${staleMissing} of them are “missing”: they attest`;
    return `${all} ${some} that the old text is silent.`;
  }
  return `${all} ${staleTags === 1 ? "It is “missing”: it attests" : "All are “missing”: they attest"} that the old text is silent.`;
}
