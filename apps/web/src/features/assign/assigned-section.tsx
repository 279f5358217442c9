import "./assign.css";
import type { AssignmentKind, CellRef } from "@assay/domain";
import { Avatar } from "../../components/avatar.tsx";
import { Button } from "../../components/button.tsx";
import { printedDate } from "../../components/format-time.ts";
import { useKeys } from "../../components/keys.ts";
import { useCase } from "../case/use-case.ts";
import { assignedAt } from "./assigned-cells.ts";
import { openAssign } from "./assign-state.ts";
import { useAssignKey } from "./use-assign-key.ts";
import { useTakeCell } from "./use-take-cell.ts";

interface AssignedSectionProps extends CellRef {
  kind: AssignmentKind;
  /** "C5, The Ellery Courier" */
  name: string;
}

const DEED: Record<AssignmentKind, string> = { tag: "tags", review: "reviews", adjudicate: "adjudicates" };

/** Who does what with this cell and until when; taking it is one key. */
export function AssignedSection({ kind, claimId, sourceId, name }: AssignedSectionProps) {
  const { view, me, personById, can } = useCase();
  const take = useTakeCell();
  const here = { claimId, sourceId };
  const given = assignedAt(view.assignments, here).filter((one) => one.kind === kind || one.kind === "tag");
  const mine = given.some(
    (one) => one.kind === kind && one.assigneeId === me.id && one.claimId !== null && one.sourceId !== null,
  );
  const may = kind === "adjudicate" ? can("adjudicate") : can("review");
  useKeys("Review", [
    { key: "t", label: mine ? "Give it back" : "Take it", bar: "take", when: may, run: () => take(kind, here, name) },
  ]);
  useAssignKey("Review", { kind, claimId, sourceId });
  return (
    <section className="review-sec">
      <h2 className="h">Assigned</h2>
      {given.length === 0 ? <p className="meta">To nobody.</p> : null}
      <ul className="assigned-list">
        {given.map((one) => {
          const person = personById(one.assigneeId)?.name ?? "Somebody who left";
          return (
            <li key={one.id}>
              <Avatar small name={person} me={one.assigneeId === me.id} />
              <span>
                {one.assigneeId === me.id ? "You" : person} <span className="meta">{DEED[one.kind]}</span>
              </span>
              {one.dueOn === null ? null : <span className="meta">due {printedDate(one.dueOn, new Date())}</span>}
            </li>
          );
        })}
      </ul>
      <div className="assigned-buttons">
        {may ? (
          <Button className="btn-small" kbd="t" onClick={() => take(kind, here, name)}>
            {mine ? "Give back" : "Take"}
          </Button>
        ) : null}
        {can("manage_case") ? (
          <Button className="btn-small" variant="quiet" kbd="shift+a" onClick={() => openAssign({ kind, claimId, sourceId })}>
            Assign
          </Button>
        ) : null}
      </div>
    </section>
  );
}
