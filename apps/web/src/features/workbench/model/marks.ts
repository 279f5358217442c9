import { claimLabel } from "@assay/domain";
import type { ClaimView, TagView } from "@assay/domain";
import type { HighlightMark } from "@assay/editor";

const NONE: HighlightMark[] = [];

/**
 * One source's highlights: the passages of every tag that stands. The same tag and label give the same mark objects and
 * an unchanged source the same array, so that choosing a claim or tagging another source paints nothing anew.
 */
export function createMarkBuilder(): (tags: TagView[], claims: ClaimView[], sourceId: string) => HighlightMark[] {
  const perTag = new WeakMap<TagView, { label: string; marks: HighlightMark[] }>();
  const perSource = new Map<string, HighlightMark[]>();
  return (tags, claims, sourceId) => {
    const labels = new Map<string, string>();
    for (const claim of claims) if (!claim.withdrawn) labels.set(claim.id, claimLabel(claim));
    const marks = tags.flatMap((tag) => {
      const label = labels.get(tag.claimId);
      if (tag.sourceId !== sourceId || tag.state === "withdrawn" || label === undefined) return NONE;
      const known = perTag.get(tag);
      if (known !== undefined && known.label === label) return known.marks;
      const built = marksOfTag(tag, label);
      perTag.set(tag, { label, marks: built });
      return built;
    });
    const before = perSource.get(sourceId);
    if (before !== undefined && sameItems(before, marks)) return before;
    perSource.set(sourceId, marks);
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
