import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, Input } from "../../components/field.tsx";
import { clock, day } from "../../components/format-time.ts";
import { api } from "../../trpc.ts";
import { copyLink } from "./copy-link.ts";
import type { Workspace } from "./workspace-mutation.ts";
import { changeWorkspace } from "./workspace-mutation.ts";

interface ResetDialogProps {
  workspaceId: string;
  member: Workspace["members"][number];
  onClose: () => void;
}

/** A link for a new password. It exists in this dialog only: the desk keeps no more than its hash. */
export function ResetDialog({ workspaceId, member, onClose }: ResetDialogProps) {
  const [made, setMade] = useState<{ link: string; until: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    const outcome = await changeWorkspace(
      (mutationId) => api.workspace.makeReset.mutate({ mutationId, workspaceId, userId: member.id }),
      null,
    );
    setBusy(false);
    if (!outcome.ok) return;
    const { path, expiresAt } = outcome.value;
    const until = new Date(expiresAt);
    setMade({ link: new URL(path, window.location.origin).href, until: `${day(until, new Date())}, ${clock(until)}` });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`New password for ${member.name}`}
      description={`For ${member.email}. They open a link and choose it themselves. Until then the old one works, and nobody is signed out.`}
      footer={
        made === null ? (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" disabledReason={busy ? "One moment." : null} onClick={() => void make()}>
              Make the link
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>Done</Button>
            <Button variant="primary" onClick={() => copyLink(made.link)}>
              Copy the link
            </Button>
          </>
        )
      }
    >
      {made === null ? (
        <p>
          Whoever has the link has the account, and writes under {member.name}’s name: give it to nobody else. A link made for
          them before stops working. That you made this one stays on this page.
        </p>
      ) : (
        <Field
          label={`Link for ${member.name}`}
          hint={`Works once, until ${made.until}. Copy it now: it is not shown again.`}
        >
          {(ids) => <Input {...ids} readOnly autoFocus value={made.link} onFocus={(event) => event.target.select()} />}
        </Field>
      )}
    </Dialog>
  );
}
