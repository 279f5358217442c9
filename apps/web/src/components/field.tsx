import "./field.css";
import { TriangleAlert } from "lucide-react";
import type { ComponentProps, CSSProperties, ReactNode } from "react";
import { useId } from "react";

/** What ties a control to its label, hint and error. Spread it onto the control. */
export interface FieldIds {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

interface FieldProps {
  label: ReactNode;
  /** One plain sentence on what to enter. */
  hint?: ReactNode;
  error?: string | null;
  className?: string;
  children: (ids: FieldIds) => ReactNode;
}

/** `<Field label="Author">{(ids) => <Input {...ids} value=… />}</Field>` */
export function Field({ label, hint, error = null, className, children }: FieldProps) {
  const id = useId();
  const bad = error !== null && error !== "";
  const hinted = hint !== undefined && hint !== null;
  const described = [bad ? `${id}-error` : "", hinted ? `${id}-hint` : ""].filter(Boolean).join(" ");
  const ids: FieldIds = {
    id,
    ...(described === "" ? {} : { "aria-describedby": described }),
    ...(bad ? { "aria-invalid": true } : {}),
  };
  return (
    <div className={className === undefined ? "field" : `field ${className}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children(ids)}
      {bad ? (
        <p className="field-error" id={`${id}-error`}>
          <TriangleAlert className="icon" aria-hidden />
          {error}
        </p>
      ) : null}
      {hinted ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={className === undefined ? "input" : `input ${className}`} />;
}

/** Grows with its text (where the browser can) and never below `rows`. */
export function TextArea({ className, rows = 2, style, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...rest}
      rows={rows}
      style={{ "--rows": rows, ...style } as CSSProperties}
      className={className === undefined ? "input textarea" : `input textarea ${className}`}
    />
  );
}

interface SelectProps<Value extends string> extends Omit<ComponentProps<"select">, "value" | "onChange"> {
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** The platform's own: it works with every keyboard, finger and reader. */
export function Select<Value extends string>({ value, options, onChange, className, ...rest }: SelectProps<Value>) {
  return (
    <select
      {...rest}
      className={className === undefined ? "input select" : `input select ${className}`}
      value={value}
      onChange={(event) => {
        const option = options.find((candidate) => candidate.value === event.target.value);
        if (option !== undefined) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** An error that belongs to a whole form rather than to one field; announced when it appears. */
export function FormError({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className="form-error">
      {children === null || children === undefined || children === "" ? null : (
        <p className="field-error">
          <TriangleAlert className="icon" aria-hidden />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}

/** After a refused form: to the first field that has to be mended, once its error is on the screen. */
export function focusInvalid(form?: ParentNode | null): void {
  requestAnimationFrame(() => {
    const scope = form ?? document.querySelector("[role=dialog][data-state=open]") ?? document;
    scope.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  });
}
