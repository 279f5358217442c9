import { Plus, X } from "lucide-react";
import { IconButton } from "../../components/button.tsx";
import type { SourceDraft } from "./source-draft.ts";
import { draftName, hasWork } from "./source-draft.ts";
import { addDraft, chooseDraft, removeDraft } from "./source-drafts.ts";

interface DraftTabsProps {
  caseId: string;
  drafts: readonly SourceDraft[];
  current: string;
}

/** Shown from the second source on. */
export function DraftTabs({ caseId, drafts, current }: DraftTabsProps) {
  if (drafts.length < 2) return null;
  return (
    <ul className="drafttabs" aria-label="Sources to add">
      {drafts.map((draft, index) => (
        <li key={draft.id} className={draft.id === current ? "drafttabs-on" : undefined}>
          <button
            type="button"
            aria-current={draft.id === current ? "true" : undefined}
            onClick={() => chooseDraft(caseId, draft.id)}
          >
            {draftName(draft, index)}
          </button>
          <IconButton small label={`Discard ${draftName(draft, index)}`} onClick={() => removeDraft(caseId, draft.id)}>
            <X className="icon" aria-hidden />
          </IconButton>
        </li>
      ))}
      {drafts.every(hasWork) ? (
        <li>
          <IconButton small label="Another source" onClick={() => addDraft(caseId)}>
            <Plus className="icon" aria-hidden />
          </IconButton>
        </li>
      ) : null}
    </ul>
  );
}
