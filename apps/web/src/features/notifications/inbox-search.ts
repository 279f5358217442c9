export interface InboxSearch {
  show?: "unread" | "all";
}

export function inboxSearch(raw: Record<string, unknown>): InboxSearch {
  return { show: raw.show === "all" || raw.show === "unread" ? raw.show : undefined };
}
