import type { TagView } from "@assay/domain";
import { useState } from "react";

/** While a decision can be made on it, the version on the screen does not change under the reader's eyes. */
const DECIDED_ON: readonly TagView["state"][] = ["submitted", "approved", "challenged"];

export const isDecidedOn = ({ state }: Pick<TagView, "state">) => DECIDED_ON.includes(state);

export interface SeenTag {
  /** What is shown, and what a decision binds to (T5). */
  seen: TagView;
  /** The newer version, when there is one that is not shown yet. */
  newer: TagView | null;
  showNewer: () => void;
}

/**
 * Of somebody else's tag, the version that was shown first: until it was asked for, no version is shown in its place that
 * a decision could be made on. On the way there the tag may have been stale, withdrawn or sent back for a moment, which
 * its reader need not have noticed.
 */
export function useSeenTag(tag: TagView, userId: string): SeenTag {
  const [held, setHeld] = useState(tag);
  const keeps =
    held.id === tag.id &&
    held.version !== tag.version &&
    (isDecidedOn(held) || isDecidedOn(tag)) &&
    held.authorId !== userId;
  if (!keeps && held !== tag) setHeld(tag);
  return { seen: keeps ? held : tag, newer: keeps ? tag : null, showNewer: () => setHeld(tag) };
}
