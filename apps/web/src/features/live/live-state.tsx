import "./live.css";
import { Radio, Unplug } from "lucide-react";
import { useEffect, useState } from "react";
import { Link } from "@tanstack/react-router";
import { useLive } from "./live-store.ts";

/** A break shorter than this is over before somebody has read of it. */
const PATIENCE_MS = 1_500;

/** Whether others' changes come at once, beside what the bar says about saving. */
export function LiveState() {
  const open = useLive((state) => state.open);
  const answers = useLive((state) => state.answers);
  const removed = useLive((state) => state.removed);
  const down = useStaysDown(!open);
  if (removed) return null;
  return (
    <span role="status" className="live-state">
      {open ? (
        <span className="live-word live-word-on" title="Others' changes appear at once">
          <Radio className="icon" aria-hidden />
          Live
        </span>
      ) : !down ? null : (
        <span
          className="live-word"
          title={answers ? "Until then others' changes take some seconds to appear" : "The desk does not answer"}
        >
          <Unplug className="icon" aria-hidden />
          Reconnecting
        </span>
      )}
    </span>
  );
}

/** Stays until the page is left: what was here can be read on, and what was being written can be copied. */
export function RemovedNotice() {
  if (!useLive((state) => state.removed)) return null;
  return (
    <div role="alert" className="shell-notice">
      <p>
        <b>This case is no longer open to you.</b> You were removed from its desk, or it is gone. What is on this page
        can be read and copied until you leave it; nothing can be changed. A lead of the desk can invite you again.
      </p>
      <Link to="/" className="link">
        To your cases
      </Link>
    </div>
  );
}

function useStaysDown(down: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!down) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [down]);
  return lasting;
}
