import "./shell.css";
import { Check, CloudOff, Loader, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useShallow } from "zustand/react/shallow";
import { clock } from "../../components/format-time.ts";
import { useQueueState } from "../case/case-sync.ts";
import { KeptDialog } from "../case/kept-dialog.tsx";
import { needsChoice, unsent } from "../case/kept-mutation.ts";
import type { QueueState } from "../case/queue-state.ts";
import { useOpenQueue } from "../case/use-open-queue.ts";

function shownOf({ kept, phase, savedAt, lasting }: QueueState) {
  return { waiting: unsent(kept).length, choices: kept.filter(needsChoice).length, phase, savedAt, lasting };
}

/** Within a second nobody has begun to wait, and words that flash tell nobody anything. */
const SLOW_MS = 1000;

/** "Saved 14.32". */
export function SaveIndicator() {
  useOpenQueue();
  const { waiting, choices, phase, savedAt, lasting } = useQueueState(useShallow(shownOf));
  const online = useSyncExternalStore(onNetwork, () => navigator.onLine);
  const [open, setOpen] = useState(false);
  const slow = useLasting(phase === "saving", SLOW_MS);
  const place = lasting ? "on this device" : "on this page";
  const changes = waiting === 1 ? "1 change" : `${waiting} changes`;
  const why = phase === "signed-out" ? "Signed out" : online ? "No answer" : "Offline";
  const isStuck = waiting > 0 && (phase === "no-answer" || phase === "signed-out");
  return (
    <>
      <span role="status" className="shell-savedbox" data-phase={waiting > 0 ? phase : "idle"}>
        {isStuck ? (
          <Trouble
            icon={<CloudOff className="icon" aria-hidden />}
            words={`${why}, ${changes} kept ${place}`}
            short={`${why}, ${waiting} kept`}
            onPress={() => setOpen(true)}
          />
        ) : choices > 0 ? (
          <Trouble
            icon={<TriangleAlert className="icon" aria-hidden />}
            words={`${choices === 1 ? "1 change needs" : `${choices} changes need`} your decision`}
            short={`${choices} to decide`}
            onPress={() => setOpen(true)}
          />
        ) : slow ? (
          <span className="shell-saved shell-saved-quiet">
            <Loader className="icon" aria-hidden />
            {waiting > 1 ? `Saving ${waiting} changes` : "Saving"}
          </span>
        ) : (phase === "idle" || phase === "saving") && savedAt !== null ? (
          <span className="shell-saved shell-saved-quiet shell-saved-at">
            <Check className="icon" aria-hidden />
            Saved {clock(new Date(savedAt))}
          </span>
        ) : null}
      </span>
      {open ? <KeptDialog open onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface TroubleProps {
  icon: ReactNode;
  words: string;
  /** On a phone, where the bar has room for little else. */
  short: string;
  onPress: () => void;
}

function Trouble({ icon, words, short, onPress }: TroubleProps) {
  return (
    <button type="button" className="shell-saved shell-saved-trouble" aria-label={words} title={words} onClick={onPress}>
      {icon}
      <span className="not-phone">{words}</span>
      <span className="shell-saved-short">{short}</span>
    </button>
  );
}

function onNetwork(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

function useLasting(on: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!on) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [on, ms]);
  return lasting;
}
