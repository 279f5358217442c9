import "./people.css";
import { can } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { trpc } from "../../trpc.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { DeskName } from "./desk-name.tsx";
import { Invitations } from "./invitations.tsx";
import { Members } from "./members.tsx";
import { Resets } from "./resets.tsx";

export function PeoplePage() {
  const { workspaceId } = useParams({ from: "/w/$workspaceId" });
  const { data } = useQuery(trpc.workspace.get.queryOptions({ workspaceId }));
  useDocumentTitle(`People, ${data?.name ?? ""}`);
  if (data === undefined) return null;
  return (
    <div className="people">
      <h1>People</h1>
      <Members workspace={data} />
      <Resets workspace={data} />
      {can(data.role, "invite") ? <Invitations workspace={data} /> : null}
      {can(data.role, "manage_workspace") ? <DeskName workspace={data} /> : null}
    </div>
  );
}
