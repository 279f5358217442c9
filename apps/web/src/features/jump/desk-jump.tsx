import type { NavItem } from "../shell/shell.tsx";
import { JumpButton } from "./jump-button.tsx";
import { JumpDialog } from "./jump-dialog.tsx";
import { pagePlaces } from "./model/page-places.ts";

export function DeskJump({ workspaceId, nav }: { workspaceId: string; nav: readonly NavItem[] }) {
  return (
    <JumpButton
      what="a case or page"
      dialog={(close) => <JumpDialog workspaceId={workspaceId} places={pagePlaces(nav)} onClose={close} />}
    />
  );
}
