import { CLAIM_TYPES } from "@assay/domain";
import type { ClaimType } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Field, Input, Select, TextArea } from "../../../components/field.tsx";
import { newId } from "../../../trpc.ts";
import { guessType, wordingFrom } from "../model/guess-type.ts";
import { keepNewClaim, readNewClaim } from "../model/wording-draft.ts";
import { useBenchParts } from "../state/bench-context.tsx";

const TYPES = CLAIM_TYPES.map((type) => ({ value: type, label: type }));

/** A claim without a passage. The words survive closing the dialog, and a reload. */
export function NewClaimDialog({ onClose }: { onClose: () => void }) {
  const { caseId, claims, nav, store } = useBenchParts();
  const [text, setText] = useState(() => readNewClaim(caseId));
  const [claimant, setClaimant] = useState("");
  const [picked, setPicked] = useState<ClaimType | null>(null);
  const [busy, setBusy] = useState(false);
  const type = picked ?? guessType(text);
  const lacking = text.trim() === "" ? "Write the claim first. It says one thing that can be checked." : null;
  const refusal = lacking ?? (busy ? "It is being saved." : null);
  const save = async () => {
    if (refusal !== null) return;
    setBusy(true);
    const id = newId();
    const outcome = await claims.create(id, { text: wordingFrom(text), type, claimant: claimant.trim() });
    setBusy(false);
    if (!outcome.ok) return;
    keepNewClaim(caseId, "");
    store.setState({ filter: "all", query: "" });
    nav.choose(id);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New claim"
      description="One checkable statement that stands by itself."
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" kbd="Enter" disabledReason={refusal} onClick={() => void save()}>
            Add the claim
          </Button>
        </>
      }
    >
      <form
        className="insp-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Wording" hint="To give it evidence at once, select the words in a source first, then press C.">
          {(ids) => (
            <TextArea
              {...ids}
              autoFocus
              onFocus={({ currentTarget: field }) => {
                // Kept words are gone on with; a browser would start in front of them.
                if (field.selectionEnd === 0) field.setSelectionRange(field.value.length, field.value.length);
              }}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                keepNewClaim(caseId, event.target.value);
              }}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
                event.preventDefault();
                void save();
              }}
            />
          )}
        </Field>
        <Field label="Type">{(ids) => <Select {...ids} value={type} options={TYPES} onChange={setPicked} />}</Field>
        <Field label="Claimant" hint="Who makes the claim, if somebody does.">
          {(ids) => <Input {...ids} value={claimant} onChange={(event) => setClaimant(event.target.value)} />}
        </Field>
      </form>
    </Dialog>
  );
}
