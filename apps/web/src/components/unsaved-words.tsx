import { Field, TextArea } from "./field.tsx";

interface UnsavedWordsProps {
  /** What they were to become: "Wording of C5". */
  label: string;
  text: string;
  hint?: string;
}

const LOST_RIGHT = "You may no longer save this here. Copy what you need before you leave the page.";

/** What somebody was writing when they lost the right to save it: to be read and copied, and never taken away. */
export function UnsavedWords({ label, text, hint = LOST_RIGHT }: UnsavedWordsProps) {
  return (
    <Field label={`${label}, not saved`} hint={hint}>
      {(ids) => <TextArea {...ids} readOnly rows={3} value={text} />}
    </Field>
  );
}
