import "./source.css";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { refetchCase } from "../case/case-query.ts";
import { useCase } from "../case/use-case.ts";
import { AddSourceForm } from "./add-source-form.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { readFile } from "./read-file.ts";
import { hasWork } from "./source-draft.ts";
import { addFiles, discardDrafts, removeDraft, useSourceDrafts } from "./source-drafts.ts";
import { useDroppedFiles } from "./use-dropped-files.ts";

interface AddSourceDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** After each source that was added. */
  onAdded?: (sourceId: string) => void;
  /** "Open source 2" when the same text is there already. The dialog closes itself. */
  onOpenExisting?: (sourceId: string) => void;
}

/** Adds one source or several. Each file gets its own tab; nothing entered is lost by an error or by closing. */
export function AddSourceDialog({ open, onOpenChange, onAdded, onOpenExisting }: AddSourceDialogProps) {
  const { caseId, latest } = useCase();
  const { drafts, current } = useSourceDrafts(caseId);
  const [asking, setAsking] = useState(false);
  const [dropped, setDropped] = useState<string[]>([]);
  const takeFiles = async (files: readonly File[]) => {
    const read = await Promise.all(files.map(readFile));
    addFiles(
      caseId,
      read.flatMap((each) => (each.ok ? [each.file] : [])),
    );
    setDropped(read.flatMap((each) => (each.ok ? [] : [each.reason])));
  };
  useDroppedFiles(open, (files) => void takeFiles(files));
  const draft = drafts.find((each) => each.id === current) ?? drafts[0];
  if (draft === undefined) return null;

  const close = () => {
    setAsking(false);
    setDropped([]);
    onOpenChange(false);
  };
  const added = (sourceId: string) => {
    const last = drafts.filter(hasWork).length <= 1;
    removeDraft(caseId, draft.id);
    onAdded?.(sourceId);
    if (last) close();
  };
  const openExisting = async (sourceId: string) => {
    // A colleague may have added it after this page last looked.
    if (!latest().sources.some((source) => source.id === sourceId)) await refetchCase(caseId);
    removeDraft(caseId, draft.id);
    close();
    onOpenExisting?.(sourceId);
  };

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      mayClose={() => {
        if (!drafts.some(hasWork)) return true;
        setAsking(true);
        return false;
      }}
      title={drafts.length > 1 ? `Add ${drafts.length} sources` : "Add a source"}
      shape="wide"
    >
      <div className="addsource">
        <DraftTabs caseId={caseId} drafts={drafts} current={draft.id} />
        {dropped.map((reason) => (
          <p key={reason} className="field-error" role="alert">
            {reason}
          </p>
        ))}
        <AddSourceForm
          key={draft.id}
          draft={draft}
          onFiles={(files) => void takeFiles(files)}
          onAdded={added}
          onOpenExisting={(sourceId) => void openExisting(sourceId)}
          asking={
            asking ? (
              <div className="addsource-ask" role="alertdialog" aria-label="Close the form">
                <p className="grow">Keep what you entered for later?</p>
                <Button
                  variant="danger"
                  onClick={() => {
                    discardDrafts(caseId);
                    close();
                  }}
                >
                  Discard it
                </Button>
                <Button onClick={() => setAsking(false)}>Go on</Button>
                <Button variant="primary" autoFocus onClick={close}>
                  Keep and close
                </Button>
              </div>
            ) : null
          }
        />
      </div>
    </Dialog>
  );
}
