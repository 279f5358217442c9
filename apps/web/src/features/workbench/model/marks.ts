import { claimLabel } from "@assay/domain";
import type { ClaimView, TagView } from "@assay/domain";
import type { HighlightMark } from "@assay/editor";

/**
 * One source's highlights: the passages of every tag that stands. The same tag and label give the same mark objects and
 * an unchanged source the same array, so that choosing a claim or tagging another source paints nothing anew. It is
 * asked at every change of the case: what it does for each of thousands of passages counts.
 */
export function createMarkBuilder(): (tags: TagView[], claims: ClaimView[], sourceId: string) => HighlightMark[] {
  const perTag = new WeakMap<TagView, { label: string; marks: HighlightMark[] }>();
  const perSource = new Map<string, { lists: HighlightMark[][]; marks: HighlightMark[] }>();
  let labelled: ClaimView[] = [];
  let labels = new Map<string, string>();
  const marksOf = (tag: TagView, label: string): HighlightMark[] => {
    const known = perTag.get(tag);
    if (known !== undefined && known.label === label) return known.marks;
    const marks = marksOfTag(tag, label);
    perTag.set(tag, { label, marks });
    return marks;
  };
  return (tags, claims, sourceId) => {
    if (claims !== labelled) {
      labels = new Map(claims.filter(({ withdrawn }) => !withdrawn).map((claim) => [claim.id, claimLabel(claim)]));
      labelled = claims;
    }
    const lists: HighlightMark[][] = [];
    for (const tag of tags) {
      if (tag.sourceId !== sourceId || tag.state === "withdrawn") continue;
      const label = labels.get(tag.claimId);
      if (label !== undefined) lists.push(marksOf(tag, label));
    }
    const before = perSource.get(sourceId);
    if (before !== undefined && sameItems(before.lists, lists)) return before.marks;
    const marks = lists.flat();
    perSource.set(sourceId, { lists, marks });
    return marks;
  };
}

/** An orphaned or ambiguous anchor has no place to show until a person gives it one (X4). */
function marksOfTag(tag: TagView, label: string): HighlightMark[] {
  return tag.evidence
    .filter((one) => one.state !== "orphaned" && one.state !== "ambiguous")
    .map(({ start, end }) => ({
      // By place, not by the passage's id, which every version of a tag makes anew: what stays is not painted again.
      id: `${tag.id}:${start}-${end}`,
      claimId: tag.claimId,
      tagId: tag.id,
      start,
      end,
      stance: tag.stance,
      label,
    }));
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
