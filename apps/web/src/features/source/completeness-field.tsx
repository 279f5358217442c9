import type { Completeness } from "@assay/domain";
import { Segmented } from "../../components/choice.tsx";
import { COMPLETENESS_HINT, COMPLETENESS_OPTIONS } from "./source-words.ts";

interface CompletenessFieldProps {
  value: Completeness;
  onChange: (value: Completeness) => void;
}

export function CompletenessField({ value, onChange }: CompletenessFieldProps) {
  return (
    <div className="field">
      <span className="field-label">Completeness</span>
      <Segmented label="Completeness" value={value} options={COMPLETENESS_OPTIONS} onChange={onChange} />
      <p className="field-hint">{COMPLETENESS_HINT[value]}</p>
    </div>
  );
}
