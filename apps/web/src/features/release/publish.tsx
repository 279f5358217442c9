import type { ReleasePlan } from "@assay/domain";
import {
  can as roleCan,
  checkRelease,
  lackingAbility,
  lastRelease,
  openCorrections,
  signaturesFor,
} from "@assay/domain";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { FormError } from "../../components/field.tsx";
import { useCase } from "../case/use-case.ts";
import { useReleaseWrites } from "./use-release-writes.ts";

/** The one act that cannot be undone: it is told what it does before it is done. */
export function Publish({ plan }: { plan: ReleasePlan }) {
  const { view, me } = useCase();
  const writes = useReleaseWrites();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const number = (lastRelease(view)?.number ?? 0) + 1;
  const checked = checkRelease(view, plan);
  const reason = !roleCan(me.role, "release")
    ? lackingAbility(me.role, "release")
    : checked.ok
      ? null
      : checked.reason;
  const corrections = openCorrections(view);
  const signatures = signaturesFor(view, plan).length;
  const publish = async () => {
    if (busy) return;
    setBusy(true);
    const done = await writes.make(plan);
    setBusy(false);
    if (done.ok) setAsking(false);
    setProblem(done.ok ? null : done.refusal.message);
  };
  return (
    <>
      <Button variant="primary" disabledReason={reason} onClick={() => setAsking(true)}>
        Publish release {number}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={`Publish release ${number}?`}
        description="A release is frozen: every later export of it is the same to the last byte."
        footer={
          <>
            <Button onClick={() => setAsking(false)}>Not yet</Button>
            <Button variant="primary" disabledReason={reason} onClick={() => void publish()}>
              Publish
            </Button>
          </>
        }
      >
        <dl className="release-facts">
          <dt>Title</dt>
          <dd>{plan.title}</dd>
          <dt>Signatures</dt>
          <dd>{signatures === 0 ? "none" : signatures}</dd>
          {corrections.length === 0 ? null : (
            <>
              <dt>Corrections</dt>
              <dd>
                {corrections.map(({ id, what }) => (
                  <p key={id}>{what}</p>
                ))}
              </dd>
            </>
          )}
        </dl>
        <p className="meta">
          What has to change afterwards goes through a correction, which is printed in every later export. Everybody at
          the desk is told.
        </p>
        <FormError>{problem}</FormError>
      </Dialog>
    </>
  );
}
