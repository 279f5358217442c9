import type { TagAction, TagView } from "@assay/domain";
import { claimLabel, decideTagAction } from "@assay/domain";
import { Check, MessageSquare, Scale } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { FormError } from "../../components/field.tsx";
import { Glyph } from "../../components/glyph.tsx";
import { useKeys } from "../../components/keys.ts";
import { notify } from "../../components/toast.tsx";
import { useCase } from "../case/use-case.ts";
import { AdjudicateForm } from "./adjudicate-form.tsx";
import { challengeOf } from "./model/challenge.ts";
import type { SpokenDecision } from "./model/review-draft.ts";
import { sentDraft } from "./model/review-draft.ts";
import { ReasonForm } from "./reason-form.tsx";
import { showProblem, useReviewState } from "./review-state.ts";
import type { Decision, Ruling } from "./use-decide.ts";
import { useDraft } from "./use-draft.ts";

interface DecisionBarProps {
  tag: TagView;
  /** A version that came since, and is not shown yet. */
  newer: TagView | null;
  /** May a press of this time decide on what is shown? Says so where it may not. */
  isRead: (pressedAt: number) => boolean;
  onDecide: (decision: Decision) => Promise<boolean>;
  onAdjudicate: (ruling: Ruling) => Promise<boolean>;
  onSkip: () => void;
}

