import type { SourceView } from "@assay/domain";
import { decideRemoval, sourceName } from "@assay/domain";
import { useMemo, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, focusInvalid, FormError, TextArea } from "../../components/field.tsx";
import { useKeys } from "../../components/keys.ts";
import { useKeptText } from "../../components/use-kept-text.ts";
import { useRead } from "../../components/use-read.ts";
import { VerdictMark } from "../../components/verdict-mark.tsx";
import { useCase } from "../case/use-case.ts";
import { useSourceMoves } from "./source-moves.ts";
import { goesWithWords, whatGoesWith } from "./what-goes-with.ts";

interface RemoveSourceDialogProps {
  source: SourceView;
  onClose: () => void;
}

/** Asks why, and says before anything is done what goes with the source. */
export function RemoveSourceDialog({ source, onClose }: RemoveSourceDialogProps) {
  const { caseId, view, verdicts, me } = useCase();
  const { remove } = useSourceMoves();
  const [reason, setReason, dropReason] = useKeptText(`assay:remove-source:${caseId}:${source.id}`);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const read = useRead(source);
  const decided = decideRemoval(view, me, source.id);
  const goes = useMemo(() => whatGoesWith(view, verdicts, source), [view, verdicts, source]);
  const name = sourceName(source);
  const said = goesWithWords(goes);
  const takeOut = async () => {
    if (busy || !decided.ok) return;
    if (reason.trim() === "") return focusInvalid();
    setBusy(true);
    setProblem(null);
    const outcome = await remove(read, reason);
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.refusal.message);
    dropReason();
    onClose();
  };
  useKeys("Form", [
    { key: "mod+Enter", label: "Take it out", whileTyping: true, inDialog: true, run: () => void takeOut() },
  ]);
  const lacking = !decided.ok ? decided.reason : reason.trim() === "" ? "Say why it is taken out." : null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Take source ${source.number} out of the case`}
      description={`${name} leaves the workbench, the matrix, verdicts and reports. Nothing is deleted: it can be put back with all that was said of it.`}
      footer={
        <>
          <FormError>{problem ?? (decided.ok ? null : decided.reason)}</FormError>
          <span className="grow" />
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="danger"
            kbd="mod+Enter"
            disabledReason={busy ? "It is being taken out." : lacking}
            onClick={() => void takeOut()}
          >
            {busy ? "Taking it out" : "Take it out"}
          </Button>
        </>
      }
    >
      <Field label="Why" hint="It stands in the history, and those who tagged in it are told.">
        {(ids) => (
          <TextArea {...ids} autoFocus rows={3} maxLength={2_000} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <section className="sources-goes" aria-label="What goes with it">
        <p>{said === "" ? "Nobody has said anything of it yet." : `With it goes what was said of it: ${said}.`}</p>
        {goes.signatures === 0 ? null : <p>Signatures that no longer hold: {goes.signatures}.</p>}
        {goes.verdicts.length === 0 ? null : (
          <>
            <p>{goes.verdicts.length === 1 ? "One verdict changes:" : `${goes.verdicts.length} verdicts change:`}</p>
            <ul>
              {goes.verdicts.map(({ claim, from, to }) => (
                <li key={claim}>
                  <strong>{claim}</strong>
                  <VerdictMark kind={from} />
                  <span className="meta">becomes</span>
                  <VerdictMark kind={to} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </Dialog>
  );
}
