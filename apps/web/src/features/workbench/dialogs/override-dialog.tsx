import { VERDICT_KINDS, claimLabel, verdictWord } from "@assay/domain";
import type { ClaimView, VerdictKind, VerdictOverrideView } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Field, FormError, Select, TextArea } from "../../../components/field.tsx";
import { Overtaken } from "../../../components/overtaken.tsx";
import { useRead } from "../../../components/use-read.ts";
import { useKeptText } from "../../../components/use-kept-text.ts";
import { useCase } from "../../case/use-case.ts";
import { useBenchParts } from "../state/bench-context.tsx";

const KINDS = VERDICT_KINDS.map((kind) => ({ value: kind, label: verdictWord(kind) }));

/** V4: another verdict than the rule's, with its reason; logged and undone like any other change. */
export function OverrideDialog({ claim, onClose }: { claim: ClaimView; onClose: () => void }) {
  const { claims } = useBenchParts();
  const { verdicts, personById } = useCase();
  const [problem, setProblem] = useState<string | null>(null);
  const derived = verdicts.get(claim.id);
  const standing = derived?.override ?? null;
  const [begun] = useState({ claimVersion: claim.version, replaces: standing?.id ?? null });
  // What is saved is about what was read, whatever has become of it in the last moment (T6, E5).
  const seen = { claimVersion: useRead(claim.version), replaces: useRead(standing?.id ?? null) };
  const [kind, setKind] = useState<VerdictKind>(derived?.override?.verdict ?? derived?.kind ?? "not_enough_evidence");
  const [reason, setReason, dropReason] = useKeptText(`assay:override:${claim.id}`);
  const [busy, setBusy] = useState(false);
  const lacking = reason.trim() === "" ? "An override needs a reason. It is printed beside the verdict." : null;
  const refusal = lacking ?? (busy ? "It is being saved." : null);
  const save = async () => {
    setBusy(true);
    const outcome = await claims.override(claim.id, kind, reason.trim(), seen);
    setBusy(false);
    if (!outcome.ok) {
      setProblem(outcome.refusal.message);
      return;
    }
    dropReason();
    onClose();
  };
  const words = (one: VerdictOverrideView) =>
    `${verdictWord(one.verdict)}, by ${personById(one.authorId)?.name ?? "a former member"}: ${one.reason}`;
  const now = [
    ...((standing?.id ?? null) === begun.replaces ? [] : [standing === null ? "No override" : words(standing)]),
    ...(claim.version === begun.claimVersion ? [] : [`The claim: ${claim.text}`]),
  ];
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Override the verdict on ${claimLabel(claim)}`}
      description={derived === undefined ? claim.text : `By the rule: ${verdictWord(derived.kind)}. ${derived.reason}`}
      footer={
        <>
          <FormError>{problem}</FormError>
          <span className="grow" />
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" disabledReason={refusal} onClick={() => void save()}>
            Override
          </Button>
        </>
      }
    >
      <div className="insp-form">
        <Field label="Verdict">{(ids) => <Select {...ids} value={kind} options={KINDS} onChange={setKind} />}</Field>
        <Field label="Reason">
          {(ids) => <TextArea {...ids} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        <Overtaken now={busy ? [] : now} onTakeTheirs={onClose} />
      </div>
    </Dialog>
  );
}
