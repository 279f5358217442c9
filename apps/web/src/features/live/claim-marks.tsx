import "./live.css";
import { useShallow } from "zustand/react/shallow";
import { initials } from "../../components/avatar.tsx";
import { useCase } from "../case/use-case.ts";
import { nameOf } from "./event-words.ts";
import { useLive } from "./live-store.ts";

/** Beside a claim: who is at it. In the margin, where it moves no letter of the row. */
export function ClaimPeople({ claimId }: { claimId: string }) {
  const ids = useLive(
    useShallow(({ people }) => [...new Set(people.filter((one) => one.claimId === claimId).map((one) => one.userId))]),
  );
  if (ids.length === 0) return null;
  return <Names ids={ids} />;
}

function Names({ ids }: { ids: readonly string[] }) {
  const { view } = useCase();
  const names = ids.map((id) => nameOf(view, id));
  return (
    <span className="live-at" title={`${names.join(", ")} ${names.length > 1 ? "are" : "is"} at this claim`}>
      {names.slice(0, 2).map((name) => (
        <span key={name} aria-hidden>
          {initials(name).slice(0, 1)}
        </span>
      ))}
      <span className="vh">, {names.join(", ")} here</span>
    </span>
  );
}

/** Others have changed the claim or one of its cells since this person looked. */
export function ClaimNews({ claimId }: { claimId: string }) {
  return useLive(({ unseenClaims }) => unseenClaims.has(claimId)) ? <NewsDot /> : null;
}

/** The same for one cell. */
export function CellNews({ claimId, sourceId }: { claimId: string; sourceId: string }) {
  return useLive(({ unseenCells }) => unseenCells.has(`${claimId} ${sourceId}`)) ? <NewsDot /> : null;
}

function NewsDot() {
  return (
    <span className="live-dot" title="Changed since you last looked">
      <span className="vh">, changed since you last looked</span>
    </span>
  );
}
