import { useCallback, useState } from "react";
import type { ReviewDraft } from "./model/review-draft.ts";
import { keepDraft, readDraft } from "./model/review-draft.ts";

/** What is typed about this tag, kept for the tab's lifetime. */
export function useDraft(tagId: string): [ReviewDraft, (draft: ReviewDraft) => void] {
  const [held, setHeld] = useState(() => ({ tagId, draft: readDraft(sessionStorage, tagId) }));
  const current = held.tagId === tagId ? held : { tagId, draft: readDraft(sessionStorage, tagId) };
  if (current !== held) setHeld(current);
  const change = useCallback(
    (draft: ReviewDraft) => {
      keepDraft(sessionStorage, tagId, draft);
      setHeld({ tagId, draft });
    },
    [tagId],
  );
  return [current.draft, change];
}
