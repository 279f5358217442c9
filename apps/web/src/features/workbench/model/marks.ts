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
  /** Of the version of each tag that was asked about last. */
  const lastOf = new Map<string, HighlightMark[]>();
  const perSource = new Map<string, { lists: HighlightMark[][]; marks: HighlightMark[] }>();
  let labelled: ClaimView[] = [];
  let labels = new Map<string, string>();
  const marksOf = (tag: TagView, label: string): HighlightMark[] => {
    const known = perTag.get(tag);
    if (known !== undefined && known.label === label) return known.marks;
    const marks = marksOfTag(tag, label, lastOf.get(tag.id) ?? []);
    perTag.set(tag, { label, marks });
    lastOf.set(tag.id, marks);
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
    const marks = before === undefined ? lists.flat() : follow(before, lists);
    perSource.set(sourceId, { lists, marks });
    return marks;
  };
}

/**
 * An orphaned or ambiguous anchor has no place to show until a person gives it one (X4). Every version of a tag makes its
 * passages anew; those that stay are the very marks they were, so that only what is another is looked at.
 */
function marksOfTag({ id: tagId, claimId, stance, evidence }: TagView, label: string, before: readonly HighlightMark[]): HighlightMark[] {
  const [first] = before;
  const isKept = first !== undefined && first.claimId === claimId && first.stance === stance && first.label === label;
  const known = new Map(isKept ? before.map((mark) => [mark.start, mark]) : []);
  const marks: HighlightMark[] = [];
  for (const { start, end, state } of evidence) {
    if (state === "orphaned" || state === "ambiguous") continue;
    const kept = known.get(start);
    const changed = state === "fuzzy";
    // By place, not by the passage's id, which every version of a tag makes anew: what stays is not painted again.
    const isKeptOne = kept?.end === end && (kept.changed === true) === changed;
    const id = `${tagId}:${start}-${end}`;
    marks.push(isKeptOne ? kept : { id, claimId, tagId, start, end, stance, label, ...(changed ? { changed } : {}) });
  }
  return marks;
}

/** Thousands of marks are not gone through for those of the one tag that has changed. */
function follow(before: { lists: HighlightMark[][]; marks: HighlightMark[] }, lists: HighlightMark[][]): HighlightMark[] {
  const shorter = Math.min(before.lists.length, lists.length);
  let head = 0;
  let from = 0;
  for (; head < shorter && before.lists[head] === lists[head]; head++) from += lists[head]!.length;
  let tail = 0;
  let until = before.marks.length;
  for (; tail < shorter - head && before.lists.at(-1 - tail) === lists.at(-1 - tail); tail++) until -= lists.at(-1 - tail)!.length;
  const between = lists.slice(head, lists.length - tail).flat();
  return [...before.marks.slice(0, from), ...between, ...before.marks.slice(until)];
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
