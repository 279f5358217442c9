import type { NotificationView } from "@assay/domain";
import { useRouter } from "@tanstack/react-router";
import { MoreHorizontal } from "lucide-react";
import { IconButton } from "../../components/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../components/menu.tsx";
import { TimeAgo } from "../../components/time-ago.tsx";
import { KIND_WORDS } from "./notification-queries.ts";

interface InboxItemProps {
  item: NotificationView;
  mark: (item: NotificationView, read: boolean) => void;
  onMuteKind: () => void;
  onMuteCase: () => void;
}

export function InboxItem({ item, mark, onMuteKind, onMuteCase }: InboxItemProps) {
  const { history } = useRouter();
  const unread = item.readAt === null;
  return (
    <li className={unread ? "inbox-item inbox-unread" : "inbox-item"} data-id={item.id}>
      <a
        href={item.href}
        className="inbox-link"
        onClick={(event) => {
          if (unread) mark(item, true);
          // Another tab or window was asked for: the browser does it.
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          history.push(item.href);
        }}
      >
        {unread ? <span className="vh">Unread: </span> : null}
        {item.text}
      </a>
      <span className="inbox-meta">
        <span className="inbox-case">{item.caseTitle}</span> · <TimeAgo iso={item.createdAt} />
      </span>
      <Menu
        label="This notification"
        trigger={
          <IconButton small label="Menu of this notification">
            <MoreHorizontal className="icon" aria-hidden />
          </IconButton>
        }
      >
        <MenuItem kbd="m" onSelect={() => mark(item, unread)}>
          {unread ? "Mark as read" : "Mark as unread"}
        </MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={onMuteCase}>Mute this case</MenuItem>
        <MenuItem onSelect={onMuteKind}>Mute: {KIND_WORDS[item.kind]}</MenuItem>
      </Menu>
    </li>
  );
}
