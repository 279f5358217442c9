import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { useKeys } from "../../components/keys.ts";
import { refusalOf } from "../../refusal.ts";
import { notify } from "../../components/toast.tsx";
import { useCase } from "../case/use-case.ts";
import type { CaseSuggestions } from "./assist-types.ts";
import { readAgain, stopReading } from "./use-suggestions.ts";

interface ReadingNoteProps {
  data: CaseSuggestions | undefined;
  error: unknown;
  /** In a column: no words about what stands beside it anyway, and no key. */
  short?: boolean;
}

/** How far the reading is, why it failed, and what can be done about it. Null when all is said. */
export function ReadingNote({ data, error, short = false }: ReadingNoteProps) {
  const { caseId, can } = useCase();
  const [busy, setBusy] = useState(false);
  const act = (work: () => Promise<void>) => {
    setBusy(true);
    void work()
      .catch((problem: unknown) => notify({ text: refusalOf(problem).message, tone: "refusal" }))
      .finally(() => setBusy(false));
  };
  const isHeld = data === undefined ? error !== null : data.state === "failed" || data.state === "stopped";
  const mayStop = data?.state === "reading" && can("edit_claim");
  const readOnceMore = () => act(() => readAgain(caseId));
  const stop = () => act(() => stopReading(caseId));
  useKeys("Reading", [
    { key: "shift+r", label: "Read the sources again", bar: "read again", when: !short && isHeld && !busy, run: readOnceMore },
    { key: "shift+x", label: "Stop reading", bar: "stop reading", when: !short && mayStop && !busy, run: stop },
  ]);
  const kbd = (key: string) => (short ? {} : { kbd: key });
  const again = (
    <Button className="btn-small" {...kbd("shift+r")} disabledReason={busy ? "It is being asked." : null} onClick={readOnceMore}>
      Read again
    </Button>
  );
  if (data === undefined) {
    if (error === null) return <p className="bench-note" role="status">Asking for suggestions</p>;
    return (
      <div className="sug-note attention" role="status">
        <p>No suggestions: {refusalOf(error).message}</p>
        {again}
      </div>
    );
  }
  const percent = Math.round(data.progress * 100);
  return (
    <>
      {data.state === "reading" ? (
        <div className="sug-note" role="group" aria-label="Reading">
          <label>
            <span>{data.reading === null ? "Reading the sources" : "Reading what has changed"}</span>
            <progress max={100} value={percent}>
              {percent} %
            </progress>
          </label>
          {mayStop ? (
            <Button className="btn-small" variant="quiet" {...kbd("shift+x")} disabledReason={busy ? "It is being stopped." : null} onClick={stop}>
              Cancel
            </Button>
          ) : null}
        </div>
      ) : null}
      {data.state === "failed" ? (
        <div className="sug-note attention" role="status">
          <p>The sources could not be read. {data.problem ?? ""}</p>
          {again}
        </div>
      ) : null}
      {data.state === "stopped" ? (
        <div className="sug-note" role="status">
          <p>Reading was stopped. {data.reading === null ? "" : "What had been read before is shown."}</p>
          {again}
        </div>
      ) : null}
    </>
  );
}
