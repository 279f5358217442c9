import type { TagView } from "@assay/domain";
import { useEffect } from "react";
import { useCaseNow } from "../../case/use-case.ts";
import { isRationaleClash, keepRationale, readRationale } from "../model/rationale-draft.ts";
import type { RationaleDraft } from "../model/rationale-draft.ts";
import type { Bench } from "../state/bench-context.tsx";
import { cellName } from "../state/tag-writes.ts";

/** Longer than a field waits before it saves by itself: what is older has no field any more, in no window. */
const LEFT_MS = 4000;

/**
 * A browser that was closed or died while somebody wrote has no time to send. What was typed is sent when the case is open
 * again, whichever cell is looked at: left on the machine, the tag would go to review without it. Where the rationale was
 * changed meanwhile, or the tag handed in, nothing is sent; the cell itself shows the words to whoever opens it.
 */
export function useLeftRationales({ caseId, tags, actions, latest }: Bench): void {
  const now = useCaseNow();
  useEffect(() => {
    const sendLeft = () => {
      const meId = now().me.id;
      for (const tag of latest().tags) {
        if (tag.authorId !== meId || isHandedIn(tag) || actions.refusal("edit", tag) !== null) continue;
        const draft = readRationale(caseId, tag);
        if (isLeft(draft) && !isRationaleClash(tag.rationale, draft)) void send(tag, draft);
      }
    };
    const send = async (tag: TagView, draft: RationaleDraft) => {
      const { text } = draft;
      const outcome = await tags.edit(tag, `Rationale of ${cellName(latest(), tag)}`, (content) =>
        content === null || isRationaleClash(content.rationale, draft) ? null : { ...content, rationale: text },
      );
      const { text: written } = readRationale(caseId, tag);
      if (outcome.ok && written === text) keepRationale(caseId, tag.id, { text, base: text });
    };
    sendLeft();
    const timer = setTimeout(sendLeft, LEFT_MS);
    return () => clearTimeout(timer);
  }, [caseId, tags, actions, latest, now]);
}

function isHandedIn({ state }: TagView): boolean {
  return state === "submitted" || state === "approved" || state === "withdrawn";
}

function isLeft({ text, base, at = 0 }: RationaleDraft): boolean {
  return text !== base && Date.now() - at > LEFT_MS;
}
