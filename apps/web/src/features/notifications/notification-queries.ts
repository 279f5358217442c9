import type { NotificationKind } from "@assay/domain";
import { notify } from "../../components/toast.tsx";
import { api, newId, queryClient, trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";

const EVERY_MS = 30_000;

/** How many are unread; asked again while the page is open and in front. */
export function unreadQuery(workspaceId: string) {
  return trpc.notification.count.queryOptions({ workspaceId }, { refetchInterval: EVERY_MS });
}

/** Something has happened that may have told me something: bell and list ask again. */
export function refreshNotifications(): void {
  void queryClient.invalidateQueries({ queryKey: trpc.notification.count.queryKey() });
  void queryClient.invalidateQueries({ queryKey: ["notifications"] });
}

type Which = { ids: string[] } | { upTo: string };

export async function markNotifications(workspaceId: string, which: Which, read: boolean): Promise<void> {
  try {
    const { unread } = await api.notification.mark.mutate({ mutationId: newId(), workspaceId, which, read });
    queryClient.setQueryData(unreadQuery(workspaceId).queryKey, { unread });
  } catch (error) {
    notify({ text: refusalOf(error).message, tone: "refusal" });
  }
  refreshNotifications();
}

/** What each kind is called where one is chosen or silenced. */
export const KIND_WORDS: Record<NotificationKind, string> = {
  mentioned: "Mentions",
  assigned: "Assignments",
  changes_requested: "Changes requested",
  challenged: "Challenges",
  overruled: "Rulings against me",
  stale: "My tags that became stale, my verdicts and ratings that lapsed",
  released: "Releases",
};
