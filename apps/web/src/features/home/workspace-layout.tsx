import { Outlet, useParams } from "@tanstack/react-router";
import { DeskShell } from "./desk-shell.tsx";

export function WorkspaceLayout() {
  const { workspaceId } = useParams({ from: "/w/$workspaceId" });
  return (
    <DeskShell workspaceId={workspaceId}>
      <Outlet />
    </DeskShell>
  );
}
