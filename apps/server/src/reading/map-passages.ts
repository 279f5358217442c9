import { compareTexts, mapAnchors } from "@assay/domain";
import type { AnchorToMap, MappedAnchor, TextComparison } from "@assay/domain";

export interface MapTask {
  oldText: string;
  newText: string;
  anchors: AnchorToMap[];
  /** Whether somebody wants to read what changed. */
  compare: boolean;
}

export interface Mapping {
  mapped: MappedAnchor[];
  comparison: TextComparison | null;
}

/** All the work of a new revision that takes longer the longer the texts are. */
export function mapPassages({ oldText, newText, anchors, compare }: MapTask): Mapping {
  return {
    mapped: mapAnchors(oldText, newText, anchors),
    comparison: compare ? compareTexts(oldText, newText) : null,
  };
}
