import "./shell.css";
import { Check, CloudOff, Loader } from "lucide-react";
import { useEffect, useState } from "react";
import { clock } from "../../components/format-time.ts";
import { retryNow, useSaveStatus } from "../case/case-sync.ts";

/** "Saved 14.32". A save that takes a blink shows nothing: words that flash tell nobody anything. */
export function SaveIndicator() {
  const { status } = useSaveStatus();
  const slow = useLasting(status.phase === "saving", 300);
  return (
    <span role="status" className="shell-savedbox">
      {status.phase === "retrying" ? (
        <button type="button" className="shell-saved shell-saved-trouble" onClick={retryNow}>
          <CloudOff className="icon" aria-hidden />
          Not saved: {status.waiting === 1 ? "1 change waits" : `${status.waiting} changes wait`}, retrying
        </button>
      ) : slow ? (
        <span className="shell-saved shell-saved-quiet">
          <Loader className="icon" aria-hidden />
          Saving
        </span>
      ) : status.phase === "saved" ? (
        <span className="shell-saved shell-saved-quiet">
          <Check className="icon" aria-hidden />
          Saved {clock(new Date(status.at))}
        </span>
      ) : null}
    </span>
  );
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
