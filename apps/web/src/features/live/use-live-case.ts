import { mayTell } from "@assay/domain";
import type { LiveMessage } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, queryClient, trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { heldCase, layFromStream, refetchCase, textQuery } from "../case/case-query.ts";
import { mutationQueue } from "../case/case-sync.ts";
import { knownUpTo } from "../case/held-case.ts";
import { refreshNotifications } from "../notifications/notification-queries.ts";
import { NOT_LIVE, useLive } from "./live-store.ts";
import type { OpenStream, StreamHandlers } from "./open-stream.ts";
import { openStream } from "./open-stream.ts";
import { hearPresence, showPresence } from "./presence.ts";
import { startUnseen } from "./start-unseen.ts";

/** Without the stream the log's last number is asked for so often; with it, now and then, to be sure. */
const POLL_MS = 4_000;
const SURE_MS = 30_000;

/** A page nobody sees gives its connection back: a browser has six for all its pages on one desk. */
const HIDDEN_MS = 60_000;

/**
 * Keeps an open case the same as the desk's, over the stream and, while there is none, by asking. `loaded` is false
 * until the case is here.
 */
export function useLiveCase(caseId: string, meId: string, loaded: boolean): void {
  useEffect(() => {
    if (!loaded) return undefined;
    useLive.setState(NOT_LIVE, true);
    const unseen = startUnseen(caseId, meId);
    const hear = (message: LiveMessage) => {
      if (message.type === "presence") hearPresence(message.people, meId);
      else if (message.type === "reload") void refetchCase(caseId);
      else if (message.type === "change") {
        layFromStream(caseId, message.change);
        fetchTexts(caseId, message.change.sources ?? []);
        unseen.hear(message.events);
        if (message.events.some(({ kind, actorId }) => actorId !== meId && mayTell(kind))) refreshNotifications();
        // The counts of the start page are told anew when somebody goes there.
        void queryClient.invalidateQueries({ queryKey: trpc.case.list.queryKey(), refetchType: "none" });
      }
    };
    const leave = showPresence(caseId);
    const stop = whileVisible(() =>
      openStream({
        connect: (upTo, handlers) => connect(caseId, upTo, handlers),
        upTo: () => knownUpTo(caseId),
        onMessage: hear,
        onOpen: (open) => {
          useLive.setState(open ? { open, removed: false } : { open, people: [] });
          // What was told after the page counted, and before the stream began, came over neither.
          if (open) refreshNotifications();
        },
      }),
    );
    return () => {
      stop();
      leave();
      unseen.stop();
      useLive.setState(NOT_LIVE, true);
    };
  }, [caseId, meId, loaded]);
  useHeadPoll(caseId, loaded);
}

function connect(caseId: string, upTo: number, { onStarted, onMessage, onEnd }: StreamHandlers): () => void {
  const subscription = api.live.case.subscribe(
    { caseId, lastEventId: String(upTo) },
    {
      onStarted,
      onData: ({ data }) => onMessage(data),
      // The browser's own way of coming back takes three seconds and gives up at the first answer that is no stream.
      onConnectionStateChange: ({ state, error }) => (state === "connecting" && error !== null ? onEnd() : undefined),
      onComplete: onEnd,
      onError: (error) => {
        if (refusalOf(error).code === "NOT_FOUND") useLive.setState({ removed: true });
        onEnd();
      },
    },
  );
  return () => subscription.unsubscribe();
}

function fetchTexts(caseId: string, sources: readonly Parameters<typeof textQuery>[1][]): void {
  for (const source of sources) void queryClient.prefetchQuery(textQuery(caseId, source));
}

/** The whole case is fetched only when the log has moved beyond what is known of it. */
function useHeadPoll(caseId: string, loaded: boolean): void {
  const open = useLive((state) => state.open);
  const { data, error, dataUpdatedAt, errorUpdatedAt } = useQuery(
    trpc.case.head.queryOptions(
      { caseId },
      { refetchInterval: open ? SURE_MS : POLL_MS, enabled: loaded, retry: false, staleTime: 0 },
    ),
  );
  useEffect(() => {
    if (error !== null) {
      const { code } = refusalOf(error);
      useLive.setState(code === "NOT_FOUND" ? { removed: true, answers: true } : { answers: false });
      return;
    }
    if (data === undefined) return;
    useLive.setState({ answers: true, removed: false });
    // While a change of ours is under way its own answer brings the newest state.
    if (data.lastEvent > knownUpTo(caseId) && heldCase(caseId) !== undefined && mutationQueue.waiting() === 0) {
      void refetchCase(caseId);
    }
  }, [caseId, data, error, dataUpdatedAt, errorUpdatedAt]);
}

/** Runs a stream while the page can be seen, and for a minute after. */
function whileVisible(open: () => OpenStream): () => void {
  let stream: OpenStream | null = open();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") stream ??= open();
    else {
      timer = setTimeout(() => {
        stream?.close();
        stream = null;
      }, HIDDEN_MS);
    }
  };
  const hurry = () => stream?.hurry();
  // A page that the browser keeps for "Back" must not hold a connection.
  const leave = () => {
    stream?.close();
    stream = null;
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", hurry);
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("online", hurry);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", look);
    leave();
  };
}

