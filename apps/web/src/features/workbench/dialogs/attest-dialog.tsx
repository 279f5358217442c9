import { claimLabel, sourceName } from "@assay/domain";
import type { ClaimView, SourceView, TagView } from "@assay/domain";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Checkbox } from "../../../components/choice.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Field, TextArea } from "../../../components/field.tsx";
import { useKeptText } from "../../../components/use-kept-text.ts";
import type { ReadCell } from "../../assist/assist-types.ts";
import { originOf } from "../../assist/assist-writes.ts";
import { silenceWords } from "../../assist/model/score-words.ts";
import { PassageText } from "../../assist/passage-text.tsx";
import { useClaimSuggestions } from "../../assist/use-suggestions.ts";
import { useCase } from "../../case/use-case.ts";
import { addTerm, readTerms, rememberTerm } from "../model/search-terms.ts";
import { attest } from "../model/tag-edits.ts";
import { countWords } from "../model/count-words.ts";
import { useBenchParts } from "../state/bench-context.tsx";
import { TermChips } from "./term-chips.tsx";

interface AttestDialogProps {
  claim: ClaimView;
  source: SourceView;
  mine: TagView | undefined;
  /** Opened from a suggestion: the terms that the machine tried stand beside one's own. */
  suggested: boolean;
  onClose: () => void;
}

/** The attestation that makes a "missing" honest (S3): which revision was read, in full, and what was searched for. */
export function AttestDialog({ claim, source, mine, suggested, onClose }: AttestDialogProps) {
  const { caseId, tags, actions } = useBenchParts();
  const { texts, cellOf, personById } = useCase();
  const before = mine?.state === "withdrawn" ? undefined : mine;
  const held = before?.attestation?.revisionSha256 === source.revision.sha256 ? before.attestation : null;
  // A tick is for this text and this wording, and gone with either, also while the dialog is open (S3).
  const judged = `${source.revision.sha256} ${claim.text}`;
  const [ticked, setTicked] = useState(held?.readInFull === true && before?.claimVersion === claim.version ? judged : null);
  const read = ticked === judged;
  const { data } = useClaimSuggestions(claim.id);
  const silent = data?.cells.find((one) => one.source === source.id && one.suggestion === "missing");
  const cell = suggested ? silent : undefined;
  const [terms, setTerms] = useState<string[]>(
    () => held?.searchTerms ?? (cell?.terms ?? []).reduce<string[]>(addTerm, readTerms(caseId, claim.id, source.id)),
  );
  const [rationale, setRationale, dropRationale] = useKeptText(
    `assay:attest:${claim.id}:${source.id}`,
    before?.rationale ?? "",
  );
  const [busy, setBusy] = useState(false);
  const name = sourceName(source);
  const words = countWords(texts(source.id)?.text ?? "", source.language);
  const length = words > 0 ? `${words} words` : `${source.revision.length} characters`;
  const what = `r${source.revision.number}, ${length}`;
  const title = `${claimLabel(claim)} is missing from ${name}`;

  if (source.revision.completeness === "partial") {
    return (
      <Dialog open onOpenChange={onClose} title={title}>
        <EmptyState refused title="Missing is refused here">
          Revision r{source.revision.number} of this source is partial, so nobody can say that it is silent. Add the
          full text first.
        </EmptyState>
      </Dialog>
    );
  }

  const editRefusal = before === undefined ? null : actions.refusal("edit", before);
  const refusal =
    editRefusal ?? (read ? null : "The attestation says that the whole revision was read. Tick the box once you have.");
  const save = async () => {
    setBusy(true);
    const attestation = { revisionSha256: source.revision.sha256, readInFull: read, searchTerms: terms };
    const place = { claimId: claim.id, sourceId: source.id };
    const label = `Mark ${claimLabel(claim)} as missing from ${name}`;
    const origin = cell === undefined ? undefined : originOf(cell.identity, cell);
    const outcome = await tags.edit(place, label, (content) => attest(content, attestation, rationale), origin);
    setBusy(false);
    if (!outcome.ok) return;
    dropRationale();
    onClose();
  };
  // The newest one: a term still in its field becomes a chip on the way.
  const saveNow = useRef(save);
  useEffect(() => {
    saveNow.current = save;
  });
  const saveByKey = () => {
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    requestAnimationFrame(() => void saveNow.current());
  };
  const passages = before?.evidence.length ?? 0;
  const others = cellOf(claim.id, source.id).tags.filter((tag) => tag.id !== mine?.id && tag.stance !== "missing");
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      description={claim.text}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="primary"
            kbd="mod+Enter"
            disabledReason={refusal ?? (busy ? "It is being saved." : null)}
            onClick={() => void save()}
          >
            Attest
          </Button>
        </>
      }
    >
      <form
        className="insp-form"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && refusal === null && !busy) saveByKey();
        }}
      >
        {passages === 0 ? null : (
          <p className="bench-note attention">
            Your tag has {passages === 1 ? "1 passage, which goes" : `${passages} passages, which go`}: a missing tag
            has none. Undo brings {passages === 1 ? "it" : "them"} back.
          </p>
        )}
        {others.length === 0 ? null : (
          <p className="bench-note attention">
            {personById(others[0]?.authorId ?? "")?.name ?? "Somebody"} tagged this cell {others[0]?.stance}. Look at
            the passage before you attest.
          </p>
        )}
        {cell === undefined || held !== null ? null : <SilenceNote cell={cell} />}
        {ticked === null || read ? null : (
          <p className="bench-note attention">
            The claim was reworded, or the source has another text, since you ticked the box. Read again, then tick it.
          </p>
        )}
        <Checkbox checked={read} onChange={(next) => setTicked(next ? judged : null)}>
          I read the whole revision ({what}) and it does not address the claim.
        </Checkbox>
        <TermChips
          terms={terms}
          suggested={cell !== undefined && held === null}
          onChange={(next) => {
            setTerms(next);
            // Closing the dialog does not undo the trying.
            for (const term of next) if (!terms.includes(term)) rememberTerm(caseId, claim.id, source.id, term);
          }}
        />
        <Field label="Rationale" hint="What would have had to be there, if that is not plain.">
          {(ids) => <TextArea {...ids} value={rationale} onChange={(event) => setRationale(event.target.value)} />}
        </Field>
        {editRefusal === null ? null : <p className="bench-note attention">{editRefusal}</p>}
      </form>
    </Dialog>
  );
}

/** What the machine found nearest: to be looked at before anybody says that there is nothing. */
function SilenceNote({ cell }: { cell: ReadCell }) {
  const [nearest] = cell.passages;
  return (
    <div className="sug-box">
      <p className="sug-boxhead">
        <b>{silenceWords(cell.silence === "no" ? "unsure" : cell.silence)}</b> as the machine reads it. Its search terms
        stand below.
      </p>
      {nearest === undefined ? null : (
        <p className="sug-exact">
          <PassageText passage={nearest} matched={nearest.matched} />
        </p>
      )}
    </div>
  );
}
