import { sourceName } from "@assay/domain";
import type { SourceView } from "@assay/domain";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { refusalOf } from "../../trpc.ts";
import { notify } from "../../components/toast.tsx";
import { useCase } from "../case/use-case.ts";
import type { CaseSuggestions } from "./assist-types.ts";
import { readAgain, stopReading } from "./use-suggestions.ts";

interface ReadingNoteProps {
  data: CaseSuggestions | undefined;
  error: unknown;
  /** In a column: no words about what stands beside it anyway. */
  short?: boolean;
}

/** How far the reading is, why it failed, who reads, and which languages are not handled whole. Null when all is said. */
export function ReadingNote({ data, error, short = false }: ReadingNoteProps) {
  const { caseId, sourceById, can } = useCase();
  const [busy, setBusy] = useState(false);
  const act = (work: () => Promise<void>) => {
    setBusy(true);
    void work()
      .catch((problem: unknown) => notify({ text: refusalOf(problem).message, tone: "refusal" }))
      .finally(() => setBusy(false));
  };
  const again = (
    <Button className="btn-small" disabledReason={busy ? "It is being asked." : null} onClick={() => act(() => readAgain(caseId))}>
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
          {can("edit_claim") ? (
            <Button
              className="btn-small"
              variant="quiet"
              disabledReason={busy ? "It is being stopped." : null}
              onClick={() => act(() => stopReading(caseId))}
            >
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
      {short ? null : <ReaderWords data={data} sourceById={sourceById} />}
    </>
  );
}

interface ReaderWordsProps {
  data: CaseSuggestions;
  sourceById: (id: string) => SourceView | undefined;
}

function ReaderWords({ data, sourceById }: ReaderWordsProps) {
  const { reading, reader } = data;
  const unhandled = reading?.report.languages.filter(({ handled }) => !handled) ?? [];
  return (
    <div className="sug-reader">
      <p>
        {reader.leavesMachine
          ? `Read by ${reader.name}: the texts were sent to it.`
          : `Read by ${reader.name}, on this machine. Nothing is sent anywhere.`}{" "}
        A suggestion is no record until somebody takes it.
      </p>
      {reading?.notices.map((notice) => (
        <p key={notice} className="attention">
          {notice}
        </p>
      ))}
      {unhandled.map(({ source, language }) => {
        const found = sourceById(source);
        return (
          <p key={source}>
            {found === undefined ? "A source" : sourceName(found)} is in {languageName(language)}: its sentences, numbers,
            dates and quotations are read, its meaning is not.
          </p>
        );
      })}
    </div>
  );
}

/** "French", of a name or of a language tag. */
function languageName(tag: string): string {
  if (!/^[a-z]{2,3}(-|$)/i.test(tag)) return tag;
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
