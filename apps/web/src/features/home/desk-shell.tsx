import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useEffect } from "react";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { rememberWorkspace } from "../account/last-workspace.ts";
import { CaseSkeleton } from "../case/case-skeleton.tsx";
import { DeskJump } from "../jump/desk-jump.tsx";
import { useWorkKey } from "../queue/use-work-key.ts";
import { useWorkCount } from "../queue/use-work-count.ts";
import { Bell } from "../notifications/bell.tsx";
import { PlainPage } from "../shell/plain-page.tsx";
import type { NavItem } from "../shell/shell.tsx";
import { Shell } from "../shell/shell.tsx";

/** A page of a desk, in the desk's bar. */
export function DeskShell({ workspaceId, children }: { workspaceId: string; children: ReactNode }) {
  const { data, error, refetch } = useQuery(trpc.workspace.get.queryOptions({ workspaceId }));
  const work = useWorkCount(workspaceId);
  useWorkKey(workspaceId);
  useEffect(() => {
    if (data !== undefined) rememberWorkspace(workspaceId);
  }, [data, workspaceId]);
  if (data === undefined) {
    return error === null ? <CaseSkeleton /> : <NoDesk error={error} retry={() => void refetch()} />;
  }
  const params = { workspaceId };
  const nav: NavItem[] = [
    {
      label: "My work",
      link: { to: "/w/$workspaceId/work", params },
      ...(work === undefined ? {} : { count: work }),
    },
    { label: "Cases", link: { to: "/w/$workspaceId", params }, exact: true },
    { label: "People", link: { to: "/w/$workspaceId/people", params }, count: data.members.length },
    { label: "Policy", link: { to: "/w/$workspaceId/policy", params } },
  ];
  return (
    <Shell
      title={data.name}
      titleLink={{ to: "/w/$workspaceId", params }}
      titleHint="All cases of this desk"
      nav={nav}
      people={data.members}
      jump={<DeskJump workspaceId={workspaceId} nav={nav} />}
      bell={<Bell workspaceId={workspaceId} />}
    >
      {children}
    </Shell>
  );
}

function NoDesk({ error, retry }: { error: unknown; retry: () => void }) {
  const refusal = refusalOf(error);
  const absent = refusal.code === "NOT_FOUND" || refusal.code === "INVALID";
  return (
    <PlainPage title={absent ? "No such desk" : "The desk did not load"}>
      <h1 className="vh">{absent ? "No such desk" : "The desk did not load"}</h1>
      <EmptyState
        refused
        title={absent ? "There is no such desk" : "The desk did not load"}
        action={
          absent ? (
            <Link to="/" className="link">
              To your own desk
            </Link>
          ) : (
            <Button onClick={retry}>Try again</Button>
          )
        }
      >
        {absent ? "It does not exist, or you are not a member of it." : refusal.message}
      </EmptyState>
    </PlainPage>
  );
}
