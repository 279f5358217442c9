import type { PresenceView } from "@assay/domain";
import { api, newId } from "../../trpc.ts";
import { useLive } from "./live-store.ts";

/** Where this page is; null where it shows neither. */
export type Place = Pick<PresenceView, "sourceId" | "claimId" | "selection">;

const NOWHERE: Place = { sourceId: null, claimId: null, selection: null };

/** This page, as others see it. */
const PAGE_ID = newId();

/** It is taken to be gone after 45 seconds without a word. */
const BEAT_MS = 15_000;

/** Of a held-down `j`, others see where it ends. */
const SEND_MS = 250;

let place = NOWHERE;
let moved: (() => void) | null = null;

export function setPlace(next: Place): void {
  if (JSON.stringify(next) === JSON.stringify(place)) return;
  place = next;
  moved?.();
}

export function leavePlace(): void {
  setPlace(NOWHERE);
}

/** Everybody else's pages; one's own in another window tell nobody anything. */
export function hearPresence(people: readonly PresenceView[], meId: string): void {
  useLive.setState({ people: people.filter(({ userId }) => userId !== meId) });
}

/** Tells the others where this page is while it shows the case. Nothing waits for it and nothing fails by it. */
export function showPresence(caseId: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = () => {
    timer = undefined;
    if (document.visibilityState !== "visible") return;
    api.live.presence.mutate({ caseId, pageId: PAGE_ID, ...place }).catch(() => undefined);
  };
  const soon = () => {
    timer ??= setTimeout(send, SEND_MS);
  };
  const leave = () => {
    clearTimeout(timer);
    timer = undefined;
    api.live.leave.mutate({ caseId, pageId: PAGE_ID }).catch(() => undefined);
  };
  const beat = setInterval(send, BEAT_MS);
  moved = soon;
  soon();
  document.addEventListener("visibilitychange", soon);
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", soon);
  return () => {
    if (moved === soon) moved = null;
    clearInterval(beat);
    document.removeEventListener("visibilitychange", soon);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", soon);
    leave();
  };
}
