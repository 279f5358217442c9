import "./case-about.css";
import { lackingAbility } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, focusInvalid, FormError, Input, TextArea } from "../../components/field.tsx";
import { useKeys } from "../../components/keys.ts";
import { Overtaken } from "../../components/overtaken.tsx";
import { useEdits } from "../../components/use-edits.ts";
import { useRead } from "../../components/use-read.ts";
import { api } from "../../trpc.ts";
import { useCaseMutation } from "./use-case-mutation.ts";
import { useCaseShelf } from "./use-case-shelf.ts";
import { useCase } from "./use-case.ts";

interface Wording {
  title: string;
  summary: string;
}

/** What is being checked, and for whom; and where its title and summary are edited. */
export function CaseAbout() {
  const { view, can, me } = useCase();
  const [editing, setEditing] = useState(false);
  // Here and not in the dialog: closed by Escape, it goes on where it was left.
  const edits = useEdits<Wording>({ title: view.title, summary: view.summary });
  const { putAway } = useCaseShelf();
  const may = can("manage_case");
  const shelved = view.archivedAt === null ? null : "It is put away already. It is brought back at the head of the page.";
  const lacking = may ? null : lackingAbility(me.role, "manage_case");
  useKeys("Case", [{ key: "e", label: "Edit the title and summary", when: may, run: () => setEditing(true) }]);
  return (
    <section className="caseabout" aria-label="The case">
      <p className="caseabout-title">{view.title}</p>
      <p className={view.summary === "" ? "meta" : "caseabout-summary"}>
        {view.summary === "" ? "No summary yet. It is printed at the head of the report." : view.summary}
      </p>
      <div className="caseabout-acts">
        <Button className="btn-small" kbd="e" aria-label="Edit the title and summary" disabledReason={lacking} onClick={() => setEditing(true)}>
          Edit
        </Button>
        <Button className="btn-small" variant="quiet" disabledReason={lacking ?? shelved} onClick={() => void putAway()}>
          Put the case away
        </Button>
      </div>
      {editing ? <EditCaseDialog edits={edits} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

interface EditCaseDialogProps {
  edits: ReturnType<typeof useEdits<Wording>>;
  onClose: () => void;
}

function EditCaseDialog({ edits, onClose }: EditCaseDialogProps) {
  const { caseId, view, latest } = useCase();
  const { run } = useCaseMutation();
  const { shown, isEdited, overtaken, edit, clear } = edits;
  const [lacking, setLacking] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const read = useRead(view.version);
  const send = (to: Wording, baseVersion: () => number, options: Parameters<typeof run>[2]) =>
    run(
      "Edit the title and summary of the case",
      (mutationId) => api.case.edit.mutate({ mutationId, caseId, baseVersion: baseVersion(), ...to }),
      options,
    );
  const versionNow = () => latest().version;
  const save = async () => {
    const to = { title: shown.title.trim(), summary: shown.summary.trim() };
    const before = { title: view.title, summary: view.summary };
    setLacking(to.title === "" ? "Give the case a title." : null);
    if (saving || !isEdited) return;
    if (to.title === "") return focusInvalid();
    setSaving(true);
    const sent = await send(to, () => read, {
      undo: () => send(before, versionNow, {}),
      redo: () => send(to, versionNow, {}),
      done: "The title and summary of the case are changed.",
      quiet: true,
    });
    setSaving(false);
    if (!sent.ok) return setProblem(sent.refusal.message);
    clear();
    onClose();
  };
  const giveUp = () => {
    clear();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Title and summary of the case"
      description="Both stand at the head of the report. What was released stays as it was."
    >
      <form
        className="caseabout-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Title" error={lacking}>
          {(ids) => <Input {...ids} maxLength={300} value={shown.title} onChange={(event) => edit({ title: event.target.value })} />}
        </Field>
        <Field label="Summary" hint="What is being checked, and for whom.">
          {(ids) => (
            <TextArea {...ids} rows={4} maxLength={10_000} value={shown.summary} onChange={(event) => edit({ summary: event.target.value })} />
          )}
        </Field>
        <Overtaken
          now={saving ? [] : overtaken.map((field) => `${field === "title" ? "Title" : "Summary"}: ${view[field] || "none"}`)}
          onTakeTheirs={clear}
        />
        <FormError>{problem}</FormError>
        <div className="caseabout-foot">
          <Button onClick={giveUp}>Cancel</Button>
          <Button
            type="submit"
            variant="primary"
            disabledReason={saving ? "It is being saved." : isEdited ? null : "Nothing has changed."}
          >
            {saving ? "Saving" : "Save"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
