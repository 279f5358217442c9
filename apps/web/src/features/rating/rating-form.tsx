import type { RatingView } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Field, FormError, TextArea } from "../../components/field.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { useRead } from "../../components/use-read.ts";
import { useKeptText } from "../../components/use-kept-text.ts";
import { useCase } from "../case/use-case.ts";
import { RatingMark } from "./rating-mark.tsx";
import { useRate, wordingNow } from "./use-rate.ts";

interface RatingFormProps {
  claimId: string | null;
  /** What is rated, in words: "C5", "the piece". */
  name: string;
  rating: RatingView | null;
  /** Of the stored rating, lifted ones included. */
  version: number;
  onClose: () => void;
}

/** Native radio buttons: arrows walk the scale. What was typed stays when the desk refuses it. */
export function RatingForm({ claimId, name, rating, version, onClose }: RatingFormProps) {
  const { caseId, view, personById } = useCase();
  const rate = useRate();
  const [entryId, setEntryId] = useState<string | null>(rating?.entryId ?? null);
  const [justification, setJustification, dropJustification] = useKeptText(
    `assay:rate:${caseId}:${claimId ?? "piece"}`,
    rating?.justification ?? "",
  );
  const claimVersion = wordingNow(view, claimId);
  const [begun] = useState({ version, claimVersion });
  // What is saved is about what was read, whatever has become of it in the last moment (T6, E5).
  const seen = { version: useRead(version), claimVersion: useRead(claimVersion) };
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const { entries, name: scaleName } = view.ratingScale;
  const same = entryId === (rating?.entryId ?? null) && justification.trim() === (rating?.justification ?? "");
  const lacking =
    entryId === null
      ? "Choose an entry of the scale."
      : justification.trim() === ""
        ? "Say why it is rated so. The report prints your reason."
        : same
          ? "Nothing has changed."
          : null;
  const send = async (next: string | null) => {
    setSaving(true);
    const sent = await rate(claimId, { entryId: next, justification: next === null ? "" : justification.trim() }, seen);
    setSaving(false);
    if (sent.ok) {
      dropJustification();
      return onClose();
    }
    setProblem(sent.refusal.message);
  };
  const by = rating === null ? null : (personById(rating.authorId)?.name ?? "A former member");
  const now = [
    ...(version === begun.version ? [] : [rating === null ? "Not rated" : `${rating.label}, by ${by}: ${rating.justification}`]),
    ...(claimVersion === begun.claimVersion ? [] : [`The claim: ${view.claims.find(({ id }) => id === claimId)?.text ?? ""}`]),
  ];
  return (
    <form
      className="rating-form"
      aria-label={`Rate ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (lacking === null && !saving) void send(entryId);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <fieldset className="rating-entries">
        <legend className="h">{scaleName}</legend>
        {entries.map((entry, place) => (
          <label key={entry.id} className="rating-entry">
            <input
              type="radio"
              name={`rating-${claimId ?? "piece"}`}
              checked={entry.id === entryId}
              // The form opens because somebody asked to rate this.
              autoFocus={entry.id === (rating?.entryId ?? entries[0]?.id)}
              onChange={() => setEntryId(entry.id)}
            />
            <span>
              <RatingMark label={entry.label} colour={entry.colour} value={place + 1} of={entries.length} />
              <span className="rating-definition">{entry.definition}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field label="Justification" hint="Printed in the report, beside the verdict and apart from it.">
        {(ids) => (
          <TextArea
            {...ids}
            rows={3}
            maxLength={10_000}
            value={justification}
            onChange={(event) => setJustification(event.target.value)}
          />
        )}
      </Field>
      <Overtaken now={saving ? [] : now} onTakeTheirs={onClose} />
      <FormError>{problem}</FormError>
      <p className="rating-actions">
        <Button type="submit" variant="primary" disabledReason={lacking}>
          Save the rating
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        {rating === null ? null : (
          <Button variant="quiet" onClick={() => void send(null)}>
            Lift the rating
          </Button>
        )}
      </p>
    </form>
  );
}
