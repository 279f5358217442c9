import { mayChangeAssignment, mayEndAssignment } from "@assay/domain";
import type { AssignmentView, PersonView } from "@assay/domain";
import { useState } from "react";
import { Avatar } from "../../components/avatar.tsx";
import { Button } from "../../components/button.tsx";
import { Field, FormError, Select } from "../../components/field.tsx";
import { printedDate } from "../../components/format-time.ts";
import { useRead } from "../../components/use-read.ts";
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

interface AssignOneProps extends GiveOutProps {
  /** Day and note of an assignment that is to be changed, into the fields. */
  onFill: (held: Pick<AssignmentView, "dueOn" | "note">) => void;
}

/** One person gets the place as a whole; who has it already stands below, gets another day, or is relieved of it. */
export function AssignOne({ scope, people, dueOn, note, onClose, onFill }: AssignOneProps) {
  const { caseId, view, me, personById } = useCase();
  const { run } = useCaseMutation();
  const [chosen, setChosen] = useState<string | null>(null);
  /** The assignment whose day and note are in the fields. */
  const [seen, setSeen] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const name = (id: string) => (id === me.id ? "you" : (personById(id)?.name ?? "somebody who left"));
  const has = view.assignments.filter(
    (one) => one.kind === scope.kind && one.claimId === scope.claimId && one.sourceId === scope.sourceId,
  );
  const free = people.find(({ id }) => !has.some((one) => one.assigneeId === id)) ?? people[0];
  const assigneeId = people.find(({ id }) => id === chosen)?.id ?? free?.id ?? "";
  const held = has.find((one) => one.assigneeId === assigneeId);
  /** With what they have in the fields: what nobody has seen there is not taken away from them. */
  const choose = (id: string) => {
    setChosen(id);
    const theirs = has.find((one) => one.assigneeId === id);
    if (theirs === undefined) return;
    setSeen(theirs.id);
    onFill(theirs);
  };
  const read = useRead(held);
  const give = () => {
    if (held === undefined) {
      const item = { ...scope, id: newId(), assigneeId, dueOn, note };
      const done = `Assigned to ${name(assigneeId)}.`;
      return run(
        `Assign work to ${name(assigneeId)}`,
        (mutationId) => api.assignment.assign.mutate({ mutationId, caseId, ...item }),
        { quiet: true, done },
      );
    }
    const due = dueOn === null ? "without a day now" : `due ${printedDate(dueOn, new Date())} now`;
    const { id: assignmentId, version: baseVersion } = read?.id === held.id ? read : held;
    return run(
      `Change what ${name(assigneeId)} has`,
      (mutationId) => api.assignment.change.mutate({ mutationId, caseId, assignmentId, baseVersion, assigneeId, dueOn, note }),
      { quiet: true, done: `What ${name(assigneeId)} has is ${due}.` },
    );
  };
  const assign = async () => {
    setBusy(true);
    setRefused(null);
    const sent = await give();
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
  const same = held !== undefined && held.dueOn === dueOn && held.note === note;
  const isUnseen = held !== undefined && held.id !== seen;
  const unchanged = isUnseen || same ? "They have it already. Choose them to give them another day or note." : null;
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
            onChange={choose}
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
              {mayChangeAssignment(me, one, one.assigneeId).ok ? (
                <Button
                  className="btn-small"
                  variant="quiet"
                  aria-label={`Change day or note of ${name(one.assigneeId)}`}
                  onClick={() => choose(one.assigneeId)}
                >
                  Change
                </Button>
              ) : null}
              {mayEndAssignment(me, one).ok ? (
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
        <Button variant="primary" disabledReason={lacking ?? unchanged ?? (busy ? "It is being assigned." : null)} onClick={() => void assign()}>
          {held === undefined ? "Assign" : "Change"}
        </Button>
      </div>
    </>
  );
}
