import type { LiveEvent } from "@assay/domain";
import { api } from "../../trpc.ts";
import { heldCase } from "../case/case-query.ts";
import { changeList, sayChanges } from "./change-list.ts";
import type { Target } from "./event-target.ts";
import type { Unseen } from "./live-store.ts";
import { useLive } from "./live-store.ts";
import { UnseenKeeper } from "./unseen.ts";

/** Longer lists of what was missed help nobody. */
const MISSED_MOST = 1000;

/** Others' changes are said together, and not more often than somebody can listen. */
const SAY_AFTER_MS = 1_500;
const SAY_EVERY_MS = 5_000;

let current: UnseenKeeper | null = null;

/** The person looks at these now. */
export function lookAt(isLookedAt: (target: Target) => boolean): void {
  current?.markSeen(isLookedAt);
}

export function lookAtAll(): void {
  lookAt(() => true);
}

/** Gathers what others change in a case: first what happened since the last visit, then what the stream tells. */
export function startUnseen(caseId: string, meId: string) {
  const view = heldCase(caseId);
  const lastEvent = view?.lastEvent ?? 0;
  const keeper = new UnseenKeeper({ caseId, meId, lastEvent });
  const from = Math.max(keeper.seenUpTo, lastEvent - MISSED_MOST);
  const say = createSayer(caseId);
  let stopped = false;

  const hear = (events: readonly LiveEvent[]): Unseen[] => {
    const now = heldCase(caseId);
    return stopped || now === undefined ? [] : keeper.hear(now, events);
  };
  const missed = from >= lastEvent ? Promise.resolve([]) : fetchMissed(caseId, from);
  // What the stream tells meanwhile comes after what was missed, or a number would count as seen with all before it.
  const ready = missed.then((events) => {
    hear(events);
    if (!stopped) current = keeper;
  });
  const follow = ({ key }: StorageEvent) => (key === keeper.key ? keeper.takeOver() : undefined);
  window.addEventListener("storage", follow);
  return {
    hear: (events: readonly LiveEvent[]) => void ready.then(() => say.add(hear(events))),
    stop: () => {
      stopped = true;
      say.stop();
      window.removeEventListener("storage", follow);
      if (current === keeper) current = null;
    },
  };
}

async function fetchMissed(caseId: string, after: number): Promise<LiveEvent[]> {
  try {
    const { events } = await api.case.log.query({ caseId, after, limit: MISSED_MOST });
    return events.map(({ number, at, actorId, kind, subject, reason }) => ({
      number,
      at,
      actorId,
      kind,
      subject,
      reason,
    }));
  } catch {
    // Without the list there are no marks of the last days; those of this visit come all the same.
    return [];
  }
}

function createSayer(caseId: string) {
  let waiting: Unseen[] = [];
  let lastSaid = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const speak = () => {
    timer = undefined;
    const view = heldCase(caseId);
    if (view === undefined || waiting.length === 0) return;
    useLive.setState({ said: sayChanges(changeList(view, waiting)) });
    lastSaid = Date.now();
    waiting = [];
  };
  return {
    add(events: readonly Unseen[]) {
      waiting.push(...events);
      if (waiting.length === 0 || timer !== undefined) return;
      timer = setTimeout(speak, Math.max(SAY_AFTER_MS, lastSaid + SAY_EVERY_MS - Date.now()));
    },
    stop: () => clearTimeout(timer),
  };
}
