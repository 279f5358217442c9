import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, focusInvalid, FormError, Input, TextArea } from "../../components/field.tsx";
import { api, newId, queryClient, trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";

interface NewCaseDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  workspaceId: string;
}

export function NewCaseDialog({ open, onOpenChange, workspaceId }: NewCaseDialogProps) {
  const navigate = useNavigate();
  // Kept while the dialog is closed: reopening it goes on where it was left.
  const [ids, setIds] = useState(() => ({ mutationId: newId(), id: newId() }));
  const [title, setTitle] = useState("");
  const [summary, setSummary] = useState("");
  const [lacking, setLacking] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const create = async () => {
    setProblem(null);
    setLacking(title.trim() === "" ? "Give the case a title." : null);
    if (busy) return;
    if (title.trim() === "") return focusInvalid();
    setBusy(true);
    try {
      const { id } = await api.case.create.mutate({
        ...ids,
        workspaceId,
        title: title.trim(),
        summary: summary.trim(),
      });
      setIds({ mutationId: newId(), id: newId() });
      setTitle("");
      setSummary("");
      void queryClient.invalidateQueries({ queryKey: trpc.case.list.queryKey() });
      await navigate({ to: "/c/$caseId/sources", params: { caseId: id } });
    } catch (error) {
      setProblem(refusalOf(error).message);
    }
    setBusy(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="New case"
      description="One event, reported by several sources. Next you add the sources."
    >
      <form
        className="newcase"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Field label="Title" error={lacking}>
          {(field) => (
            <Input
              {...field}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
              placeholder="What happened, in a few words"
            />
          )}
        </Field>
        <Field label="Summary" hint="What is being checked, and for whom. Printed at the head of the report.">
          {(field) => (
            <TextArea {...field} rows={3} value={summary} onChange={(event) => setSummary(event.target.value)} />
          )}
        </Field>
        <FormError>{problem}</FormError>
        <div className="newcase-foot">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" variant="primary" disabledReason={busy ? "It is being created." : null}>
            {busy ? "Creating" : "Create the case"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
