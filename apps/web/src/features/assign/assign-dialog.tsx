import "./assign.css";
import type { AssignmentKind } from "@assay/domain";
import { ABILITY_OF_WORK, ASSIGNMENT_KINDS, can as roleCan, claimLabel, sourceName } from "@assay/domain";
import { useState } from "react";
import { Segmented } from "../../components/choice.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, Input, Select, TextArea } from "../../components/field.tsx";
import { useCase } from "../case/use-case.ts";
import { AssignOne } from "./assign-one.tsx";
import type { AssignScope } from "./assign-state.ts";
import { openAssign, useAssignState } from "./assign-state.ts";
import { BalanceWork } from "./balance-work.tsx";

/** Mounted once in a case; opens on what `openAssign` was given. */
export function AssignDialogs() {
  const { scope } = useAssignState();
  return scope === null ? null : <AssignDialog scope={scope} />;
}

const KIND_WORDS: Record<AssignmentKind, string> = { tag: "Tag", review: "Review", adjudicate: "Adjudicate" };

/** People × scope × day: one person for a place, or the open cells of a place shared out over several people. */
function AssignDialog({ scope: opened }: { scope: AssignScope }) {
  const { view, me, can } = useCase();
  const [scope, setScope] = useState(opened);
  const [way, setWay] = useState<"one" | "balance">("one");
  const [dueOn, setDueOn] = useState("");
  const [note, setNote] = useState("");
  const leads = can("manage_case");
  const able = view.people
    .filter(({ id, role }) => roleCan(role, ABILITY_OF_WORK[scope.kind]) && (leads || id === me.id))
    .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id) || (a.name < b.name ? -1 : 1));
  const close = () => openAssign(null);
  const fill = (held: { dueOn: string | null; note: string }) => {
    setDueOn(held.dueOn ?? "");
    setNote(held.note);
  };
  const given = { scope, people: able, dueOn: dueOn === "" ? null : dueOn, note: note.trim(), onClose: close };
  return (
    <Dialog
      open
      onOpenChange={close}
      shape="wide"
      title="Assign work"
      description={leads ? "Who does what, and until when. They are told." : "Take work for yourself. A lead gives it to others."}
    >
      <div className="assign">
        {leads ? (
          <Segmented
            label="How"
            value={way}
            onChange={setWay}
            options={[
              { value: "one", label: "To one person" },
              { value: "balance", label: "Share out evenly" },
            ]}
          />
        ) : null}
        <div className="assign-row">
          <Field label="Work">
            {(ids) => (
              <Select<AssignmentKind>
                {...ids}
                value={scope.kind}
                options={ASSIGNMENT_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
                onChange={(kind) => setScope({ ...scope, kind })}
              />
            )}
          </Field>
          <Field label="Claim">
            {(ids) => (
              <Select
                {...ids}
                value={scope.claimId ?? ""}
                options={[
                  { value: "", label: "All claims" },
                  ...view.claims
                    .filter((claim) => !claim.withdrawn)
                    .map((claim) => ({ value: claim.id, label: `${claimLabel(claim)} ${claim.text}` })),
                ]}
                onChange={(claimId) => setScope({ ...scope, claimId: claimId === "" ? null : claimId })}
              />
            )}
          </Field>
          <Field label="Source">
            {(ids) => (
              <Select
                {...ids}
                value={scope.sourceId ?? ""}
                options={[
                  { value: "", label: "All sources" },
                  ...view.sources.map((source) => ({ value: source.id, label: `${source.number} ${sourceName(source)}` })),
                ]}
                onChange={(sourceId) => setScope({ ...scope, sourceId: sourceId === "" ? null : sourceId })}
              />
            )}
          </Field>
        </div>
        <div className="assign-row assign-row-due">
          <Field label="Due" hint="The end of that day. May stay empty.">
            {(ids) => <Input {...ids} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />}
          </Field>
          <Field label="Note">
            {(ids) => <TextArea {...ids} rows={1} value={note} onChange={(event) => setNote(event.target.value)} />}
          </Field>
        </div>
        {way === "one" ? <AssignOne {...given} onFill={fill} /> : <BalanceWork {...given} />}
      </div>
    </Dialog>
  );
}
