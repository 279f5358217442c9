import type { ReleasePlan } from "@assay/domain";
import { can as roleCan, checkSignOff, lackingAbility, signaturesFor } from "@assay/domain";
import { PenLine } from "lucide-react";
import { useState } from "react";
import { Avatar } from "../../components/avatar.tsx";
import { Button } from "../../components/button.tsx";
import { FormError } from "../../components/field.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { useCase } from "../case/use-case.ts";
import { useReleaseWrites } from "./use-release-writes.ts";

/** Who put their name to exactly this, and who still may. */
export function Signatures({ plan }: { plan: ReleasePlan }) {
  const { view, me, personById } = useCase();
  const writes = useReleaseWrites();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const given = signaturesFor(view, plan);
  const others = view.signOffs.filter((one) => !given.includes(one));
  const mine = given.find(({ userId }) => userId === me.id);
  const { signOffs: wanted } = view.policy;
  const checked = checkSignOff(view, plan, me.id);
  const disabledReason = !roleCan(me.role, "sign_off")
    ? lackingAbility(me.role, "sign_off")
    : checked.ok
      ? null
      : checked.reason;
  const act = async (work: () => ReturnType<typeof writes.sign>) => {
    if (busy) return;
    setBusy(true);
    const done = await work();
    setBusy(false);
    setProblem(done.ok ? null : done.refusal.message);
  };
  return (
    <div id="signatures" tabIndex={-1}>
      <p className="meta">
        {wanted === 0
          ? "The policy of this case asks for no signature. Whoever signs is named on the release."
          : `Signatures: ${given.length} of ${wanted}. Any change of what is signed ends them.`}
      </p>
      <ul className="signatures">
        {given.map((signOff) => {
          const name = personById(signOff.userId)?.name ?? "A former member";
          return (
            <li key={signOff.id}>
              <Avatar name={name} me={signOff.userId === me.id} />
              <span>
                <b>{name}</b>, {signOff.role}
                <span className="micro">
                  {" "}
                  <TimeAgo iso={signOff.createdAt} />
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {others.length === 0 ? null : (
        <p className="meta">
          {others.length === 1
            ? "One signature stands for another title or scope, and does not count here."
            : `${others.length} signatures stand for another title or scope, and do not count here.`}
        </p>
      )}
      <p className="release-actions">
        {mine === undefined ? (
          <Button
            icon={<PenLine className="icon" aria-hidden />}
            disabledReason={disabledReason}
            onClick={() => void act(() => writes.sign(plan))}
          >
            Sign off
          </Button>
        ) : (
          <Button onClick={() => void act(() => writes.unsign(mine.id))}>Take back my signature</Button>
        )}
      </p>
      <FormError>{problem}</FormError>
    </div>
  );
}