/** Fixed at the lower edge. A reason is typed right above it, and only a decision that stands clears it. */
export function DecisionBar({ tag, newer, isRead, onDecide, onAdjudicate, onSkip }: DecisionBarProps) {
  const { view, me, can, cellOf, tagsOf, claimById } = useCase();
  const problem = useReviewState((state) => state.problem);
  const isSending = useReviewState((state) => state.sending.has(tag.id));
  const [draft, setDraft] = useDraft(tag.id);
  const [adjudicating, setAdjudicating] = useState(false);
  const contested = cellOf(tag.claimId, tag.sourceId).state === "contested";
  const challengerId = challengeOf(view.reviews, tag)?.reviewerId;

  const claim = claimById(tag.claimId);
  const reasonAgainst = (action: TagAction): string | null => {
    if (claim?.withdrawn === true) return `Claim ${claimLabel(claim)} is withdrawn. Restore it first.`;
    const input = { actor: me, tag, policy: view.policy, contested };
    const outcome = decideTagAction(action, challengerId === undefined ? input : { ...input, challengerId });
    if (outcome.ok) return null;
    return newer === null ? outcome.reason : `There is a version ${newer.version} of this tag. Show it, read it, then decide.`;
  };
  const against = {
    approve: reasonAgainst("approve"),
    request_changes: reasonAgainst("request_changes"),
    challenge: reasonAgainst("challenge"),
    comment: reasonAgainst("comment"),
    adjudicate: partyTo(tagsOf(tag.claimId, tag.sourceId), me.id) ?? reasonAgainst("overturn"),
  };
  const showsAdjudication = contested && can("adjudicate");

  const act = (name: keyof typeof against, deed: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
    const reason = against[name];
    if (reason === null) deed(event);
    else notify({ text: reason, tone: "refusal" });
  };
  // By the time of the press: on a busy page it is handled late, and must not seem to have come after a look.
  const approve = ({ timeStamp }: { timeStamp: number }) => {
    if (isRead(timeStamp)) void onDecide({ decision: "approve", reason: "", proposedStance: null });
  };
  const openForm = (decision: SpokenDecision) => {
    setAdjudicating(false);
    showProblem(null);
    setDraft({ ...draft, open: decision });
  };
  const closeForm = () => {
    setDraft({ ...draft, open: null });
    setAdjudicating(false);
    focusSheet();
  };
  const openAdjudication = () => {
    setDraft({ ...draft, open: null });
    setAdjudicating(true);
  };
  const send = async (decision: SpokenDecision, reason: string, proposedStance: Decision["proposedStance"]) => {
    const stands = await onDecide({ decision, reason, proposedStance });
    if (!stands) return;
    setDraft(sentDraft(draft, decision));
    if (decision === "comment") focusSheet();
  };

  useKeys("Review", [
    { key: "a", label: "Approve", bar: "approve", run: act("approve", approve) },
    {
      key: "r",
      label: "Request changes",
      bar: "request changes",
      run: act("request_changes", () => openForm("request_changes")),
    },
    { key: "x", label: "Challenge", bar: "challenge", run: act("challenge", () => openForm("challenge")) },
    { key: "c", label: "Comment", bar: "comment", run: act("comment", () => openForm("comment")) },
    { key: "g", label: "Adjudicate", when: showsAdjudication, run: act("adjudicate", openAdjudication) },
    { key: "Enter", label: "Skip to the next tag", bar: "next", run: onSkip },
  ]);

  const said = problem !== null && problem.tagId === tag.id ? problem : null;
  const form = adjudicating && showsAdjudication ? null : draft.open;
  return (
    <div className="review-decide">
      {adjudicating && showsAdjudication ? (
        <AdjudicateForm
          key={tag.id}
          tag={tag}
          problem={said?.decision === "adjudicate" ? said.message : null}
          onSend={onAdjudicate}
          onCancel={closeForm}
        />
      ) : null}
      {form === null ? null : (
        <ReasonForm
          key={`${tag.id} ${form}`}
          tag={tag}
          decision={form}
          draft={draft}
          problem={said?.decision === form ? said.message : null}
          busy={isSending}
          onChange={setDraft}
          onSend={(reason, stance) => void send(form, reason, stance)}
          onCancel={closeForm}
        />
      )}
      {said?.decision === "approve" && said.stale === null ? <FormError>{said.message}</FormError> : null}
      <div className="review-buttons" role="group" aria-label="Decision">
        <Button
          variant={showsAdjudication ? "plain" : "primary"}
          kbd="a"
          icon={<Check className="icon" aria-hidden />}
          disabledReason={against.approve}
          // The second half of a double click finds the next tag there, which nobody has read.
          onClick={(event) => (event.detail > 1 ? undefined : approve(event))}
        >
          Approve
        </Button>
        <Button
          kbd="r"
          icon={<Glyph name="changes_requested" />}
          disabledReason={against.request_changes}
          aria-expanded={form === "request_changes"}
          onClick={() => openForm("request_changes")}
        >
          Request changes
        </Button>
        <Button
          kbd="x"
          icon={<Glyph name="challenged" />}
          disabledReason={against.challenge}
          aria-expanded={form === "challenge"}
          onClick={() => openForm("challenge")}
        >
          Challenge
        </Button>
        <Button
          kbd="c"
          icon={<MessageSquare className="icon" aria-hidden />}
          disabledReason={against.comment}
          aria-expanded={form === "comment"}
          onClick={() => openForm("comment")}
        >
          Comment
        </Button>
        {showsAdjudication ? (
          <Button
            variant="primary"
            kbd="g"
            icon={<Scale className="icon" aria-hidden />}
            disabledReason={against.adjudicate}
            aria-expanded={adjudicating}
            onClick={openAdjudication}
          >
            Adjudicate
          </Button>
        ) : null}
        <span className="grow not-phone" />
        <Button variant="quiet" kbd="Enter" className="not-phone" onClick={onSkip}>
          Skip
        </Button>
      </div>
      <WhyDisabled reasons={against} contested={showsAdjudication} />
    </div>
  );
}

/** From a form that closes, so that the keys and the reader go on with the tag. */
function focusSheet(): void {
  document.getElementById("review-sheet")?.focus({ preventScroll: true });
}

/** A1: whoever tagged the cell as well is a side of the dispute. */
function partyTo(tags: readonly TagView[], userId: string): string | null {
  const isParty = tags.some((tag) => tag.authorId === userId && tag.state !== "withdrawn");
  return isParty ? "You tagged this cell too. Somebody else has to adjudicate it." : null;
}

/** One sentence where the buttons are shut, for those who do not hover. */
function WhyDisabled({ reasons, contested }: { reasons: Record<string, string | null>; contested: boolean }) {
  if (contested || reasons.approve === null || reasons.approve === undefined) return null;
  return <p className="review-why meta">{reasons.approve}</p>;
}
