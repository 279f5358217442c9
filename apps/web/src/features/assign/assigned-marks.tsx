import "./assign.css";
import type { CellRef } from "@assay/domain";
import { Avatar } from "../../components/avatar.tsx";
import { useCase, useCaseOf } from "../case/use-case.ts";
import { assignedAt } from "./assigned-cells.ts";

/** Whose work a cell is: initials, with the name and the day in the tooltip. */
export function AssignedMarks({ claimId, sourceId }: CellRef) {
  const assignments = useCaseOf(({ view }) => view.assignments);
  const people = [...new Set(assignedAt(assignments, { claimId, sourceId }).map(({ assigneeId }) => assigneeId))];
  return people.length === 0 ? null : <Assigned people={people} />;
}

function Assigned({ people }: { people: readonly string[] }) {
  const { me, personById } = useCase();
  return (
    <span className="assigned">
      <span className="vh">assigned to</span>
      {people.slice(0, 3).map((id) => (
        <Avatar key={id} small name={personById(id)?.name ?? "Somebody who left"} me={id === me.id} />
      ))}
      {people.length > 3 ? <span className="micro">+{people.length - 3}</span> : null}
    </span>
  );
}
