import type { CorrectionView } from "@assay/domain";
import { claimLabel, lackingAbility, lastRelease, openCorrections } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Field, FormError, Select, TextArea } from "../../components/field.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { useKeptText } from "../../components/use-kept-text.ts";
import { useCase } from "../case/use-case.ts";
import { useReleaseWrites } from "./use-release-writes.ts";

const PIECE = "piece";

/** R3: what the next release says differently, and why. */
export function Corrections() {
  const { view, can, me } = useCase();
  const [writing, setWriting] = useState(false);
  const last = lastRelease(view);
  if (last === null) return null;
  const open = openCorrections(view);
  return (
    <section id="corrections" tabIndex={-1} aria-labelledby="corrections-title">
      <h2 id="corrections-title">Corrections for release {last.number + 1}</h2>
      <p className="meta">
        Release {last.number} stays as it is. The next one says what changed and why, and so does every one after it.
      </p>
      <ul className="corrections">
        {open.map((correction) => (
          <OpenCorrection key={correction.id} correction={correction} />
        ))}
      </ul>
      {writing ? (
        <CorrectionForm onClose={() => setWriting(false)} />
      ) : (
        <p className="release-actions">
          <Button
            disabledReason={can("release") ? null : lackingAbility(me.role, "release")}
            onClick={() => setWriting(true)}
          >
            Write a correction
          </Button>
        </p>
      )}
    </section>
  );
}

function OpenCorrection({ correction }: { correction: CorrectionView }) {
  const { can, claimById, personById } = useCase();
  const writes = useReleaseWrites();
  const claim = correction.claimId === null ? undefined : claimById(correction.claimId);
  return (
    <li>
      <p>
        {claim === undefined ? null : <b>{claimLabel(claim)}. </b>}
        {correction.what}
      </p>
      <p className="meta">
        {correction.why} {personById(correction.authorId)?.name ?? "A former member"},{" "}
        <TimeAgo iso={correction.createdAt} />
      </p>
      {can("release") ? (
        <Button variant="quiet" onClick={() => void writes.withdrawCorrection(correction.id)}>
          Withdraw
        </Button>
      ) : null}
    </li>
  );
}

function CorrectionForm({ onClose }: { onClose: () => void }) {
  const { caseId, view } = useCase();
  const writes = useReleaseWrites();
  const [about, setAbout] = useState(PIECE);
  const [what, setWhat, dropWhat] = useKeptText(`assay:correction-what:${caseId}`);
  const [why, setWhy, dropWhy] = useKeptText(`assay:correction-why:${caseId}`);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const lacking = what.trim() === "" ? "Say what is corrected." : why.trim() === "" ? "Say why." : null;
  const options = [
    { value: PIECE, label: "The piece" },
    ...view.claims
      .filter(({ withdrawn }) => !withdrawn)
      .map((claim) => ({ value: claim.id, label: `${claimLabel(claim)} ${claim.text}` })),
  ];
  const save = async () => {
    setBusy(true);
    const done = await writes.correct({ claimId: about === PIECE ? null : about, what: what.trim(), why: why.trim() });
    setBusy(false);
    if (!done.ok) return setProblem(done.refusal.message);
    dropWhat();
    dropWhy();
    onClose();
  };
  return (
    <form
      className="correction-form"
      aria-label="Correction"
      onSubmit={(event) => {
        event.preventDefault();
        if (lacking === null && !busy) void save();
      }}
    >
      <Field label="About">{(ids) => <Select {...ids} value={about} options={options} onChange={setAbout} />}</Field>
      <Field label="What is corrected" hint="As a reader of the earlier release needs to hear it.">
        {(ids) => (
          <TextArea
            {...ids}
            autoFocus
            maxLength={5_000}
            value={what}
            onChange={(event) => setWhat(event.target.value)}
          />
        )}
      </Field>
      <Field label="Why">
        {(ids) => (
          <TextArea {...ids} maxLength={5_000} value={why} onChange={(event) => setWhy(event.target.value)} />
        )}
      </Field>
      <FormError>{problem}</FormError>
      <p className="release-actions">
        <Button type="submit" variant="primary" disabledReason={lacking}>
          Keep the correction
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </p>
    </form>
  );
}
