import type { ClaimView } from "@assay/domain";
import { CLAIM_TYPES, claimLabel, SPLIT_MAX, SPLIT_MIN } from "@assay/domain";
import { Plus, X } from "lucide-react";
import { Button, IconButton } from "../../components/button.tsx";
import { Checkbox } from "../../components/choice.tsx";
import { Field, Select, TextArea } from "../../components/field.tsx";
import { newId } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import type { ChildDraft, SplitDraft } from "./model/split-draft.ts";

interface SplitFieldsProps {
  claim: ClaimView;
  split: SplitDraft;
  onChange: (split: SplitDraft) => void;
}

const TYPES = CLAIM_TYPES.map((value) => ({ value, label: value }));

/** A2: the narrower claims that take the place of one that says several things. */
export function SplitFields({ claim, split, onChange }: SplitFieldsProps) {
  const { children, carry } = split;
  const change = (id: string, part: Partial<ChildDraft>) =>
    onChange({ ...split, children: children.map((child) => (child.id === id ? { ...child, ...part } : child)) });
  const add = () => onChange({ ...split, children: [...children, { id: newId(), text: "", type: claim.type }] });
  const remove = (id: string) => onChange({ ...split, children: children.filter((child) => child.id !== id) });
  return (
    <fieldset className="review-split">
      <legend className="h">Narrower claims</legend>
      {children.map((child, index) => (
        <div key={child.id} className="review-split-child">
          <Field label={`Narrower claim ${index + 1}`}>
            {(ids) => (
              <TextArea
                {...ids}
                rows={1}
                maxLength={5000}
                value={child.text}
                onChange={(event) => change(child.id, { text: event.target.value })}
              />
            )}
          </Field>
          <Field label="Type">
            {(ids) => (
              <Select {...ids} value={child.type} options={TYPES} onChange={(type) => change(child.id, { type })} />
            )}
          </Field>
          {children.length <= SPLIT_MIN ? null : (
            <IconButton small label={`Leave out claim ${index + 1}`} onClick={() => remove(child.id)}>
              <X className="icon" aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
      <div className="review-split-foot">
        <Button
          variant="quiet"
          icon={<Plus className="icon" aria-hidden />}
          disabledReason={children.length < SPLIT_MAX ? null : `A claim is split into ${SPLIT_MAX} at most.`}
          onClick={add}
        >
          One more
        </Button>
        <Checkbox checked={carry} onChange={(next) => onChange({ ...split, carry: next })}>
          Carry each author’s tag over as a draft
        </Checkbox>
      </div>
      <WhatHappens claim={claim} split={split} />
    </fieldset>
  );
}

/** Said before it is done: a split touches every source of the claim. */
function WhatHappens({ claim, split }: Pick<SplitFieldsProps, "claim" | "split">) {
  const { view } = useCase();
  const tags = view.tags.filter((tag) => tag.claimId === claim.id && tag.state !== "withdrawn");
  const count = split.children.length;
  const cells = count * view.sources.length;
  const carried = !split.carry
    ? "All of them start empty."
    : tags.length === 0
      ? "Nothing was said of the claim yet, so they start empty."
      : `The ${tags.length === 1 ? "one tag" : `${tags.length} tags`} of ${claimLabel(claim)} become drafts on each, for their authors to keep, change or withdraw.`;
  return (
    <p className="meta">
      {claimLabel(claim)} is withdrawn and stays readable with its tags. {count} claims take its place, {cells} cells in
      all. {carried}
    </p>
  );
}
