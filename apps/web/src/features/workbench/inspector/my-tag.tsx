import type { SourceView, Stance, TagView } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Segmented } from "../../../components/choice.tsx";
import { Glyph } from "../../../components/glyph.tsx";
import { Stance as StanceMark } from "../../../components/stance.tsx";
import { StateMark } from "../../../components/state-mark.tsx";
import { useCase } from "../../case/use-case.ts";
import { changeStance } from "../model/tag-edits.ts";
import { useBenchParts } from "../state/bench-context.tsx";
import { usePending } from "../state/use-pending.ts";
import { cellName, lackingOf } from "../state/tag-writes.ts";
import { AttestationNote } from "./attestation-note.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { RationaleField } from "./rationale-field.tsx";
import { TagHistory } from "./tag-history.tsx";
import { TagMarks } from "./tag-marks.tsx";
import { TagNotice } from "./tag-notice.tsx";

interface MyTagProps {
  tag: TagView;
  source: SourceView;
  /** The only tag of its cell: the row above it says the stance already. */
  alone: boolean;
  onLeave: () => void;
}

const OPTIONS = (["verified", "disputed", "missing"] as const).map((value) => ({
  value,
  label: (
    <>
      <Glyph name={value} />
      {value}
    </>
  ),
}));

/** My own tag, edited where it stands. What was handed in stays closed until I say that I want to edit it. */
export function MyTag({ tag, source, alone, onLeave }: MyTagProps) {
  const { tags, actions, store, latest } = useBenchParts();
  const [openedAt, setOpenedAt] = useState<number | null>(null);
  const handedIn = tag.state === "submitted" || tag.state === "approved";
  const reworded = useCase().claimById(tag.claimId)?.version !== tag.claimVersion;
  const editRefusal = actions.refusal("edit", tag);
  const editable = editRefusal === null && (!handedIn || openedAt === tag.version);

  const [stance, pressStance] = usePending(tag.stance);
  const setStance = (next: Stance) => {
    if (next === "missing") {
      store.setState({ dialog: { kind: "attest" } });
      return;
    }
    const label = `Tag ${cellName(latest(), tag)} ${next}`;
    pressStance(next, tags.edit(tag, label, (content) => content && changeStance(content, next)));
  };

  const submitRefusal = actions.refusal("submit", tag) ?? lackingOf(tag, source);
  return (
    <div className="insp-tag">
      <TagNotice tag={tag} />
      {editable ? (
        <Segmented label="Stance" className="insp-stance" value={stance} options={OPTIONS} onChange={setStance} />
      ) : (
        <ReadOnlyStance tag={tag} alone={alone} />
      )}
      <EvidenceList tag={tag} editable={editable} onLeave={onLeave} />
      {tag.attestation === null ? null : <AttestationNote attestation={tag.attestation} source={source} />}
      <RationaleField key={tag.id} tag={tag} editable={editable} />
      {editable ? <TagMarks tag={tag} /> : null}
      <div className="insp-acts">
        {handedIn ? (
          <Button
            disabledReason={editRefusal}
            onClick={() => setOpenedAt(editable ? null : tag.version)}
            aria-pressed={editable}
          >
            Edit
          </Button>
        ) : (
          <Button
            variant={submitRefusal === null ? "primary" : "plain"}
            kbd="s"
            disabledReason={submitRefusal}
            onClick={() => void tags.submit(tag.id)}
          >
            Submit
          </Button>
        )}
        {tag.state === "stale" ? (
          <Button kbd="o" disabledReason={actions.refusal("reaffirm", tag)} onClick={() => void tags.reaffirm(tag.id)}>
            Reaffirm
          </Button>
        ) : null}
        <Button
          variant="quiet"
          disabledReason={actions.refusal("withdraw", tag)}
          onClick={() => void tags.withdraw(tag.id)}
        >
          Withdraw
        </Button>
      </div>
      {submitRefusal === null || handedIn || tag.state === "challenged" ? null : (
        <p className="bench-note">{submitRefusal}</p>
      )}
      {tag.state === "draft" && reworded ? (
        <p className="bench-note attention">
          The claim was changed after this tag judged it. Read it again.{" "}
          <button type="button" className="bench-link" onClick={() => void tags.rejudge(tag.id)}>
            It still holds
          </button>
        </p>
      ) : null}
      {handedIn && editable ? (
        <p className="bench-note attention">
          {tag.state === "approved"
            ? `A change makes it stale: the approval covers version ${tag.version} only.`
            : "A change takes it back to a draft. Submit it again afterwards."}
        </p>
      ) : null}
      <TagHistory tag={tag} />
    </div>
  );
}

function ReadOnlyStance({ tag, alone }: { tag: TagView; alone: boolean }) {
  return alone ? null : (
    <p className="insp-taghead">
      <b>You</b>
      <StanceMark stance={tag.stance} attributed={tag.attributed} />
      <StateMark state={tag.state} />
    </p>
  );
}
