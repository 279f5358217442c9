import { CAUSE_CODES, STANCES, checkAdjudication, contendersWith, decideTagAction, stanceWord } from "@assay/domain";
import type { CauseCode, Stance, TagView } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Segmented } from "../../../components/choice.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Field, FormError, Select, TextArea } from "../../../components/field.tsx";
import { useKeptText } from "../../../components/use-kept-text.ts";
import { api } from "../../../trpc.ts";
import { useCaseMutation } from "../../case/use-case-mutation.ts";
import { useCase } from "../../case/use-case.ts";
import { cellName } from "../state/tag-writes.ts";

const OUTCOMES = [
  { value: "uphold", label: "Uphold" },
  { value: "overturn", label: "Overturn" },
  { value: "insufficient", label: "Insufficient" },
] as const;
const CAUSES = CAUSE_CODES.map((cause) => ({ value: cause, label: cause.replaceAll("_", " ") }));
const HINTS = {
  uphold: "The tag stands and counts as approved.",
  overturn: "Another stance stands. The tag stays visible to its author, with this reason.",
  insufficient: "It goes back to its author with this note.",
} as const;

/** A lead's decision on one tag of a contested cell (A1–A3). */
export function AdjudicateDialog({ tag, onClose }: { tag: TagView; onClose: () => void }) {
  const { caseId, view, me, cellOf, latest, personById, sourceById } = useCase();
  const { run } = useCaseMutation();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]["value"]>("uphold");
  const [stance, setStance] = useState<Stance>(tag.stance === "verified" ? "disputed" : "verified");
  const [cause, setCause] = useState<CauseCode>("ambiguous_text");
  const [note, setNote, dropNote] = useKeptText(`assay:adjudicate:${tag.id}`);
  const [busy, setBusy] = useState(false);
  const [seen] = useState(tag.version);
  const [problem, setProblem] = useState<string | null>(null);

  const cell = cellOf(tag.claimId, tag.sourceId);
  const challenges = view.reviews.filter((one) => one.tagId === tag.id && one.decision === "challenge");
  const challenge = challenges[challenges.length - 1];
  const others = [
    ...cell.tags.filter((one) => one.id !== tag.id).map((one) => one.stance),
    ...challenges.flatMap((one) => (one.proposedStance === null ? [] : [one.proposedStance])),
  ];
  const chosen = outcome === "overturn" ? stance : null;
  const allowed = decideTagAction(outcome, {
    actor: { id: me.id, role: me.role },
    tag,
    policy: view.policy,
    contested: cell.state === "contested",
    ...(challenge === undefined ? {} : { challengerId: challenge.reviewerId }),
  });
  const completeness = sourceById(tag.sourceId)?.revision.completeness ?? "full";
  const complete = checkAdjudication({ outcome, stance: chosen, cause, note, tagStance: tag.stance, others, completeness });
  const refusal = !allowed.ok ? allowed.reason : !complete.ok ? complete.reason : busy ? "It is being saved." : null;

  const save = async () => {
    setBusy(true);
    const send = (mutationId: string) =>
      api.review.adjudicate.mutate({
        mutationId,
        caseId,
        tagId: tag.id,
        tagVersion: seen,
        others: contendersWith(tag.id, cell.tags),
        outcome,
        cause,
        note: note.trim(),
        ...(chosen === null ? {} : { stance: chosen }),
      });
    const done = await run(`Adjudicate ${cellName(latest(), tag)}`, send, { quiet: true });
    setBusy(false);
    if (!done.ok) return setProblem(done.refusal.message);
    dropNote();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Adjudicate ${cellName(view, tag)}`}
      description={`${personById(tag.authorId)?.name ?? "Somebody"} says ${stanceWord(tag.stance)}. ${cell.reason}`}
      footer={
        <>
          <FormError>{problem}</FormError>
          <span className="grow" />
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" disabledReason={refusal} onClick={() => void save()}>
            Decide
          </Button>
        </>
      }
    >
      <div className="insp-form">
        {tag.version === seen ? null : (
          <p className="bench-note attention">
            The tag moved on to version {tag.version} while this was open. Close it and look again.
          </p>
        )}
        <div>
          <Segmented label="Outcome" value={outcome} options={OUTCOMES} onChange={setOutcome} />
          <p className="bench-note">{HINTS[outcome]}</p>
        </div>
        {outcome === "overturn" ? (
          <Segmented
            label="The stance that stands"
            value={stance}
            options={STANCES.filter((one) => one !== tag.stance).map((value) => ({ value, label: stanceWord(value) }))}
            onChange={setStance}
          />
        ) : null}
        <Field label="Cause">{(ids) => <Select {...ids} value={cause} options={CAUSES} onChange={setCause} />}</Field>
        <Field label="Note" hint="Read by the author and the challenger, and found again with similar claims.">
          {(ids) => <TextArea {...ids} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        {refusal === null || busy ? null : <p className="bench-note">{refusal}</p>}
      </div>
    </Dialog>
  );
}
