import type { TagView } from "@assay/domain";
import { useState } from "react";

/** While a decision can be made on it, the version on the screen does not change under the reader's eyes. */
const DECIDED_ON: readonly TagView["state"][] = ["submitted", "approved", "challenged"];

export interface SeenTag {
  /** What is shown, and what a decision binds to (T5). */
  seen: TagView;
  /** The newer version, when there is one that is not shown yet. */
  newer: TagView | null;
  showNewer: () => void;
}

export function useSeenTag(tag: TagView, userId: string): SeenTag {
  const [held, setHeld] = useState(tag);
  const keeps =
    held.id === tag.id &&
    held.version !== tag.version &&
    DECIDED_ON.includes(held.state) &&
    held.authorId !== userId;
  if (!keeps && held !== tag) setHeld(tag);
  return { seen: keeps ? held : tag, newer: keeps ? tag : null, showNewer: () => setHeld(tag) };
}
