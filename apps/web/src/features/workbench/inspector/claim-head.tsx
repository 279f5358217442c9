import { CLAIM_TYPES } from "@assay/domain";
import type { ClaimView } from "@assay/domain";
import { useState } from "react";
import { Select } from "../../../components/field.tsx";
import { UnsavedWords } from "../../../components/unsaved-words.tsx";
import { OriginNote } from "../../assist/origin-note.tsx";
import { ConflictDialog } from "../../case/conflict-dialog.tsx";
import { useCaseOf } from "../../case/use-case.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { usePending } from "../state/use-pending.ts";
import type { ClaimFields } from "../state/claim-writes.ts";
import { dropWording, readWording } from "../model/wording-draft.ts";
import { ClaimantField } from "./claimant-field.tsx";
import { WordingEditor } from "./wording-editor.tsx";

interface Clash {
  theirs: ClaimView;
  mine: ClaimFields;
}

const TYPES = CLAIM_TYPES.map((type) => ({ value: type, label: type }));

/** Wording, type and claimant, each edited where it stands. Mount it with the claim's id as its key. */
export function ClaimHead({ claim }: { claim: ClaimView }) {
  const { caseId, claims, store, panes } = useBenchParts();
  const editing = useBench((state) => state.wordingOf === claim.id);
  const [clash, setClash] = useState<Clash | null>(null);
  const mayEdit = useCaseOf(({ can }) => can("edit_claim"));
  const [text, pressText] = usePending(claim.text);
  const [type, pressType] = usePending(claim.type);

  const save = async (fields: ClaimFields, baseVersion: number): Promise<"saved" | "clash" | "refused"> => {
    const outcome = await claims.edit(claim, fields, baseVersion);
    if (outcome.ok) return "saved";
    const { code, details } = outcome.refusal;
    if (code !== "CONFLICT") return "refused";
    setClash({ theirs: details.current as ClaimView, mine: fields });
    return "clash";
  };
  /** The editor closes at once; refused words come back into it, for they are kept until they are saved. */
  const saveText = (next: string, baseVersion: number, goneTo: Element | null = null) => {
    leave(goneTo);
    const saved = save({ text: next, type: claim.type, claimant: claim.claimant }, baseVersion);
    pressText(next, saved);
    void saved.then((result) => {
      if (result === "saved") dropWording(caseId, claim.id);
      else if (result === "refused") store.setState({ wordingOf: claim.id });
    });
  };
  const leave = (goneTo: Element | null) => {
    store.setState({ wordingOf: null });
    if (goneTo === null) panes.get(store.getState().sourceId)?.focus();
  };

  return (
    <div className="insp-sec">
      {editing && mayEdit ? (
        <WordingEditor claim={claim} onSave={saveText} onLeave={leave} />
      ) : (
        <button
          type="button"
          className="insp-wording"
          disabled={!mayEdit}
          title={mayEdit ? "Edit the wording (E)" : undefined}
          onClick={() => store.setState({ wordingOf: claim.id })}
        >
          {text}
        </button>
      )}
      {editing && !mayEdit ? <UnsavedWords label="Your wording" text={readWording(caseId, claim).text} /> : null}
      <div className="insp-claimrow">
        <Select
          aria-label="Type of claim"
          className="insp-type"
          value={type}
          options={TYPES}
          disabled={!mayEdit}
          onChange={(next) =>
            pressType(next, save({ text: claim.text, type: next, claimant: claim.claimant }, claim.version))
          }
        />
        <ClaimantField
          claimant={claim.claimant}
          disabled={!mayEdit}
          onSave={(claimant) => void save({ text: claim.text, type: claim.type, claimant }, claim.version)}
        />
      </div>
      <OriginNote suggestion={claim.suggestion} />
      {clash === null ? null : (
        <ConflictDialog
          open
          title="Somebody changed this claim while you were writing"
          description={`Yours was based on an earlier version; version ${clash.theirs.version} is saved.`}
          theirs={{ heading: `Version ${clash.theirs.version}`, text: clash.theirs.text }}
          yours={{ heading: "Yours, not saved yet", text: clash.mine.text }}
          onKeepTheirs={() => {
            setClash(null);
            dropWording(caseId, claim.id);
          }}
          onSaveMine={() => {
            setClash(null);
            saveText(clash.mine.text, clash.theirs.version);
          }}
          onClose={() => {
            setClash(null);
            store.setState({ wordingOf: claim.id });
          }}
        />
      )}
    </div>
  );
}
