import { Check, CloudOff, Loader, TriangleAlert } from "lucide-react";
import { clock } from "../../components/format-time.ts";
import type { SaveState } from "./model/document-saver.ts";

/** Where the words are: with the desk, on their way, or on this device alone. */
export function SaveNote({ state }: { state: SaveState }) {
  return (
    <span className="builder-saved" role="status">
      {state.is === "saving" || state.is === "waiting" ? (
        <>
          <Loader className="icon" aria-hidden />
          Saving …
        </>
      ) : state.is === "offline" ? (
        <>
          <CloudOff className="icon" aria-hidden />
          No answer. Kept on this device
        </>
      ) : state.is === "conflict" ? (
        <>
          <TriangleAlert className="icon" aria-hidden />
          Needs your decision. Kept on this device
        </>
      ) : state.is === "refused" ? (
        <>
          <TriangleAlert className="icon" aria-hidden />
          Not stored, kept on this device: {state.reason}
        </>
      ) : state.at === null ? null : (
        <>
          <Check className="icon" aria-hidden />
          Saved {clock(state.at)}
        </>
      )}
    </span>
  );
}
