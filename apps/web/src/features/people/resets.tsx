import { can } from "@assay/domain";
import { Button } from "../../components/button.tsx";
import { clock, day } from "../../components/format-time.ts";
import { TimeAgo } from "../../components/time-ago.tsx";
import { api } from "../../trpc.ts";
import { useMe } from "../account/me.ts";
import type { Workspace } from "./workspace-mutation.ts";
import { changeWorkspace } from "./workspace-mutation.ts";

type Reset = Workspace["resets"][number];

/** Who made a link for whose password, open ones and those used lately. Nobody's password is set behind their back. */
export function Resets({ workspace }: { workspace: Workspace }) {
  const { user } = useMe();
  if (workspace.resets.length === 0) return null;
  const mayWithdraw = can(workspace.role, "invite");
  const withdraw = (resetId: string) =>
    changeWorkspace(
      (mutationId) => api.workspace.revokeReset.mutate({ mutationId, workspaceId: workspace.id, resetId }),
      "The link is withdrawn. It sets no password any more.",
    );
  return (
    <section className="people-section" aria-labelledby="people-resets">
      <h2 id="people-resets">Links for a new password</h2>
      <ul className="people-list" aria-labelledby="people-resets">
        {workspace.resets.map((reset) => (
          <li key={reset.id} className="people-row people-row-invitation">
            <p className="people-name">
              {reset.name}{" "}
              <span className="meta">
                {reset.userId === user?.id ? "you, " : ""}link made by {reset.madeBy === "" ? "whoever runs the server" : reset.madeBy}, <TimeAgo iso={reset.createdAt} />
              </span>
            </p>
            <p className="meta people-until">{fateOf(reset)}</p>
            {mayWithdraw && reset.isOurs && reset.usedAt === null ? (
              <Button
                variant="quiet"
                aria-label={`Withdraw the link for ${reset.name}`}
                onClick={() => void withdraw(reset.id)}
              >
                Withdraw
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function fateOf({ usedAt, expiresAt }: Reset) {
  if (usedAt !== null) {
    return (
      <>
        used, <TimeAgo iso={usedAt} />
      </>
    );
  }
  const until = new Date(expiresAt);
  return `until ${day(until, new Date())}, ${clock(until)}`;
}
