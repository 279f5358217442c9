import type { TagView } from "@assay/domain";
import { useState } from "react";
import { newThreadKey } from "../../threads/model/thread-place.ts";
import { unsentComment } from "../../threads/use-comment-draft.ts";

/**
 * The tag of a cell that a new thread is about. It stays as long as something is being written about it: a colleague's
 * tag takes neither the words away nor the cursor, whose next letters would be commands. What was begun earlier is found
 * again. `details` is the id of the element with the field.
 */
export function useThreadTag(caseId: string, tags: readonly TagView[], wanted: string | null, details: string): string | null {
  const isBegun = ({ id, claimId, sourceId }: TagView) =>
    unsentComment(newThreadKey(caseId, { kind: "cell", claimId, sourceId, tagId: id })) !== "";
  const [held, setHeld] = useState(() => tags.find((tag) => tag.id === wanted && isBegun(tag))?.id ?? tags.find(isBegun)?.id ?? wanted);
  if (held === wanted) return held;
  const tag = tags.find(({ id }) => id === held);
  if (tag !== undefined && (isBegun(tag) || isIn(details))) return held;
  setHeld(wanted);
  return wanted;
}

function isIn(details: string): boolean {
  return document.activeElement?.closest(".composer")?.closest(`[id="${details}"]`) != null;
}
