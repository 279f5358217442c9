import "./assign.css";
import type { CellRef } from "@assay/domain";
import { Avatar } from "../../components/avatar.tsx";
import { useCase } from "../case/use-case.ts";
import { assignedAt } from "./assigned-cells.ts";

/** Whose work a cell is: initials, with the name and the day in the tooltip. */
export function AssignedMarks({ claimId, sourceId }: CellRef) {
  const { view, me, personById } = useCase();
  const people = [...new Set(assignedAt(view.assignments, { claimId, sourceId }).map(({ assigneeId }) => assigneeId))];
  if (people.length === 0) return null;
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
