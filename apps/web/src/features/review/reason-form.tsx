import type { Stance, TagView } from "@assay/domain";
import { checkReview, STANCES } from "@assay/domain";
import type { KeyboardEvent } from "react";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Segmented } from "../../components/choice.tsx";
import { Field, FormError, TextArea } from "../../components/field.tsx";
import { StanceGlyph } from "../../components/stance.tsx";
import type { ReviewDraft, SpokenDecision } from "./model/review-draft.ts";

const FORMS: Record<SpokenDecision, { label: string; hint: string; send: string }> = {
  request_changes: {
    label: "What has to change?",
    hint: "The author works from your words. The tag goes back as changes requested.",
    send: "Request changes",
  },
  challenge: {
    label: "Why another stance?",
    hint: "A lead adjudicates, with your reason beside the author’s.",
    send: "Challenge",
  },
  comment: { label: "Comment", hint: "The tag stays as it is.", send: "Comment" },
};

interface ReasonFormProps {
  tag: TagView;
  decision: SpokenDecision;
  draft: ReviewDraft;
  /** What the server said to the last attempt. */
  problem: string | null;
  busy: boolean;
  onChange: (draft: ReviewDraft) => void;
  onSend: (reason: string, proposedStance: Stance | null) => void;
  onCancel: () => void;
}

export function ReasonForm({ tag, decision, draft, problem, busy, onChange, onSend, onCancel }: ReasonFormProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const { label, hint, send } = FORMS[decision];
  const reason = draft.reasons[decision] ?? "";
  const proposedStance = decision === "challenge" ? draft.proposedStance : null;

  const submit = () => {
    if (busy) return;
    const outcome = checkReview({ decision, reason, proposedStance, tagStance: tag.stance });
    setRefused(outcome.ok ? null : outcome.reason);
    if (outcome.ok) onSend(reason.trim(), proposedStance);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    }
  };
  return (
    <form
      className="review-form"
      aria-label={send}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {decision === "challenge" ? (
        <div className="review-form-stance">
          <span className="h">Proposed stance</span>
          <Segmented
            label="Proposed stance"
            value={draft.proposedStance}
            onChange={(stance) => onChange({ ...draft, proposedStance: stance })}
            options={STANCES.filter((stance) => stance !== tag.stance).map((stance) => ({
              value: stance,
              label: (
                <>
                  <StanceGlyph stance={stance} /> {stance}
                </>
              ),
            }))}
          />
        </div>
      ) : null}
      <Field label={label} hint={hint}>
        {(ids) => (
          <TextArea
            {...ids}
            rows={3}
            autoFocus
            value={reason}
            onChange={(event) => {
              setRefused(null);
              onChange({ ...draft, reasons: { ...draft.reasons, [decision]: event.target.value } });
            }}
          />
        )}
      </Field>
      <FormError>{refused ?? problem}</FormError>
      <div className="review-form-foot">
        <Button type="submit" variant="primary" kbd="mod+Enter" disabledReason={busy ? "Sending …" : null}>
          {send}
        </Button>
        <Button variant="quiet" kbd="Escape" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
