import { anchorMatches, claimLabel, isLostState, mapAnchors } from "@assay/domain";
import type { CaseView, Evidence, TagView } from "@assay/domain";
import { anchorPassages } from "@assay/editor";
import type { DraftAnchor, DraftText } from "@assay/editor";

/** A tagged passage of a draft, and what it is called on the page. */
export interface DraftPassage {
  id: string;
  tag: TagView;
  evidence: Evidence;
  label: string;
}

/** Every passage that stands in the source's text, in reading order. */
export function passagesOf({ tags, claims }: Pick<CaseView, "tags" | "claims">, sourceId: string): DraftPassage[] {
  const labels = new Map(claims.filter(({ withdrawn }) => !withdrawn).map((claim) => [claim.id, claimLabel(claim)]));
  return tags
    .flatMap((tag): DraftPassage[] => {
      const label = labels.get(tag.claimId);
      if (tag.sourceId !== sourceId || tag.state === "withdrawn" || label === undefined) return [];
      const standing = tag.evidence.filter(({ state }) => !isLostState(state));
      return standing.map((evidence) => ({ id: passageId(tag, evidence), tag, evidence, label }));
    })
    .toSorted((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end);
}

export function passageId(tag: Pick<TagView, "id">, evidence: Pick<Evidence, "id">): string {
  return `${tag.id} ${evidence.id}`;
}

/**
 * Where passages of the stored text are in a draft of it. In an untouched one at their offsets; in one that was written
 * on since, where comparing the texts finds them (X4).
 */
export function placePassages(stored: string, draft: DraftText, passages: readonly DraftPassage[]): DraftAnchor[] {
  const places =
    stored === draft.text
      ? passages.map(({ evidence }) => (anchorMatches(stored, evidence) ? evidence : undefined))
      : mapAnchors(stored, draft.text, passages.map(({ evidence }) => lookedFor(stored, evidence))).map(({ anchor }) => anchor);
  const found = passages.flatMap(({ id, evidence: { exact } }, index) => {
    const place = places[index];
    return place === undefined || isLostState(place.state) ? [] : [{ id, exact, start: place.start, end: place.end }];
  });
  const anchors = anchorPassages(draft, found);
  const placed = new Set(anchors.map(({ id }) => id));
  const lost = passages.filter(({ id }) => !placed.has(id)).map(({ id, evidence }) => lostAnchor(id, evidence.exact));
  return [...anchors, ...lost];
}

/**
 * A passage as `mapAnchors` takes it. One that does not stand in the text it is said to stand in, because a newer one
 * is on its way, is looked for by its words.
 */
export function lookedFor(stored: string, evidence: Evidence): Evidence {
  return anchorMatches(stored, evidence) ? evidence : { ...evidence, state: "orphaned" };
}

function lostAnchor(id: string, exact: string): DraftAnchor {
  const nowhere = { block: 0, offset: 0 };
  return { id, exact, start: nowhere, end: nowhere, state: "gone" };
}
