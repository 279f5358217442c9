import { memo, useSyncExternalStore } from "react";
import { fullTime, timeAgo } from "./format-time.ts";

/** One clock for every time on the page. */
let minute = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    minute = Date.now();
    for (const each of listeners) each();
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

export const TimeAgo = memo(function TimeAgo({ iso }: { iso: string }) {
  const tick = useSyncExternalStore(subscribe, () => minute);
  // Something newer than the last tick must not lie in the future.
  const now = new Date(Math.max(tick, Date.parse(iso) || 0));
  return (
    <time dateTime={iso} title={fullTime(iso)}>
      {timeAgo(iso, now)}
    </time>
  );
});
