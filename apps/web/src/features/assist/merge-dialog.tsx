import type { ClaimView } from "@assay/domain";
import { claimLabel, quoted } from "@assay/domain";
import { useId, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, Input } from "../../components/field.tsx";
import { useCase } from "../case/use-case.ts";
import type { SuggestedClaim } from "./assist-types.ts";
import { nearestClaims } from "./model/claim-lists.ts";

interface MergeDialogProps {
  suggestion: SuggestedClaim;
  onMerge: (claim: ClaimView) => void;
  onClose: () => void;
}

const MOST = 8;

/** Which claim says the same already: its nearest first, so that Enter is enough where the machine guesses right. */
export function MergeDialog({ suggestion, onMerge, onClose }: MergeDialogProps) {
  const { view } = useCase();
  const [query, setQuery] = useState("");
  // By its id: others may make and withdraw claims meanwhile.
  const [wanted, setWanted] = useState<string | null>(null);
  const listId = useId();
  const words = query.trim().toLowerCase();
  const found = nearestClaims(suggestion.text, view.claims)
    .filter((claim) => words === "" || `${claimLabel(claim)} ${claim.text}`.toLowerCase().includes(words))
    .slice(0, MOST);
  const at = wanted === null ? 0 : found.findIndex(({ id }) => id === wanted);
  const chosen = found[at];
  const step = (by: 1 | -1) => setWanted(found[Math.min(Math.max(at + by, 0), found.length - 1)]?.id ?? null);
  const optionId = (claim: ClaimView) => `${listId}-${claim.number}`;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Merge into an existing claim"
      description={`${quoted(suggestion.exact)} becomes a passage of that claim, as your draft.`}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="primary"
            kbd="Enter"
            disabledReason={chosen === undefined ? "Choose a claim that has these words." : null}
            onClick={() => (chosen === undefined ? undefined : onMerge(chosen))}
          >
            Merge
          </Button>
        </>
      }
    >
      <Field label="Claim" hint="Words of it, or its number. ↑ and ↓ choose.">
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            role="combobox"
            aria-expanded={found.length > 0}
            aria-controls={listId}
            {...(chosen === undefined ? {} : { "aria-activedescendant": optionId(chosen) })}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setWanted(null);
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" && chosen !== undefined) onMerge(chosen);
              else if (event.key === "ArrowDown") step(1);
              else if (event.key === "ArrowUp") step(-1);
              else return;
              event.preventDefault();
            }}
          />
        )}
      </Field>
      <ul id={listId} role="listbox" aria-label="Claims" className="sug-claims">
        {found.map((claim) => (
          <li
            key={claim.id}
            id={optionId(claim)}
            role="option"
            aria-selected={claim.id === chosen?.id}
            onClick={() => onMerge(claim)}
          >
            <b>{claimLabel(claim)}</b> {claim.text}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
