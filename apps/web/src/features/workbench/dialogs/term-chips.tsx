import { useId, useState } from "react";
import { addTerm } from "../model/search-terms.ts";

/** The search terms tried, one chip each. A comma or Enter makes one; Backspace in the empty field takes the last. */
interface TermChipsProps {
  terms: string[];
  /** Some of them are the machine's. */
  suggested: boolean;
  onChange: (terms: string[]) => void;
}

export function TermChips({ terms, suggested, onChange }: TermChipsProps) {
  const id = useId();
  const [text, setText] = useState("");
  const take = (typed: string) => {
    const parts = typed.split(",");
    setText("");
    onChange(parts.reduce<string[]>(addTerm, terms));
  };
  return (
    <div>
      <label className="insp-h" htmlFor={id}>
        Search terms tried
      </label>
      <div className="insp-chips">
        {terms.map((term) => (
          <span key={term} className="insp-chip">
            {term}
            <button
              type="button"
              aria-label={`Remove ${term}`}
              onClick={() => onChange(terms.filter((other) => other !== term))}
            >
              ×
            </button>
          </span>
        ))}
        <input
          id={id}
          value={text}
          placeholder={terms.length === 0 ? "Add a term" : ""}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => (target.value.includes(",") ? take(target.value) : setText(target.value))}
          onBlur={() => (text.trim() === "" ? undefined : take(text))}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.metaKey && !event.ctrlKey) {
              event.preventDefault();
              if (text.trim() !== "") take(text);
            } else if (event.key === "Backspace" && text === "") onChange(terms.slice(0, -1));
          }}
        />
      </div>
      <p className="bench-note" id={`${id}-hint`}>
        {suggested
          ? "Yours and the machine’s; they go into the attestation. Take out what was not looked for."
          : "Recorded from your searches in this source with this claim chosen; they go into the attestation."}
      </p>
    </div>
  );
}
