import "./home.css";
import type { Role } from "@assay/domain";
import { can, lackingAbility } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { useKeys } from "../../components/keys.ts";
import { trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { useMe } from "../account/me.ts";
import { ImportArchiveDialog } from "../archive/import-archive-dialog.tsx";
import { WorkGlance } from "../queue/work-glance.tsx";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { CaseRow } from "./case-row.tsx";
import { CasesAway } from "./cases-away.tsx";
import { NewCaseDialog } from "./new-case-dialog.tsx";
import { WorkSummary } from "./work-summary.tsx";

export function HomePage() {
  const { workspaceId } = useParams({ from: "/w/$workspaceId" });
  const { workspaces } = useMe();
  const workspace = workspaces.find((each) => each.id === workspaceId);
  const role: Role = workspace?.role ?? "viewer";
  const { data, error, refetch } = useQuery(
    trpc.case.list.queryOptions({ workspaceId }, { refetchOnMount: "always", refetchInterval: 30_000 }),
  );
  const [creating, setCreating] = useState(false);
  const [importing, setImporting] = useState(false);
  const may = can(role, "manage_case");
  useDocumentTitle(workspace?.name ?? "Cases");
  const page = useRef<HTMLDivElement | null>(null);
  useKeys("Cases", [
    { key: "j", label: "Next line of work, then the cases", bar: "line", run: () => stepLine(page.current, 1) },
    { key: "k", label: "Previous line", bar: "line", run: () => stepLine(page.current, -1) },
    { key: "n", label: "New case", bar: "new case", when: may, run: () => setCreating(true) },
  ]);
  return (
    <div className="home" ref={page}>
      <h1>{today()}</h1>
      {data === undefined ? null : <WorkSummary cases={data} />}
      <WorkGlance workspaceId={workspaceId} />
      <div className="home-head">
        <h2>Cases</h2>
        <span className="meta">{data === undefined || data.length === 0 ? "" : data.length}</span>
        <span className="grow" />
        <Link to="/w/$workspaceId/people" params={{ workspaceId }} className="home-people">
          People
        </Link>
        <Button
          variant="quiet"
          disabledReason={may ? null : lackingAbility(role, "manage_case")}
          onClick={() => setImporting(true)}
        >
          Import an archive
        </Button>
        <Button
          variant="primary"
          kbd="n"
          icon={<Plus className="icon" aria-hidden />}
          disabledReason={may ? null : lackingAbility(role, "manage_case")}
          onClick={() => setCreating(true)}
        >
          New case
        </Button>
      </div>
      {error !== null && data === undefined ? (
        <EmptyState
          refused
          title="The cases did not load"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {refusalOf(error).message}
        </EmptyState>
      ) : null}
      {data?.length === 0 ? (
        <EmptyState title="No cases yet">
          {may ? (
            <>
              A case is one event that several sources report. Press <Kbd>n</Kbd>, give it a title, then add its
              sources.
            </>
          ) : (
            "A lead of this desk opens the first case. It appears here by itself."
          )}
        </EmptyState>
      ) : null}
      <ul>
        {data?.map((entry) => (
          <CaseRow key={entry.id} entry={entry} />
        ))}
      </ul>
      <CasesAway workspaceId={workspaceId} />
      <NewCaseDialog open={creating} onOpenChange={setCreating} workspaceId={workspaceId} />
      <ImportArchiveDialog open={importing} onOpenChange={setImporting} workspaceId={workspaceId} />
    </div>
  );
}

/** The first link of each line takes the focus, so that Enter follows it. */
function stepLine(page: HTMLElement | null, by: 1 | -1): void {
  const lines = [...(page?.querySelectorAll("li") ?? [])].filter((line) => line.querySelector("a") !== null);
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  const next = at === -1 && by === -1 ? lines.length - 1 : at + by;
  lines[Math.min(Math.max(0, next), lines.length - 1)]?.querySelector("a")?.focus();
}

function today(): string {
  return new Date().toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" }).replace(",", "");
}
