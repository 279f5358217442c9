import { can, outranks, ROLES } from "@assay/domain";
import type { Role } from "@assay/domain";
import { useState } from "react";
import { Avatar } from "../../components/avatar.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Select } from "../../components/field.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { api } from "../../trpc.ts";
import { useMe } from "../account/me.ts";
import { ROLE_SENTENCES } from "../account/role-words.ts";
import { HandOverDialog, openWorkOf } from "./hand-over-dialog.tsx";
import { ResetDialog } from "./reset-dialog.tsx";
import type { Workspace } from "./workspace-mutation.ts";
import { changeWorkspace } from "./workspace-mutation.ts";

export const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: role }));

/** An account is no way up: the desk refuses it too. */
const ABOVE = "An owner’s password is set by a link from another owner, or from whoever runs the server.";

type Member = Workspace["members"][number];

/** What cannot be done before somebody's open work has gone to somebody else. */
interface Blocked {
  member: Member;
  openWork: NonNullable<ReturnType<typeof openWorkOf>>;
  goal: string;
  again: () => Promise<void>;
}

export function Members({ workspace }: { workspace: Workspace }) {
  const { user } = useMe();
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [locked, setLocked] = useState<Member | null>(null);
  // An arrow pressed on the list of roles chooses one, and gives nobody any right: the button does.
  const [chosen, setChosen] = useState<{ id: string; role: Role } | null>(null);
  const [blocked, setBlocked] = useState<Blocked | null>(null);
  const manages = can(workspace.role, "manage_workspace");
  const helps = can(workspace.role, "invite");
  const workspaceId = workspace.id;
  const owners = workspace.members.filter((member) => member.role === "owner").length;
  const setRole = async (member: Member, role: Role) => {
    const outcome = await changeWorkspace(
      (mutationId) => api.workspace.setRole.mutate({ mutationId, workspaceId, userId: member.id, role }),
      `${member.name} is now ${role}.`,
    );
    const openWork = outcome.ok ? null : openWorkOf(outcome.refusal);
    const again = () => setRole(member, role);
    if (openWork !== null) setBlocked({ member, openWork, goal: `make ${role}`, again });
  };
  const remove = async (member: Member) => {
    const outcome = await changeWorkspace(
      (mutationId) => api.workspace.removeMember.mutate({ mutationId, workspaceId, userId: member.id }),
      `${member.name} no longer belongs to the desk. Everything they wrote stays.`,
    );
    const openWork = outcome.ok ? null : openWorkOf(outcome.refusal);
    if (openWork !== null) setBlocked({ member, openWork, goal: "remove", again: () => remove(member) });
  };
  return (
    <section aria-label="Members">
      <ul className="people-list">
        {workspace.members.map((member) => {
          const lastOwner = member.role === "owner" && owners === 1;
          const me = member.id === user?.id;
          const role = chosen?.id === member.id && chosen.role !== member.role ? chosen.role : null;
          return (
            <li key={member.id} className="people-row">
              <Avatar name={member.name} me={me} />
              <p className="people-name">
                {member.name} {me ? <span className="meta">you</span> : null}
                <span className="meta people-email">{member.email}</span>
              </p>
              <p className="meta people-since">
                since <TimeAgo iso={member.since} />
              </p>
              {manages && !lastOwner ? (
                <Select
                  aria-label={`Role of ${member.name}`}
                  title={ROLE_SENTENCES[role ?? member.role]}
                  value={role ?? member.role}
                  options={ROLE_OPTIONS}
                  onChange={(next) => setChosen({ id: member.id, role: next })}
                />
              ) : (
                <span title={ROLE_SENTENCES[member.role]}>{member.role}</span>
              )}
              <p className="people-deeds">
                {role === null ? null : (
                  <>
                    <Button
                      variant="primary"
                      aria-label={`Make ${member.name} ${role}`}
                      onClick={({ currentTarget }) => {
                        focusRole(currentTarget);
                        void setRole(member, role).then(() => setChosen(null));
                      }}
                    >
                      Make {role}
                    </Button>
                    <Button
                      variant="quiet"
                      aria-label={`Leave ${member.name} ${member.role}`}
                      onClick={({ currentTarget }) => {
                        focusRole(currentTarget);
                        setChosen(null);
                      }}
                    >
                      Leave it
                    </Button>
                  </>
                )}
                {role === null && helps && !me ? (
                  <Button
                    variant="quiet"
                    disabledReason={outranks(member.role, workspace.role) ? ABOVE : null}
                    aria-label={`New password for ${member.name}`}
                    onClick={() => setLocked(member)}
                  >
                    New password
                  </Button>
                ) : null}
                {role === null && manages ? (
                  <Button
                    variant="quiet"
                    disabledReason={lastOwner ? "A desk needs an owner. Make somebody else owner first." : null}
                    aria-label={`Remove ${member.name}`}
                    onClick={() => setLeaving(member)}
                  >
                    Remove
                  </Button>
                ) : null}
              </p>
            </li>
          );
        })}
      </ul>
      <Dialog
        open={leaving !== null}
        onOpenChange={() => setLeaving(null)}
        title={`Remove ${leaving?.name ?? ""}`}
        description="They lose access at once. What they wrote stays under their name. A new invitation lets them in again."
        footer={
          <>
            <Button onClick={() => setLeaving(null)}>Cancel</Button>
            <Button
              variant="danger"
              onClick={() => {
                if (leaving !== null) void remove(leaving);
                setLeaving(null);
              }}
            >
              Remove from the desk
            </Button>
          </>
        }
      />
      {locked === null ? null : (
        <ResetDialog workspaceId={workspaceId} member={locked} onClose={() => setLocked(null)} />
      )}
      {blocked === null ? null : (
        <HandOverDialog
          workspace={workspace}
          from={blocked.member}
          openWork={blocked.openWork}
          goal={blocked.goal}
          onHandedOver={() => {
            setBlocked(null);
            void blocked.again();
          }}
          onClose={() => setBlocked(null)}
        />
      )}
    </section>
  );
}

/** The button goes when it has been pressed; the list of roles beside it stays. */
function focusRole(button: HTMLElement): void {
  button.closest("li")?.querySelector("select")?.focus();
}
