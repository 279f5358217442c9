import type { AdjudicationOutcome, TagView } from "@assay/domain";
import { CAUSE_CODES, checkAdjudication, checkSplit, STANCES } from "@assay/domain";
import type { KeyboardEvent } from "react";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Segmented } from "../../components/choice.tsx";
import { Field, FormError, Select, TextArea } from "../../components/field.tsx";
import { StanceGlyph } from "../../components/stance.tsx";
import { newId } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { challengeOf } from "./model/challenge.ts";
import { CAUSE_WORDS } from "./model/cause-words.ts";
import type { RulingDraft } from "./model/ruling-draft.ts";
import { readRuling } from "./model/ruling-draft.ts";
import { newSplit, readSplit } from "./model/split-draft.ts";
import { SplitFields } from "./split-fields.tsx";
import type { Ruling } from "./use-decide.ts";

/** What becomes of the tag that says otherwise; of a split, its fields say it. */
const OTHER_TAG: Record<Exclude<AdjudicationOutcome, "split_claim">, string> = {
  uphold: "The cell is settled by this tag. The other one stays on record and contends no more, unless it is changed.",
  overturn: "The cell is settled by the stance you choose. Every tag stays on record.",
  insufficient: "This tag goes back to its author. The other one stays as it is.",
};

interface AdjudicateFormProps {
  tag: TagView;
  problem: string | null;
  onSend: (ruling: Ruling) => Promise<boolean>;
  onCancel: () => void;
}

const splitKey = (tagId: string) => `assay.split.${tagId}`;
const rulingKey = (tagId: string) => `assay.ruling.${tagId}`;
const noteKey = (tagId: string) => `assay.adjudicate.${tagId}`;

/**
 * A lead's decision on a contested cell (A1–A3). What was written and chosen is kept until the decision stands: while
 * somebody revises their side the cell is not contested, and the form that comes back must not say “uphold” instead.
 */
export function AdjudicateForm({ tag, problem, onSend, onCancel }: AdjudicateFormProps) {
  const { view, tagsOf, claimById, sourceById } = useCase();
  const [chosen, setChosen] = useState(() => readRuling(sessionStorage.getItem(rulingKey(tag.id))));
  const { outcome, stance, cause } = chosen;
  const [note, setNote] = useState(() => sessionStorage.getItem(noteKey(tag.id)) ?? "");
  const claim = claimById(tag.claimId);
  const [split, setSplit] = useState(
    () =>
      readSplit(sessionStorage.getItem(splitKey(tag.id))) ??
      newSplit({ text: claim?.text ?? "", type: claim?.type ?? "event" }, newId),
  );
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const proposed = challengeOf(view.reviews, tag)?.proposedStance ?? null;
  const rivals = tagsOf(tag.claimId, tag.sourceId).filter(
    (one) => one.id !== tag.id && one.state !== "withdrawn" && one.state !== "draft",
  );
  const others = [...rivals.map((one) => one.stance), ...(proposed === null ? [] : [proposed])];
  const completeness = sourceById(tag.sourceId)?.revision.completeness ?? "full";
  const differs = rivals.some((one) => one.stance !== tag.stance);

  const choose = (choice: Partial<RulingDraft>) => {
    const next = { ...chosen, ...choice };
    setChosen(next);
    sessionStorage.setItem(rulingKey(tag.id), JSON.stringify(next));
  };
  const submit = async () => {
    if (busy) return;
    const splits = outcome === "split_claim";
    const said = { outcome, stance: outcome === "overturn" ? stance : null, cause, note: note.trim() };
    const ruling: Ruling = { ...said, split: splits ? split : null };
    const checked =
      splits && claim !== undefined
        ? checkSplit(claim, split.children)
        : checkAdjudication({ ...said, tagStance: tag.stance, others, completeness });
    setRefused(checked.ok ? null : checked.reason);
    if (!checked.ok) return;
    setBusy(true);
    const stands = await onSend(ruling);
    setBusy(false);
    if (!stands) return;
    sessionStorage.removeItem(noteKey(tag.id));
    sessionStorage.removeItem(splitKey(tag.id));
    sessionStorage.removeItem(rulingKey(tag.id));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    } else if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    }
  };
  return (
    <form
      className="review-form"
      aria-label="Adjudicate"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="review-form-row">
        <div className="review-form-stance">
          <span className="h">Outcome</span>
          <Segmented<AdjudicationOutcome>
            label="Outcome"
            value={outcome}
            onChange={(value) => choose({ outcome: value })}
            options={[
              { value: "uphold", label: `Uphold: ${tag.stance}` },
              { value: "overturn", label: "Overturn" },
              { value: "split_claim", label: "Split the claim" },
              { value: "insufficient", label: "Insufficient" },
            ]}
          />
        </div>
        {outcome !== "overturn" ? null : (
          <div className="review-form-stance">
            <span className="h">Stands instead</span>
            <Segmented
              label="Stands instead"
              value={stance}
              onChange={(value) => choose({ stance: value })}
              options={STANCES.filter((one) => one !== tag.stance).map((one) => ({
                value: one,
                label: (
                  <>
                    <StanceGlyph stance={one} /> {one}
                  </>
                ),
              }))}
            />
          </div>
        )}
        <Field label="Why they differed">
          {(ids) => (
            <Select
              {...ids}
              value={cause}
              onChange={(value) => choose({ cause: value })}
              options={CAUSE_CODES.map((value) => ({ value, label: CAUSE_WORDS[value] }))}
            />
          )}
        </Field>
      </div>
      {outcome !== "split_claim" || claim === undefined ? null : (
        <SplitFields
          claim={claim}
          split={split}
          onChange={(next) => {
            setSplit(next);
            setRefused(null);
            sessionStorage.setItem(splitKey(tag.id), JSON.stringify(next));
          }}
        />
      )}
      {differs && outcome !== "split_claim" ? <p className="meta">{OTHER_TAG[outcome]}</p> : null}
      <Field
        label="Note to everybody"
        hint={outcome === "overturn" ? "Needed when nobody proposed the stance that stands." : undefined}
      >
        {(ids) => (
          <TextArea
            {...ids}
            autoFocus
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
              setRefused(null);
              sessionStorage.setItem(noteKey(tag.id), event.target.value);
            }}
          />
        )}
      </Field>
      <FormError>{refused ?? problem}</FormError>
      <div className="review-form-foot">
        <Button type="submit" variant="primary" kbd="mod+Enter" disabledReason={busy ? "Sending …" : null}>
          Decide
        </Button>
        <Button variant="quiet" kbd="Escape" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
