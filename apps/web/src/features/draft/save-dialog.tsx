import type { SourceView } from "@assay/domain";
import { canonicalJson, sourceName } from "@assay/domain";
import { anchorsOf } from "@assay/editor";
import type { DraftText } from "@assay/editor";
import { useMemo, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { FormError } from "../../components/field.tsx";
import { useKeys } from "../../components/keys.ts";
import { api } from "../../trpc.ts";
import { refetchCase } from "../case/case-query.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { useCase } from "../case/use-case.ts";
import { PassageFates } from "../revision/passage-fates.tsx";
import "../revision/revision.css";
import { TextChanges } from "../revision/text-changes.tsx";
import { CompletenessField } from "../source/completeness-field.tsx";
import { readSession } from "./model/draft-session.ts";
import type { DraftSession } from "./model/draft-session.ts";
import { followedPassages, previewDraft } from "./model/preview-draft.ts";

interface SaveDialogProps {
  source: SourceView;
  session: DraftSession;
  /** A newer revision was stored than the one this draft follows. */
  isBehind: boolean;
  onClose: () => void;
  /** The desk has it: what was sent, and under which number and id. */
  onSaved: (sent: SentDraft, revision: { id: string; number: number }) => void;
}

export interface SentDraft {
  /** The editor's value at that moment: another one was written on since. */
  value: unknown;
  draft: DraftText;
}

/** What becomes of the text and its tags, before it is stored for everybody. */
export function SaveDialog({ source, session, isBehind, onClose, onSaved }: SaveDialogProps) {
  const { caseId, view } = useCase();
  const { run } = useCaseMutation();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [completeness, setCompleteness] = useState(source.revision.completeness);
  const { editor, base } = session;
  const draft = useMemo(() => readSession(session), [session]);
  const anchors = anchorsOf(editor);
  const preview = useMemo(
    () => previewDraft(view, source, base, draft, anchors, completeness),
    [view, source, base, draft, anchors, completeness],
  );
  const [number] = useState(source.revision.number + 1);
  const isFormOnly = draft.text === base.text;
  const isReformed = canonicalJson(draft.blocks) !== canonicalJson(base.blocks);
  const lacking = whyNot({ busy, isBehind, isBlank: draft.blocks.length === 0, isNothing: isFormOnly && !isReformed });

  const store = async () => {
    if (lacking !== null) return setProblem(lacking);
    setBusy(true);
    session.isSaving = true;
    const sent = { value: editor.children, draft };
    const content = { kind: "draft" as const, text: draft.text, blocks: draft.blocks };
    const followed = followedPassages(draft, anchors);
    const revised = { caseId, sourceId: source.id, baseRevisionId: base.id, content, completeness, anchors: followed };
    const outcome = await run(
      `Save revision ${number} of ${sourceName(source)}`,
      (mutationId) => api.source.revise.mutate({ mutationId, ...revised }),
      { quiet: true },
    );
    setBusy(false);
    if (outcome.ok) {
      const { id, number: stored } = outcome.change.sources?.[0]?.revision ?? { id: base.id, number };
      return onSaved(sent, { id, number: stored });
    }
    session.isSaving = false;
    setProblem(outcome.refusal.message);
    if (outcome.refusal.code === "CONFLICT") await refetchCase(caseId);
  };
  useKeys("Form", [{ key: "mod+Enter", label: "Save the revision", whileTyping: true, inDialog: true, run: () => void store() }]);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Save as revision ${number}`}
      description={`Everybody in this case reads it from now on. Revision ${number - 1} stays readable.`}
      shape="wide"
      footer={
        <>
          <FormError>{problem}</FormError>
          <span className="grow" />
          <Button onClick={onClose}>Go on writing</Button>
          <Button variant="primary" kbd="mod+Enter" disabledReason={lacking} onClick={() => void store()}>
            {busy ? "Saving" : `Save revision ${number}`}
          </Button>
        </>
      }
    >
      <div className="revision-preview draft-preview">
        {lacking !== null && !busy ? <p className="meta">{lacking}</p> : null}
        {isFormOnly && lacking === null ? <p className="meta">The words are the same. Only formatting changes.</p> : null}
        {isFormOnly ? null : <TextChanges comparison={preview.comparison} />}
        <PassageFates preview={preview} />
        <CompletenessField value={completeness} onChange={setCompleteness} />
      </div>
    </Dialog>
  );
}

interface Hindrances {
  busy: boolean;
  isBehind: boolean;
  isBlank: boolean;
  isNothing: boolean;
}

function whyNot({ busy, isBehind, isBlank, isNothing }: Hindrances): string | null {
  if (busy) return "The revision is being saved.";
  if (isBehind) return "A newer revision was stored meanwhile. Close this and compare with it first.";
  if (isBlank) return "There are no words to save. Write some first.";
  return isNothing ? "Nothing has changed since the newest revision." : null;
}
