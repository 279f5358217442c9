import type { TagView } from "./case-view.ts";

export interface SeenVersion {
  tagId: string;
  tagVersion: number;
}

/** The other tags of a cell that a ruling on one of them overrules, or takes sides with: those that were handed in (B4). */
export function contendersWith(tagId: string, cellTags: readonly TagView[]): SeenVersion[] {
  const handedIn = cellTags.filter(({ state }) => state === "submitted" || state === "approved" || state === "challenged");
  return handedIn.filter(({ id }) => id !== tagId).map(({ id, version }) => ({ tagId: id, tagVersion: version }));
}

/** T5 for a ruling: whether all that contends was read in the version it has. Less than what was read may be left of it. */
export function areAllSeen(contenders: readonly SeenVersion[], seen: readonly SeenVersion[]): boolean {
  return contenders.every((one) => seen.some(({ tagId, tagVersion }) => tagId === one.tagId && tagVersion === one.tagVersion));
}
