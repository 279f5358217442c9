import "./inbox.css";
import type { NotificationView } from "@assay/domain";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useRef } from "react";
import { Button } from "../../components/button.tsx";
import { Segmented } from "../../components/choice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { useKeys } from "../../components/keys.ts";
import { useRowPlace } from "../../components/use-row-place.ts";
import { api } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { InboxItem } from "./inbox-item.tsx";
import { InboxSettings } from "./inbox-settings.tsx";
import { KIND_WORDS, markNotifications, unreadQuery } from "./notification-queries.ts";
import { useNotificationSettings } from "./use-notification-settings.ts";

const PAGE = 50;
const OPTIONS = [
  { value: "unread", label: "Unread" },
  { value: "all", label: "All" },
] as const;

/** What I have to know of, newest first, across the cases of a desk. */
export function InboxPage() {
  const { workspaceId } = useParams({ from: "/w/$workspaceId" });
  const { show = "unread" } = useSearch({ from: "/w/$workspaceId/inbox" });
  const navigate = useNavigate({ from: "/w/$workspaceId/inbox" });
  const list = useRef<HTMLOListElement>(null);
  const { settings, change } = useNotificationSettings(workspaceId);
  const { data: count } = useQuery(unreadQuery(workspaceId));
  const unreadOnly = show === "unread";
  const found = useInfiniteQuery({
    queryKey: ["notifications", workspaceId, show],
    queryFn: ({ pageParam }) =>
      api.notification.list.query({ workspaceId, unreadOnly, after: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchOnMount: "always",
  });
  useDocumentTitle("Inbox");
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const newest = items[0]?.createdAt;
  const place = useRowPlace(list, ".inbox-link");
  const mark = (item: NotificationView, read: boolean) => {
    place.leaving();
    void markNotifications(workspaceId, { ids: [item.id] }, read);
  };
  useKeys("Inbox", [
    { key: "j", label: "Next notification", bar: "notification", run: () => place.goTo(place.stepTo(1)) },
    { key: "k", label: "Previous notification", bar: "notification", run: () => place.goTo(place.stepTo(-1)) },
    {
      key: "m",
      label: "Mark as read or unread",
      bar: "read",
      run: () => {
        const item = items[place.here()];
        if (item !== undefined) mark(item, item.readAt === null);
      },
    },
  ]);

  return (
    <div className="inbox">
      <header className="inbox-head">
        <h1>Inbox</h1>
        <Segmented
          label="Which notifications"
          value={show}
          options={OPTIONS}
          onChange={(value) => void navigate({ search: { show: value }, replace: true })}
        />
        <span className="grow" />
        <Button
          variant="quiet"
          disabledReason={(count?.unread ?? 0) === 0 ? "Everything is read." : null}
          onClick={() => (newest === undefined ? undefined : void markNotifications(workspaceId, { upTo: newest }, true))}
        >
          Mark all as read
        </Button>
      </header>
      {found.isError ? <p className="inbox-problem">{refusalOf(found.error).message}</p> : null}
      {found.isSuccess && items.length === 0 ? (
        <EmptyState title={unreadOnly ? "Nothing is unread" : "Nothing yet"}>
          Here stands what teammates want from you: mentions, assignments, changes requested, challenges, rulings, and tags
          of yours that became stale.
        </EmptyState>
      ) : (
        <ol className="inbox-list" ref={list} onFocus={place.onFocus}>
          {items.map((item) => (
            <InboxItem
              key={item.id}
              item={item}
              mark={mark}
              onMuteCase={() =>
                void change(
                  { mutedCases: [...(settings?.mutedCases ?? []), item.caseId] },
                  `You are told nothing more of ${item.caseTitle}. Undo it below.`,
                )
              }
              onMuteKind={() =>
                void change(
                  { mutedKinds: [...new Set([...(settings?.mutedKinds ?? []), item.kind])] },
                  `Muted: ${KIND_WORDS[item.kind]}. Undo it below.`,
                )
              }
            />
          ))}
        </ol>
      )}
      {found.hasNextPage ? (
        <Button variant="quiet" onClick={() => void found.fetchNextPage()}>
          Show older
        </Button>
      ) : null}
      {settings === undefined ? null : (
        <InboxSettings workspaceId={workspaceId} settings={settings} change={(next) => void change(next)} />
      )}
    </div>
  );
}
