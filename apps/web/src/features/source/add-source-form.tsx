import type { CaseView, SourceMeta } from "@assay/domain";
import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { focusInvalid, FormError } from "../../components/field.tsx";
import { notify } from "../../components/toast.tsx";
import { useKeys } from "../../components/keys.ts";
import type { RefusalInfo } from "../../refusal.ts";
import { api } from "../../trpc.ts";
import { refetchCase } from "../case/case-query.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { checkMeta } from "./check-meta.ts";
import type { MetaErrors } from "./check-meta.ts";
import { CompletenessField } from "./completeness-field.tsx";
import { ContentField } from "./content-field.tsx";
import { InspectionPanel } from "./inspection-panel.tsx";
import { MetaFields } from "./meta-fields.tsx";
import { metaErrorsOf } from "./meta-errors-of.ts";
import type { SourceDraft } from "./source-draft.ts";
import { applyGuess, contentOf, draftName, editMeta } from "./source-draft.ts";
import { editDraft } from "./source-drafts.ts";
import { useSourceMoves } from "./source-moves.ts";
import { useInspection } from "./use-inspection.ts";

interface AddSourceFormProps {
  draft: SourceDraft;
  onFiles: (files: readonly File[]) => void;
  onAdded: (sourceId: string) => void;
  onOpenExisting: (sourceId: string) => void;
  /** Stands in the place of the buttons while a question is open. */
  asking: ReactNode;
}

export function AddSourceForm({ draft, onFiles, onAdded, onOpenExisting, asking }: AddSourceFormProps) {
  const { caseId, view, latest } = useCase();
  const { putBack } = useSourceMoves();
  const { run } = useCaseMutation();
  const inspection = useInspection(caseId, draft);
  const [errors, setErrors] = useState<MetaErrors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const edit = (change: (held: SourceDraft) => SourceDraft) => editDraft(caseId, draft.id, change);

  const read = inspection.data;
  useEffect(() => {
    if (read?.ok === true) editDraft(caseId, draft.id, (held) => applyGuess(held, read));
  }, [caseId, draft.id, read]);

  const changeMeta = (change: Partial<SourceMeta>) => {
    edit((held) => editMeta(held, change));
    setErrors((before) => ({
      ...before,
      ...Object.fromEntries(Object.keys(change).map((field) => [field, undefined])),
    }));
  };
  const refuse = (refusal: RefusalInfo) => {
    const fields = metaErrorsOf(refusal);
    setErrors(fields);
    focusInvalid();
    setProblem(Object.keys(fields).length > 0 ? null : refusal.message);
    // The same text arrived meanwhile: the panel then says where it is.
    if (refusal.code === "ALREADY_EXISTS") void inspection.refetch();
  };
  const add = async () => {
    const content = contentOf(draft);
    const found = checkMeta(draft.meta);
    setErrors(found);
    setProblem(null);
    if (content === null || busy) return;
    if (Object.keys(found).length > 0) return focusInvalid();
    const { id, meta, completeness, allowDuplicate } = draft;
    setBusy(true);
    const outcome = await run(
      `Add ${draftName(draft, lastNumber(view))}`,
      (mutationId) => api.source.add.mutate({ mutationId, caseId, id, content, meta, completeness, allowDuplicate }),
      { quiet: true },
    );
    setBusy(false);
    if (!outcome.ok) return refuse(outcome.refusal);
    notify({ text: `Added ${draftName(draft, lastNumber(view))}.` });
    onAdded(id);
  };

  const restore = async (sourceId: string) => {
    // A colleague may have taken it out after this page last looked.
    if (!latest().removedSources.some(({ id }) => id === sourceId)) await refetchCase(caseId);
    const source = latest().removedSources.find(({ id }) => id === sourceId);
    if (source === undefined || (await putBack(source)).ok) onOpenExisting(sourceId);
  };

  const lacking = whyNot(draft, inspection, busy);
  useKeys("Form", [
    {
      key: "mod+Enter",
      label: "Add the source",
      whileTyping: true,
      inDialog: true,
      run: () => (lacking === null ? void add() : setProblem(lacking)),
    },
  ]);
  const groups = [...new Set(view.sources.map((source) => source.independenceGroup.trim()).filter(Boolean))];
  return (
    <form
      className="addsource-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (lacking === null) void add();
        else setProblem(lacking);
      }}
    >
      <div className="addsource-columns">
        <div className="addsource-content">
          <ContentField draft={draft} onChange={edit} onFiles={onFiles} />
          <InspectionPanel
            inspection={inspection}
            allowDuplicate={draft.allowDuplicate}
            onAllowDuplicate={(allowDuplicate) => edit((held) => ({ ...held, allowDuplicate }))}
            onOpenExisting={onOpenExisting}
            onPutBack={(sourceId) => void restore(sourceId)}
          />
        </div>
        <div className="addsource-about">
          <MetaFields meta={draft.meta} errors={errors} groups={groups} onChange={changeMeta} />
          <CompletenessField
            value={draft.completeness}
            onChange={(completeness) => edit((held) => ({ ...held, completeness }))}
          />
        </div>
      </div>
      <div className="addsource-foot">
        {asking ?? (
          <>
            <FormError>{problem}</FormError>
            <span className="grow" />
            <Button type="submit" variant="primary" kbd="mod+Enter" disabledReason={lacking}>
              {busy ? "Adding" : "Add source"}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}

/** A source that was taken out keeps its number. */
function lastNumber({ sources, removedSources }: CaseView): number {
  return Math.max(0, ...[...sources, ...removedSources].map(({ number }) => number));
}

function whyNot(draft: SourceDraft, inspection: ReturnType<typeof useInspection>, busy: boolean): string | null {
  if (busy) return "The source is being added.";
  if (contentOf(draft) === null) return "Paste the text or drop a file first.";
  const { data, isError } = inspection;
  // Not read yet, or the reader did not answer: the server decides when it is sent.
  if (data === undefined || isError) return null;
  if (!data.ok) return data.reason;
  if (data.existing !== null && !draft.allowDuplicate) {
    if (data.existing.removed) {
      return `This text was taken out of the case. Put source ${data.existing.number} back, or tick “Add it anyway”.`;
    }
    return `This text is in the case already. Open source ${data.existing.number}, or tick “Add it anyway”.`;
  }
  return null;
}
