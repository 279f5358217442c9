import type { TagView } from "./case-view.ts";
import type { Carriage, CarriedTag } from "./carry-tag.ts";
import type { Stance } from "./stance.ts";
import { cellKey } from "./blindness.ts";

export interface CarriedRuling extends CarriedTag {
  tag: TagView;
  /** Of an overturned tag: the stance that the ruling left standing. Null for every other one. */
  ruled: Stance | null;
}

/**
 * What a newer revision does to rulings that overturned a tag (A2, T6). Such a ruling does not rest on the passages of
 * the tag that lost. That the source is silent rests on its whole text (S3); any other stance on the passages of those
 * who say so too, or, where nobody else does, on the lost tag's reading of its own. `carried` are all tags of the source
 * that are in sight.
 */
export function lapseRulings<T extends CarriedRuling>(carried: readonly T[], between: Carriage): T[] {
  return carried.map((one) => {
    if (one.ruled === null || one.staleReason !== null) return one;
    return { ...one, staleReason: lapse(one.ruled, supportersOf(one, carried), between) };
  });
}

function supportersOf({ tag, ruled }: CarriedRuling, carried: readonly CarriedRuling[]): CarriedRuling[] {
  const isHandedIn = ({ state }: TagView) => state === "submitted" || state === "approved";
  const cell = cellKey(tag);
  return carried.filter((one) => isHandedIn(one.tag) && one.tag.stance === ruled && cellKey(one.tag) === cell);
}

function lapse(ruled: Stance, supporters: readonly CarriedRuling[], { from, to, sameWholeText }: Carriage): string | null {
  const revision = `Revision ${to.number} of the source`;
  if (ruled === "missing") {
    return sameWholeText === true ? null : `${revision} came after it was ruled that revision ${from.number} is silent. Read it.`;
  }
  const isLeft = supporters.length === 0 || supporters.some(({ staleReason }) => staleReason === null);
  return isLeft ? null : `${revision} changed the passages that the ruling rested on.`;
}
