import { readPolicy } from "@assay/domain";
import type { CaseView, TagState } from "@assay/domain";
import { byId, cellKey, versionKey } from "./check.ts";
import type { World } from "./world.ts";

/** B1: what one person sees of a case holds nothing of others' tags in cells that are blind. */
export function seesBlindCells(view: CaseView, { policy, openings }: World, userId: string): string[] {
  if (readPolicy(policy).requiredTags === 1) return [];
  const opened = new Set(openings.map(cellKey));
  const isHidden = (tag: { claimId: string; sourceId: string; authorId: string }) =>
    tag.authorId !== userId && !opened.has(cellKey(tag));
  const shown = new Set(view.tags.filter((tag) => tag.authorId === userId || opened.has(cellKey(tag))).map(({ id }) => id));
  return [
    ...view.tags.filter(isHidden).map(({ id }) => `tag ${id}`),
    ...[...view.reviews, ...view.adjudications].filter(({ tagId }) => !shown.has(tagId)).map(({ id }) => `decision ${id}`),
  ];
}

/** States in which a tag counts towards the opening of its cell. A stale one does not: it judged other words. */
const HANDED_IN: readonly TagState[] = ["submitted", "challenged", "approved"];

export function cellsOpenWhenTheyAreFull(_before: World, after: World) {
  const { requiredTags } = readPolicy(after.policy);
  const opened = new Set(after.openings.map(cellKey));
  if (requiredTags === 1) return [];
  const handedIn = new Map<string, number>();
  for (const tag of after.tags.filter(({ state }) => HANDED_IN.includes(state))) {
    handedIn.set(cellKey(tag), (handedIn.get(cellKey(tag)) ?? 0) + 1);
  }
  const full = [...handedIn].map(([cell, tags]) =>
    tags >= requiredTags && !opened.has(cell) ? `cell ${cell} has ${tags} tags and is still blind` : null,
  );
  const tags = byId(after.tags);
  const peeked = [...after.reviews, ...after.adjudications].map(({ id, tagId }) => {
    const tag = tags.get(tagId);
    return tag === undefined || opened.has(cellKey(tag)) ? null : `decision ${id} is on a tag of a blind cell`;
  });
  return [...full, ...peeked];
}

export function laterWordsAreMarked(before: World, after: World) {
  // A cell that was open from its first tag on never was blind: there was nothing to reveal.
  const wasBlind = before.openings.filter((opening) =>
    before.tags.some((tag) => cellKey(tag) === cellKey(opening) && Date.parse(tag.createdAt) < Date.parse(opening.openedAt)),
  );
  const opened = new Set(wasBlind.map(cellKey));
  const known = new Set(before.versions.map(versionKey));
  const tags = byId(after.tags);
  return after.versions
    .filter((one) => !known.has(versionKey(one)))
    .map((one) => {
      const tag = tags.get(one.tagId);
      const isLater = tag !== undefined && opened.has(cellKey(tag));
      return isLater === one.postReveal ? null : `version ${versionKey(one)} is ${isLater ? "not " : ""}marked as later`;
    });
}
