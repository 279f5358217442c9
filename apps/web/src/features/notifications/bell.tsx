import "./bell.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bell as BellIcon } from "lucide-react";
import { Tooltip } from "../../components/tooltip.tsx";
import { unreadQuery } from "./notification-queries.ts";

/** The way to the inbox, with the number of what is unread there. */
export function Bell({ workspaceId }: { workspaceId: string }) {
  const { data } = useQuery(unreadQuery(workspaceId));
  const unread = data?.unread ?? 0;
  const label = unread === 0 ? "Inbox" : `Inbox, ${unread} unread`;
  return (
    <Tooltip text={label}>
      <Link className="btn-icon bell" to="/w/$workspaceId/inbox" params={{ workspaceId }} aria-label={label}>
        <BellIcon className="icon" aria-hidden />
        {unread === 0 ? null : (
          <span className="bell-count" aria-hidden>
            {unread > 99 ? "99+" : unread}
          </span>
        )}
      </Link>
    </Tooltip>
  );
}
