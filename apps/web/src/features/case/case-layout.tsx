import { reviewQueue } from "@assay/domain";
import { Outlet, useParams } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import { useShallow } from "zustand/react/shallow";
import { IconButton } from "../../components/button.tsx";
import { useKeys } from "../../components/keys.ts";
import { AssignDialogs } from "../assign/assign-dialog.tsx";
import { CaseJump } from "../jump/case-jump.tsx";
import { ChangesButton } from "../live/changes-button.tsx";
import { HereNow } from "../live/here-now.tsx";
import { LiveState, RemovedNotice } from "../live/live-state.tsx";
import { OthersAloud } from "../live/others-aloud.tsx";
import { SaveIndicator } from "../shell/save-indicator.tsx";
import type { NavItem } from "../shell/shell.tsx";
import { Shell } from "../shell/shell.tsx";
import { Bell } from "../notifications/bell.tsx";
import { useWorkKey } from "../queue/use-work-key.ts";
import { openCount } from "../threads/model/thread-place.ts";
import { AwayNotice } from "./away-notice.tsx";
import { CaseProvider } from "./case-provider.tsx";
import { LogStatus } from "./log-status.tsx";
import { useUndo } from "./undo.ts";
import { useCaseOf } from "./use-case.ts";
import { usePagesAtHand } from "./use-pages-at-hand.ts";

export function CaseLayout() {
  const { caseId } = useParams({ from: "/c/$caseId" });
  return (
    // Another case is another page: nothing chosen or typed in the last one may carry over.
    <CaseProvider key={caseId} caseId={caseId}>
      <CaseShell />
    </CaseProvider>
  );
}

/** Two ways to look at one place: what is chosen here stays chosen there. */
const WORKBENCH = (here: object) => ({ ...here, compare: undefined });
const COMPARE = (here: object) => ({ ...here, compare: true as const });

function CaseShell() {
  const caseId = useCaseOf((one) => one.caseId);
  const { title, workspaceId, workspaceName, sources, threads } = useCaseOf(
    useShallow(({ view: { title, workspaceId, workspaceName, sources, threads } }) => ({
      title,
      workspaceId,
      workspaceName,
      sources,
      threads,
    })),
  );
  const mayTag = useCaseOf(({ can }) => can("tag"));
  const toReview = useCaseOf(({ view, me, can }) => (can("review") ? reviewQueue(view, me.id).length : 0));
  const taggedTwice = useCaseOf(({ isTaggedTwice }) => isTaggedTwice());
  usePagesAtHand(caseId);
  useWorkKey(workspaceId);
  const params = { caseId };
  const nav: NavItem[] = [
    { label: "Workbench", link: { to: "/c/$caseId", params, search: WORKBENCH }, exact: true },
    { label: "Compare", link: { to: "/c/$caseId", params, search: COMPARE }, exact: true },
    { label: "Suggestions", link: { to: "/c/$caseId/suggestions", params } },
    { label: "Matrix", link: { to: "/c/$caseId/matrix", params } },
    { label: "Review", link: { to: "/c/$caseId/review", params }, count: toReview },
    ...(taggedTwice ? [{ label: "Agreement", link: { to: "/c/$caseId/agreement" as const, params } }] : []),
    { label: "Sources", link: { to: "/c/$caseId/sources", params }, count: sources.length },
    { label: "Threads", link: { to: "/c/$caseId/threads", params }, count: openCount(threads) },
    { label: "History", link: { to: "/c/$caseId/history", params } },
    { label: "Report", link: { to: "/c/$caseId/report", params } },
  ];
  return (
    <Shell
      title={title}
      titleLink={{ to: "/w/$workspaceId", params: { workspaceId } }}
      titleHint={`${workspaceName}: all cases`}
      nav={nav}
      people={<HereNow />}
      notice={
        <>
          <RemovedNotice />
          <AwayNotice />
        </>
      }
      saved={
        <>
          <ChangesButton />
          <LiveState />
          <SaveIndicator />
          <UndoButton hasButton={mayTag} />
        </>
      }
      jump={<CaseJump nav={nav} />}
      bell={<Bell workspaceId={workspaceId} />}
      status={<LogStatus />}
    >
      <OthersAloud />
      <AssignDialogs />
      <Outlet />
    </Shell>
  );
}

/** By itself, because every change of one's own draws it anew. The keys are there without the button too. */
function UndoButton({ hasButton }: { hasButton: boolean }) {
  const caseId = useCaseOf((one) => one.caseId);
  const meId = useCaseOf(({ me }) => me.id);
  const { undo, redo, canUndo, canRedo, label, redoLabel } = useUndo(caseId, meId);
  const words = label === null ? "Undo my last change" : `Undo: ${label}`;
  useKeys("Case", [
    { key: "u", label: words, run: undo },
    { key: "mod+z", label: "Undo", when: canUndo, run: undo },
    { key: "mod+shift+z", label: redoLabel === null ? "Do again" : `Do again: ${redoLabel}`, when: canRedo, run: redo },
  ]);
  return hasButton ? (
    <IconButton label={words} kbd="u" onClick={undo}>
      <Undo2 className="icon" aria-hidden />
    </IconButton>
  ) : null;
}
