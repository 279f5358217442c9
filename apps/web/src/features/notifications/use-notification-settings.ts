import type { NotificationSettings } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { notify } from "../../components/toast.tsx";
import { api, newId, queryClient, trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";

/** One's own settings at this desk. A change shows at once, and goes back where the desk refuses it. */
export function useNotificationSettings(workspaceId: string) {
  const options = trpc.notification.settings.queryOptions({ workspaceId });
  const { data } = useQuery(options);
  const change = async (next: Partial<NotificationSettings>, done?: string) => {
    const before = queryClient.getQueryData(options.queryKey) ?? (await queryClient.fetchQuery(options));
    queryClient.setQueryData(options.queryKey, { ...before, ...next });
    const { canMail: _, ...settings } = { ...before, ...next };
    try {
      const saved = await api.notification.setSettings.mutate({ mutationId: newId(), workspaceId, settings });
      queryClient.setQueryData(options.queryKey, saved);
      if (done !== undefined) notify({ text: done });
    } catch (error) {
      queryClient.setQueryData(options.queryKey, before);
      notify({ text: refusalOf(error).message, tone: "refusal" });
    }
  };
  return { settings: data, change };
}
