import "../source/source.css";
import "./revision.css";
import type { SourceView } from "@assay/domain";
import { sourceName } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { FormError } from "../../components/field.tsx";
import { useKeys } from "../../components/keys.ts";
import { notify } from "../../components/toast.tsx";
import { api } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { refetchCase } from "../case/case-query.ts";
import { useCase, useSourceText } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { CompletenessField } from "../source/completeness-field.tsx";
import { ContentField } from "../source/content-field.tsx";
import { readFile } from "../source/read-file.ts";
import type { SourceDraft } from "../source/source-draft.ts";
import { contentOf } from "../source/source-draft.ts";
import { discardDrafts, editDraft, useSourceDrafts } from "../source/source-drafts.ts";
import { useDroppedFiles } from "../source/use-dropped-files.ts";
import { PassageFates } from "./passage-fates.tsx";
import { TextChanges } from "./text-changes.tsx";
import { useRevisionPreview } from "./use-revision-preview.ts";

interface ReviseDialogProps {
  source: SourceView;
  onClose: () => void;
}

/** A corrected text of a source: pasted or dropped, compared with the one there is, then stored. */
export function ReviseDialog({ source, onClose }: ReviseDialogProps) {
  const { caseId } = useCase();
  // Kept like a source on its way in: closing the form or reloading the page loses nothing.
  const key = `${caseId}.${source.id}`;
  const draft = useSourceDrafts(key).drafts[0];
  const current = useSourceText(source.id).data?.text;
  const preview = useRevisionPreview(caseId, source, draft ?? EMPTY);
  const { run } = useCaseMutation();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const edit = (change: (held: SourceDraft) => SourceDraft) => {
    setProblem(null);
    if (draft !== undefined) editDraft(key, draft.id, change);
  };
  const take = async (files: readonly File[]) => {
    const [first] = files;
    if (first === undefined) return;
    const read = await readFile(first);
    if (read.ok) edit((held) => ({ ...held, file: read.file }));
    else setProblem(read.reason);
  };
  useDroppedFiles(true, (files) => void take(files));
  const number = source.revision.number + 1;
  const name = sourceName(source);

  const lacking = whyNot(draft, preview.data, busy);
  const store = async () => {
    const content = draft === undefined ? null : contentOf(draft);
    if (lacking !== null) return setProblem(lacking);
    if (draft === undefined || content === null) return;
    setBusy(true);
    const { completeness } = draft;
    // What was compared on the screen, not what somebody stored since (E5).
    const base = preview.data?.ok === true ? preview.data.baseRevisionId : source.revision.id;
    const revised = { caseId, sourceId: source.id, baseRevisionId: base, content, completeness };
    const outcome = await run(
      `Store revision ${number} of ${name}`,
      (mutationId) => api.source.revise.mutate({ mutationId, ...revised }),
      { quiet: true },
    );
    setBusy(false);
    if (!outcome.ok) {
      setProblem(outcome.refusal.message);
      if (outcome.refusal.code === "CONFLICT") await refetchCase(caseId);
      return;
    }
    discardDrafts(key);
    notify({ text: `Stored revision ${number} of ${name}.` });
    onClose();
  };
  useKeys("Form", [
    { key: "mod+Enter", label: "Store the revision", whileTyping: true, inDialog: true, run: () => void store() },
  ]);
  if (draft === undefined) return null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`New revision of ${name}`}
      description={`Revision ${number - 1} stays readable. Tags move to the new text where their words still stand.`}
      shape="wide"
      footer={
        <>
          <FormError>{problem}</FormError>
          <span className="grow" />
          <Button onClick={onClose}>Keep for later</Button>
          <Button variant="primary" kbd="mod+Enter" disabledReason={lacking} onClick={() => void store()}>
            {busy ? "Storing" : `Store revision ${number}`}
          </Button>
        </>
      }
    >
      <div className="revision-form">
        <div>
          <ContentField draft={draft} onChange={edit} onFiles={(files) => void take(files)} />
          <p className="revision-begin">
            {draft.file === null && draft.text === "" && current !== undefined ? (
              <Button variant="quiet" onClick={() => edit((held) => ({ ...held, text: current }))}>
                Start from the text of revision {number - 1}
              </Button>
            ) : null}
          </p>
          <CompletenessField
            value={draft.completeness}
            onChange={(completeness) => edit((held) => ({ ...held, completeness }))}
          />
        </div>
        <Preview preview={preview} isSame={preview.data?.ok === true && preview.data.sha256 === source.revision.sha256} />
      </div>
    </Dialog>
  );
}

function Preview({ preview, isSame }: { preview: ReturnType<typeof useRevisionPreview>; isSame: boolean }) {
  const { data, error, isFetching } = preview;
  if (error !== null && !isFetching) {
    return (
      <p className="field-error" role="alert">
        {refusalOf(error).message}
      </p>
    );
  }
  if (data === undefined) {
    return (
      <p className="meta revision-wait" role="status">
        {isFetching ? "Comparing the texts" : "What changes is shown here before anything is stored."}
      </p>
    );
  }
  if (!data.ok) {
    return (
      <p className="field-error" role="alert">
        {data.reason}
      </p>
    );
  }
  return (
    <div className="revision-preview" aria-busy={isFetching}>
      {data.notes.map((note) => (
        <p key={note} className="inspection-note">
          {note}
        </p>
      ))}
      {data.existing === null ? null : (
        <p className="inspection-note">
          This very text is source {data.existing.number} too, {data.existing.name}.
        </p>
      )}
      {isSame ? (
        <p className="meta">The words are the same. What changes is whether they are said to be complete.</p>
      ) : (
        <TextChanges comparison={data.comparison} />
      )}
      <PassageFates key={data.sha256} preview={data} />
    </div>
  );
}

function whyNot(
  draft: SourceDraft | undefined,
  preview: ReturnType<typeof useRevisionPreview>["data"],
  busy: boolean,
): string | null {
  if (busy) return "The revision is being stored.";
  if (draft === undefined || contentOf(draft) === null) return "Paste the corrected text or drop a file first.";
  return preview === undefined || preview.ok ? null : preview.reason;
}

const EMPTY: SourceDraft = {
  id: "",
  text: "",
  file: null,
  meta: {
    title: "",
    publisher: "",
    author: "",
    url: "",
    publishedAt: null,
    retrievedAt: null,
    kind: "article",
    language: "en",
    independenceGroup: "",
  },
  completeness: "full",
  touched: [],
  allowDuplicate: false,
};
