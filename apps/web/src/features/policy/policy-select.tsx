import type { Policy } from "@assay/domain";
import { Field, Select } from "../../components/field.tsx";
import type { POLICY_FIELDS } from "./model/policy-words.ts";
import { policyWords } from "./model/policy-words.ts";

interface PolicySelectProps {
  field: (typeof POLICY_FIELDS)[number];
  /** Undefined: this case leaves it to the desk. */
  value: Policy[keyof Policy] | undefined;
  /** For a case: what the desk's policy says, offered as a choice of its own. */
  desk?: Policy;
  onChange: (value: Policy[keyof Policy] | undefined) => void;
}

const AS_DESK = "desk";

export function PolicySelect({ field, value, desk, onChange }: PolicySelectProps) {
  const options = field.options.map((option) => ({ value: String(option.value), label: option.words }));
  const offered =
    desk === undefined ? options : [{ value: AS_DESK, label: `As the desk: ${policyWords(desk, field)}` }, ...options];
  return (
    <Field label={field.label} hint={field.hint} className="policy-field">
      {(ids) => (
        <Select
          {...ids}
          value={value === undefined ? AS_DESK : String(value)}
          options={offered}
          onChange={(chosen) => onChange(field.options.find((option) => String(option.value) === chosen)?.value)}
        />
      )}
    </Field>
  );
}
