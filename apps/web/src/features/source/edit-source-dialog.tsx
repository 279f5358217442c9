import "./source.css";
import type { SourceMeta, SourceView } from "@assay/domain";
import { sourceName } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { focusInvalid, FormError } from "../../components/field.tsx";
import { notify } from "../../components/toast.tsx";
import { api } from "../../trpc.ts";
import { ConflictDialog } from "../case/conflict-dialog.tsx";
import { useCase } from "../case/use-case.ts";
import type { CaseOutcome } from "../case/use-case-mutation.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import type { MetaErrors } from "./check-meta.ts";
import { checkMeta } from "./check-meta.ts";
import { describeMeta, metaOf } from "./describe-meta.ts";
import { metaErrorsOf } from "./meta-errors-of.ts";
import { MetaFields } from "./meta-fields.tsx";

interface EditSourceDialogProps {
  source: SourceView;
  onClose: () => void;
}

/** The description only: the text of a revision never changes. */
export function EditSourceDialog({ source, onClose }: EditSourceDialogProps) {
  const { caseId, view, sourceById, latest } = useCase();
  const { run } = useCaseMutation();
  // The version the form was opened on stays its base until the person has seen a newer one (E5).
  const [base, setBase] = useState(source);
  const [meta, setMeta] = useState(() => metaOf(source));
  const [errors, setErrors] = useState<MetaErrors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState(false);
  const [busy, setBusy] = useState(false);
  const current = sourceById(source.id) ?? source;
  const changed = describeMeta(meta) !== describeMeta(base);

  const versionNow = () => latest().sources.find((each) => each.id === source.id)?.version ?? base.version;
  const send = (baseVersion: () => number, next: SourceMeta, undoTo: SourceMeta | null): Promise<CaseOutcome> =>
    run(
      `Edit ${sourceName(source)}`,
      (mutationId) =>
        api.source.edit.mutate({ mutationId, caseId, sourceId: source.id, baseVersion: baseVersion(), meta: next }),
      {
        quiet: true,
        ...(undoTo === null
          ? {}
          : {
              undo: () => send(versionNow, undoTo, null),
              redo: () => send(versionNow, next, undoTo),
              done: `Saved the description of source ${source.number}.`,
            }),
      },
    );
  const save = async (baseVersion: number) => {
    const found = checkMeta(meta);
    setErrors(found);
    setProblem(null);
    if (busy) return;
    if (Object.keys(found).length > 0) return focusInvalid();
    setBusy(true);
    const outcome = await send(() => baseVersion, meta, metaOf(current));
    setBusy(false);
    if (outcome.ok) return onClose();
    if (outcome.refusal.code === "CONFLICT") return setConflict(true);
    const fields = metaErrorsOf(outcome.refusal);
    setErrors(fields);
    focusInvalid();
    if (Object.keys(fields).length === 0) setProblem(outcome.refusal.message);
  };
  const giveWay = () => {
    onClose();
    const putBack = async () => {
      const outcome = await send(versionNow, meta, metaOf(current));
      if (!outcome.ok) notify({ text: outcome.refusal.message, tone: "refusal" });
    };
    notify({ text: `Version ${current.version} stands.`, action: { label: "Put mine back", run: () => void putBack() } });
  };
  const groups = [...new Set(view.sources.map((each) => each.independenceGroup.trim()).filter(Boolean))];
  return (
    <>
      <Dialog
        open={!conflict}
        onOpenChange={(open) => (open ? undefined : onClose())}
        title={`Source ${source.number}: ${sourceName(source)}`}
        description="The text itself stays as it was received."
        footer={
          <>
            <FormError>{problem}</FormError>
            <span className="grow" />
            <Button onClick={onClose}>Cancel</Button>
            <Button
              variant="primary"
              disabledReason={busy ? "It is being saved." : changed ? null : "Nothing has changed yet."}
              onClick={() => void save(base.version)}
            >
              {busy ? "Saving" : "Save"}
            </Button>
          </>
        }
      >
        <MetaFields
          meta={meta}
          errors={errors}
          groups={groups}
          onChange={(change) => {
            setMeta((held) => ({ ...held, ...change }));
            setErrors({});
          }}
        />
      </Dialog>
      <ConflictDialog
        open={conflict}
        title="Somebody changed this source while you were editing"
        description={`Yours was based on version ${base.version}.`}
        theirs={{ heading: `Version ${current.version}`, text: describeMeta(current) }}
        yours={{ heading: "Yours, not saved yet", text: describeMeta(meta) }}
        onKeepTheirs={giveWay}
        onSaveMine={() => {
          setConflict(false);
          setBase(current);
          void save(current.version);
        }}
        onClose={() => {
          setConflict(false);
          setBase(current);
        }}
      />
    </>
  );
}
