import "./choice.css";
import type { ReactNode } from "react";
import { useId } from "react";

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value | null;
  options: readonly { value: Value; label: ReactNode; disabledReason?: string | null }[];
  onChange: (value: Value) => void;
  className?: string;
}

/** One of a few, side by side. Native radio buttons: arrow keys and readers work by themselves. */
export function Segmented<Value extends string>({ label, value, options, onChange, className }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={className === undefined ? "segmented" : `segmented ${className}`}
    >
      {options.map((option) => (
        <label key={option.value} className="segmented-option" title={option.disabledReason ?? undefined}>
          <input
            type="radio"
            className="vh"
            name={name}
            checked={option.value === value}
            disabled={typeof option.disabledReason === "string"}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  describedBy?: string;
  children: ReactNode;
}

export function Checkbox({ checked, onChange, disabled = false, describedBy, children }: CheckboxProps) {
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
