import "./conflict-dialog.css";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { notify } from "../../components/toast.tsx";
import { WordDiff } from "../../components/word-diff-text.tsx";

interface Side {
  /** "Version 4, Priya" */
  heading: string;
  text: string;
}

interface ConflictDialogProps {
  open: boolean;
  /** "Priya changed this rationale while you were writing" */
  title: string;
  /** "C5, Northwater. Yours was based on version 3." */
  description?: string;
  theirs: Side;
  yours: Side;
  onKeepTheirs: () => void;
  onSaveMine: () => void;
  /** Closed without a decision: the caller keeps the user's text where it was being written. */
  onClose: () => void;
}

/** Two people wrote at once (E5, T5). Both texts stand side by side; nothing is lost whichever way it goes. */
export function ConflictDialog({
  open,
  title,
  description,
  theirs,
  yours,
  onKeepTheirs,
  onSaveMine,
  onClose,
}: ConflictDialogProps) {
  const copy = () => {
    void navigator.clipboard.writeText(yours.text).then(
      () => notify({ text: "Your text is on the clipboard." }),
      () => notify({ text: "The browser refused the clipboard. Select your text and copy it.", tone: "refusal" }),
    );
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={title}
      {...(description === undefined ? {} : { description })}
      shape="wide"
      footer={
        <>
          <Button variant="quiet" onClick={copy}>
            Copy mine
          </Button>
          <span className="grow not-phone" />
          <Button onClick={onKeepTheirs}>Keep theirs</Button>
          <Button variant="primary" onClick={onSaveMine}>
            Save mine as new version
          </Button>
        </>
      }
    >
      <div className="conflict">
        <section>
          <h3 className="h">{theirs.heading}</h3>
          <p>
            <WordDiff before={yours.text} after={theirs.text} show="after" />
          </p>
        </section>
        <section>
          <h3 className="h">{yours.heading}</h3>
          <p>
            <WordDiff before={theirs.text} after={yours.text} show="after" />
          </p>
        </section>
      </div>
    </Dialog>
  );
}
