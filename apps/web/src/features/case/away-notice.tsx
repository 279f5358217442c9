import { lackingAbility } from "@assay/domain";
import { Button } from "../../components/button.tsx";
import { focusPageIfLost } from "../../components/focus-page.ts";
import { TimeAgo } from "../../components/time-ago.tsx";
import { useCaseShelf } from "./use-case-shelf.ts";
import { useCaseOf } from "./use-case.ts";

/** On every page of a case that was put away: what is done here is in nobody's list. */
export function AwayNotice() {
  const archivedAt = useCaseOf(({ view }) => view.archivedAt);
  return archivedAt === null ? null : <Away since={archivedAt} />;
}

function Away({ since }: { since: string }) {
  const may = useCaseOf(({ can }) => can("manage_case"));
  const role = useCaseOf(({ me }) => me.role);
  const { bringBack } = useCaseShelf();
  return (
    <div role="status" className="shell-notice">
      <p>
        <b>This case was put away</b> <TimeAgo iso={since} />. It is in no list and in nobody’s work; what was released stays
        public.
      </p>
      <Button
        className="btn-small"
        disabledReason={may ? null : lackingAbility(role, "manage_case")}
        onClick={() => void bringBack().then(focusPageIfLost)}
      >
        Bring it back
      </Button>
    </div>
  );
}
