import { useMemo } from "react";
import { useCase } from "../case/use-case.ts";
import type { NavItem } from "../shell/shell.tsx";
import { JumpButton } from "./jump-button.tsx";
import { JumpDialog } from "./jump-dialog.tsx";
import { casePlaces } from "./model/case-places.ts";
import { pagePlaces } from "./model/page-places.ts";

export function CaseJump({ nav }: { nav: readonly NavItem[] }) {
  return <JumpButton what="a claim, source, person" dialog={(close) => <FromCase nav={nav} onClose={close} />} />;
}

function FromCase({ nav, onClose }: { nav: readonly NavItem[]; onClose: () => void }) {
  const { view } = useCase();
  const places = useMemo(() => {
    // In no bar, and reached from the sources.
    const policy: NavItem = { label: "Policy of this case", link: { to: "/c/$caseId/policy", params: { caseId: view.id } } };
    return [...casePlaces(view), ...pagePlaces([...nav, policy])];
  }, [view, nav]);
  return <JumpDialog workspaceId={view.workspaceId} caseId={view.id} places={places} onClose={onClose} />;
}
