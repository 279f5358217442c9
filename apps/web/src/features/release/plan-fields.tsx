import type { ReleasePlan } from "@assay/domain";
import { claimLabel, sourceName } from "@assay/domain";
import { Checkbox, Segmented } from "../../components/choice.tsx";
import { Field, Input } from "../../components/field.tsx";
import { useCase } from "../case/use-case.ts";
import type { PlanState } from "./use-release-plan.ts";

/** Title and scope. Signatures stand for exactly this. */
export function PlanFields({ plan, change }: PlanState) {
  const { view } = useCase();
  const claims = view.claims.filter((claim) => !claim.withdrawn);
  return (
    <div className="plan" id="plan">
      <Field label="Title of the release" error={plan.title.trim() === "" ? "Give the release a title." : null}>
        {(ids) => (
          <Input
            {...ids}
            value={plan.title}
            maxLength={300}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <div className="plan-scope">
        <Choice
          name="Claims"
          ids={plan.claimIds}
          items={claims.map((claim) => ({ id: claim.id, label: `${claimLabel(claim)} ${claim.text}` }))}
          onChange={(claimIds) => change({ claimIds })}
        />
        <Choice
          name="Sources"
          ids={plan.sourceIds}
          items={view.sources.map((source) => ({ id: source.id, label: sourceName(source) }))}
          onChange={(sourceIds) => change({ sourceIds })}
        />
      </div>
      <div className="plan-options">
        <Checkbox checked={plan.rated} onChange={(rated) => change({ rated })}>
          Every claim and the piece have to be rated
        </Checkbox>
        <Checkbox checked={plan.settledOnly} onChange={(settledOnly) => change({ settledOnly })}>
          Print settled cells only
        </Checkbox>
      </div>
    </div>
  );
}

interface ChoiceProps {
  name: "Claims" | "Sources";
  ids: ReleasePlan["claimIds"];
  items: { id: string; label: string }[];
  onChange: (ids: ReleasePlan["claimIds"]) => void;
}

function Choice({ name, ids, items, onChange }: ChoiceProps) {
  const held = ids === "all" ? items.map(({ id }) => id) : ids;
  return (
    <fieldset>
      <legend className="h">{name}</legend>
      <Segmented
        label={`${name} in the release`}
        value={ids === "all" ? "all" : "chosen"}
        onChange={(value) => onChange(value === "all" ? "all" : held)}
        options={[
          { value: "all", label: `All ${items.length}` },
          { value: "chosen", label: ids === "all" ? "Chosen" : `Chosen, ${held.length}` },
        ]}
      />
      {ids === "all" ? null : (
        <ul className="plan-boxes">
          {items.map(({ id, label }) => (
            <li key={id}>
              <Checkbox
                checked={held.includes(id)}
                onChange={(checked) => onChange(checked ? [...held, id] : held.filter((one) => one !== id))}
              >
                {label}
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
