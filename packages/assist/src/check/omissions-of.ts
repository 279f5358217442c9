import type { CheckedClaim, Omission } from "../suggestion.ts";

/** Of each source, the claims that another source speaks of and it seems to leave out. */
export function omissionsOf(sources: readonly string[], claims: readonly CheckedClaim[]): Omission[] {
  return sources.map((source) => {
    const others = claims.filter(({ cells }) => cells.some((cell) => cell.source !== source && cell.suggestion !== "missing"));
    const omitted = others.filter(({ cells }) => cells.some((cell) => cell.source === source && cell.suggestion === "missing"));
    return { source, reported: others.length, omitted: omitted.map(({ id }) => id) };
  });
}
