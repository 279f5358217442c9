import { CLAIM_TYPES, claimLabel } from "@assay/domain";
import type { ClaimView } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Ref } from "react";
import { Button } from "../../components/button.tsx";
import { Field, Input, Select, TextArea } from "../../components/field.tsx";
import { Glyph } from "../../components/glyph.tsx";
import { useCase } from "../case/use-case.ts";
import type { ClaimFields } from "../workbench/state/claim-writes.ts";
import type { Attribution, SuggestedClaim } from "./assist-types.ts";
import { attributionOf, attributionWords } from "./model/attribution-of.ts";
import { isWordedSo } from "./model/is-worded-so.ts";
import { checkableWords } from "./model/score-words.ts";
import type { Shown } from "./model/suggestions-search.ts";

interface SuggestedClaimRowProps {
  suggestion: SuggestedClaim;
  attributions: readonly Attribution[];
  on: boolean;
  picked: boolean;
  /** The claim that was made of it. */
  made: ClaimView | undefined;
  /** The claim of the case that says the same. */
  same: ClaimView | undefined;
  editing: boolean;
  /** What its wording and the rest are when somebody begins to edit. */
  begun: ClaimFields;
  /** It is no longer in the list, and stays for what is being written about it. */
  gone: boolean;
  show: Shown;
  mayTake: boolean;
  ref?: Ref<HTMLLIElement>;
  onFocus: () => void;
  onPick: () => void;
  onEdit: () => void;
  onLeave: () => void;
  onAccept: (fields?: ClaimFields) => void;
  onMerge: () => void;
  onDismiss: () => void;
  onRestore: () => void;
}

/** One suggestion: its wording, what it is, whose words they are, how checkable; with the cursor, what to do with it. */
export function SuggestedClaimRow(props: SuggestedClaimRowProps) {
  const { suggestion, attributions, on, picked, made, same, editing, show, mayTake, ref } = props;
  const said = attributionOf(suggestion, attributions);
  const own = isWordedSo(suggestion);
  return (
    <li
      ref={ref}
      className={on ? "sug-item on" : "sug-item"}
      aria-current={on ? "true" : undefined}
      {...(on ? { tabIndex: -1 } : {})}
      onClick={props.onFocus}
    >
      {show === "open" && mayTake ? (
        <input
          type="checkbox"
          className="sug-pick"
          aria-label={`Pick “${suggestion.text}”`}
          checked={picked}
          onChange={props.onPick}
        />
      ) : null}
      <div className="sug-body">
        {editing ? (
          <EditSuggestion begun={props.begun} gone={props.gone} onAccept={props.onAccept} onLeave={props.onLeave} />
        ) : (
          <>
            <button type="button" className="sug-text" onClick={props.onFocus}>
              {suggestion.text}
            </button>
            <p className="sug-meta">
              <span>
                <Glyph name={suggestion.type} /> {suggestion.type}
              </span>
              <span>{checkableWords(suggestion.score)}</span>
              {said === null ? (
                suggestion.claimant === "" ? null : <span>claimant: {suggestion.claimant}</span>
              ) : (
                <span>{attributionWords(said)}</span>
              )}
              {made === undefined ? null : <ClaimLink claim={made} />}
            </p>
            {own ? null : <p className="sug-exact">{suggestion.exact}</p>}
            {same === undefined || show !== "open" ? null : (
              <p className="sug-same">
                says the same as <ClaimLink claim={same} /> {same.text}
              </p>
            )}
          </>
        )}
        {on && !editing && mayTake && show === "open" ? (
          <p className="sug-acts">
            {same === undefined ? null : (
              <Button className="btn-small" variant="primary" kbd="m" onClick={props.onMerge}>
                Mark under {claimLabel(same)}
              </Button>
            )}
            <Button className="btn-small" {...(same === undefined ? { variant: "primary" } : {})} kbd="a" onClick={() => props.onAccept()}>
              {same === undefined ? "Accept" : "New claim"}
            </Button>
            <Button className="btn-small" kbd="e" onClick={props.onEdit}>
              Edit
            </Button>
            {same === undefined ? (
              <Button className="btn-small" kbd="m" onClick={props.onMerge}>
                Merge
              </Button>
            ) : null}
            <Button className="btn-small" variant="quiet" kbd="d" onClick={props.onDismiss}>
              Dismiss
            </Button>
          </p>
        ) : null}
        {on && mayTake && show === "dismissed" ? (
          <p className="sug-acts">
            <Button className="btn-small" kbd="r" onClick={props.onRestore}>
              Bring back
            </Button>
          </p>
        ) : null}
      </div>
    </li>
  );
}

function ClaimLink({ claim }: { claim: ClaimView }) {
  const { caseId } = useCase();
  return (
    <Link className="bench-link" to="/c/$caseId" params={{ caseId }} search={{ claim: claim.number }}>
      {claimLabel(claim)}
    </Link>
  );
}

interface EditSuggestionProps {
  begun: ClaimFields;
  gone: boolean;
  onAccept: (fields: ClaimFields) => void;
  onLeave: () => void;
}

const TYPES = CLAIM_TYPES.map((type) => ({ value: type, label: type }));

const GONE = "It has left the list meanwhile: taken or dismissed, or its source has a newer text. Your words are still here.";

/** Enter accepts in these words; Escape leaves the suggestion as it was. */
function EditSuggestion({ begun, gone, onAccept, onLeave }: EditSuggestionProps) {
  const [text, setText] = useState(begun.text);
  const [type, setType] = useState(begun.type);
  const [claimant, setClaimant] = useState(begun.claimant);
  const lacking = text.trim() === "" ? "Write the claim first. It says one thing that can be checked." : null;
  const accept = () => {
    if (lacking === null) onAccept({ text: text.trim(), type, claimant: claimant.trim() });
  };
  return (
    <form
      className="sug-edit"
      onSubmit={(event) => {
        event.preventDefault();
        accept();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <Field label="Wording">
        {(ids) => (
          <TextArea
            {...ids}
            autoFocus
            value={text}
            onFocus={({ currentTarget: field }) => field.setSelectionRange(field.value.length, field.value.length)}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              accept();
            }}
          />
        )}
      </Field>
      <div className="sug-fields">
        <Field label="Type">{(ids) => <Select {...ids} value={type} options={TYPES} onChange={setType} />}</Field>
        <Field label="Claimant">
          {(ids) => <Input {...ids} value={claimant} onChange={(event) => setClaimant(event.target.value)} />}
        </Field>
      </div>
      <p role="status">{gone ? GONE : null}</p>
      <p className="sug-acts">
        <Button type="submit" className="btn-small" variant="primary" kbd="Enter" disabledReason={lacking}>
          Accept
        </Button>
        <Button className="btn-small" variant="quiet" kbd="Escape" onClick={onLeave}>
          Leave it
        </Button>
      </p>
    </form>
  );
}
