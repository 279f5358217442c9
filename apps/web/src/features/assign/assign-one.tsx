import type { PersonView } from "@assay/domain";
import { useState } from "react";
import { Avatar } from "../../components/avatar.tsx";
import { Button } from "../../components/button.tsx";
import { Field, FormError, Select } from "../../components/field.tsx";
import { printedDate } from "../../components/format-time.ts";
import { api, newId } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import type { AssignScope } from "./assign-state.ts";

export interface GiveOutProps {
  scope: AssignScope;
  /** Those whose role can do this work. */
  people: readonly PersonView[];
  dueOn: string | null;
  note: string;
  onClose: () => void;
}

/** One person gets the place as a whole; who has it already stands below, and can be relieved of it. */
export function AssignOne({ scope, people, dueOn, note, onClose }: GiveOutProps) {
  const { caseId, view, me, personById, can } = useCase();
  const { run } = useCaseMutation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const name = (id: string) => (id === me.id ? "you" : (personById(id)?.name ?? "somebody who left"));
  const has = view.assignments.filter(
    (one) => one.kind === scope.kind && one.claimId === scope.claimId && one.sourceId === scope.sourceId,
  );
  const free = people.find(({ id }) => !has.some((one) => one.assigneeId === id)) ?? people[0];
  const assigneeId = people.find(({ id }) => id === chosen)?.id ?? free?.id ?? "";
  const assign = async () => {
    setBusy(true);
    setRefused(null);
    const item = { ...scope, id: newId(), assigneeId, dueOn, note };
    const sent = await run(
      `Assign work to ${name(assigneeId)}`,
      (mutationId) => api.assignment.assign.mutate({ mutationId, caseId, ...item }),
      { quiet: true, done: `Assigned to ${name(assigneeId)}.` },
    );
    setBusy(false);
    if (sent.ok) onClose();
    else setRefused(sent.refusal.message);
  };
  const end = (assignmentId: string, whose: string) =>
    void run(
      `End ${whose} work there`,
      (mutationId) => api.assignment.end.mutate({ mutationId, caseId, assignmentId, reason: "" }),
      { done: "That assignment is ended." },
    );
  const lacking = people.length === 0 ? "Nobody here has a role for this work. Give somebody one on the people page." : null;
  return (
    <>
      <Field label="Person">
        {(ids) => (
          <Select
            {...ids}
            value={assigneeId}
            options={people.map(({ id, name: full, role }) => ({
              value: id,
              label: id === me.id ? `${full}, ${role} (you)` : `${full}, ${role}`,
            }))}
            onChange={setChosen}
          />
        )}
      </Field>
      {has.length === 0 ? null : (
        <ul className="assigned-list" aria-label="Assigned already">
          {has.map((one) => (
            <li key={one.id}>
              <Avatar small name={personById(one.assigneeId)?.name ?? "Somebody who left"} me={one.assigneeId === me.id} />
              <span>
                {personById(one.assigneeId)?.name ?? "Somebody who left"} has it
                {one.dueOn === null ? "" : `, due ${printedDate(one.dueOn, new Date())}`}
              </span>
              {can("manage_case") || one.assigneeId === me.id ? (
                <Button className="btn-small" variant="quiet" onClick={() => end(one.id, `${name(one.assigneeId)}:`)}>
                  End
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <FormError>{refused}</FormError>
      <div className="assign-foot">
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" disabledReason={lacking ?? (busy ? "It is being assigned." : null)} onClick={() => void assign()}>
          Assign
        </Button>
      </div>
    </>
  );
}
