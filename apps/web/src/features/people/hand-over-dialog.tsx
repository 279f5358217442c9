import type { AssignmentKind } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, FormError, Select } from "../../components/field.tsx";
import { api } from "../../trpc.ts";
import type { RefusalInfo } from "../../refusal.ts";
import type { Workspace } from "./workspace-mutation.ts";
import { changeWorkspace } from "./workspace-mutation.ts";

interface OpenWork {
  caseId: string;
  caseTitle: string;
  assignments: { kind: AssignmentKind }[];
  tags: unknown[];
}

/** Work that stands in the way of a removal or of another role, as the desk's refusal lists it; null for any other. */
export function openWorkOf({ details }: RefusalInfo): OpenWork[] | null {
  return details.rule === "open work" && Array.isArray(details.openWork) ? (details.openWork as OpenWork[]) : null;
}

interface HandOverDialogProps {
  workspace: Workspace;
  from: Workspace["members"][number];
  openWork: readonly OpenWork[];
  /** What was asked for before the work stood in its way. */
  goal: string;
  onHandedOver: () => void;
  onClose: () => void;
}

/** Somebody's open work goes to somebody else, in all cases, so that they can leave or change their role. */
export function HandOverDialog({ workspace, from, openWork, goal, onHandedOver, onClose }: HandOverDialogProps) {
  const others = workspace.members.filter(({ id, role }) => id !== from.id && role !== "viewer");
  const [to, setTo] = useState(others[0]?.id ?? "");
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState<string | null>(null);
  const handOver = async () => {
    setBusy(true);
    const sent = { workspaceId: workspace.id, from: from.id, to, note: "" };
    const outcome = await changeWorkspace(
      (mutationId) => api.assignment.handOver.mutate({ mutationId, ...sent }),
      null,
    );
    setBusy(false);
    if (!outcome.ok) return;
    const refused = outcome.value.cases.flatMap((one) => one.refused);
    if (refused.length === 0) onHandedOver();
    else setLeft([...new Set(refused.map(({ reason }) => reason))].join(" "));
  };
  const refusal = others.length === 0 ? "There is nobody else who could do the work. Invite somebody first." : null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Hand over ${from.name}’s work`}
      description="This is still on their hands. Tags stay under their name; the other person is asked to make their own."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabledReason={refusal ?? (busy ? "It is being handed over." : null)}
            onClick={() => void handOver()}
          >
            Hand over and {goal}
          </Button>
        </>
      }
    >
      <ul className="people-work">
        {openWork.map((one) => (
          <li key={one.caseId}>
            {one.caseTitle} <span className="meta">{workWords(one)}</span>
          </li>
        ))}
      </ul>
      <Field label="To">
        {(ids) => (
          <Select
            {...ids}
            value={to}
            options={others.map(({ id, name, role }) => ({ value: id, label: `${name}, ${role}` }))}
            onChange={setTo}
          />
        )}
      </Field>
      <FormError>{left === null ? null : `Some of it could not be handed over. ${left} Choose somebody else.`}</FormError>
    </Dialog>
  );
}

const DEEDS: Record<AssignmentKind, string> = { tag: "to tag", review: "to review", adjudicate: "to adjudicate" };

export function workWords({ assignments, tags }: Pick<OpenWork, "assignments" | "tags">): string {
  const counts = new Map<string, number>();
  for (const { kind } of assignments) counts.set(DEEDS[kind], (counts.get(DEEDS[kind]) ?? 0) + 1);
  if (tags.length > 0) counts.set(tags.length === 1 ? "open tag" : "open tags", tags.length);
  return [...counts].map(([what, count]) => `${count} ${what}`).join(", ");
}
