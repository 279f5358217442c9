import type { Role } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Field, Input, Select } from "../../components/field.tsx";
import { day } from "../../components/format-time.ts";
import { TimeAgo } from "../../components/time-ago.tsx";
import { api } from "../../trpc.ts";
import { ROLE_SENTENCES } from "../account/role-words.ts";
import { copyLink } from "./copy-link.ts";
import { ROLE_OPTIONS } from "./members.tsx";
import type { Workspace } from "./workspace-mutation.ts";
import { changeWorkspace } from "./workspace-mutation.ts";

/** The link exists on this screen only: the desk keeps no more than its hash. */
export function Invitations({ workspace }: { workspace: Workspace }) {
  const workspaceId = workspace.id;
  const [role, setRole] = useState<Role>("annotator");
  const [made, setMade] = useState<{ id: string; role: Role; link: string; expiresAt: string } | null>(null);
  const invite = async () => {
    const outcome = await changeWorkspace(
      (mutationId) => api.workspace.invite.mutate({ mutationId, workspaceId, role }),
      null,
    );
    if (!outcome.ok) return;
    const { id, path, expiresAt } = outcome.value;
    setMade({ id, role, link: new URL(path, window.location.origin).href, expiresAt });
  };
  const revoke = async (invitationId: string) => {
    const outcome = await changeWorkspace(
      (mutationId) => api.workspace.revokeInvitation.mutate({ mutationId, workspaceId, invitationId }),
      "The invitation is withdrawn. Its link opens nothing any more.",
    );
    if (outcome.ok && made?.id === invitationId) setMade(null);
  };
  // An owner makes owners; a lead invites up to their own rank.
  const options = workspace.role === "owner" ? ROLE_OPTIONS : ROLE_OPTIONS.filter(({ value }) => value !== "owner");
  return (
    <section className="people-section" aria-labelledby="people-invite">
      <h2 id="people-invite">Invite by link</h2>
      <div className="people-invite">
        <Field label="Role" hint={ROLE_SENTENCES[role]}>
          {(ids) => <Select {...ids} value={role} options={options} onChange={setRole} />}
        </Field>
        <Button variant="primary" onClick={() => void invite()}>
          Make a link
        </Button>
      </div>
      {made === null ? null : (
        <div className="people-made">
          <Field
            label={`Link for one ${made.role}`}
            hint={`Works once, until ${day(new Date(made.expiresAt), new Date())}. Copy it now: it is not shown again.`}
          >
            {(ids) => <Input {...ids} readOnly value={made.link} onFocus={(event) => event.target.select()} />}
          </Field>
          <Button onClick={() => copyLink(made.link)}>Copy the link</Button>
        </div>
      )}
      {workspace.invitations.length === 0 ? null : (
        <ul className="people-list" aria-label="Open invitations">
          {workspace.invitations.map((invitation) => (
            <li key={invitation.id} className="people-row people-row-invitation">
              <p className="people-name">
                {invitation.role}{" "}
                <span className="meta">
                  invited by {invitation.invitedBy}, <TimeAgo iso={invitation.createdAt} />
                </span>
              </p>
              <p className="meta people-since">until {day(new Date(invitation.expiresAt), new Date())}</p>
              <Button
                variant="quiet"
                aria-label={`Withdraw the invitation of one ${invitation.role}`}
                onClick={() => void revoke(invitation.id)}
              >
                Withdraw
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
