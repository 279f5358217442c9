import { sourceName } from "@assay/domain";
import { useCase } from "../case/use-case.ts";
import type { CaseSuggestions } from "./assist-types.ts";
import { ReadingNote } from "./reading-note.tsx";

interface ReaderWordsProps {
  data: CaseSuggestions;
}

/** Who reads and where, what was left out, and which languages are not handled whole. */
export function ReaderWords({ data }: ReaderWordsProps) {
  return (
    <div className="sug-reader">
      <p>
        {whereOf(data)} A suggestion is no record until somebody takes it.
      </p>
      <Notes data={data} />
    </div>
  );
}

/**
 * The same where there is little room: a line that can be opened. How far a reading is stands in that line too, so that
 * the list below stays where it is when a reading begins and ends.
 */
export function FoldedReader({ data, error }: ReaderWordsProps & { error: unknown }) {
  const isReading = data.state === "reading";
  const notes = notesOf(data);
  const isWarned = notes > 0 || data.reader.leavesMachine;
  return (
    <>
      {isReading ? null : <ReadingNote data={data} error={error} />}
      <details className="sug-reader">
        <summary className={isWarned ? "attention" : undefined}>
          {isReading ? "Reading what has changed" : `${whereOf(data)}${notes === 0 ? "" : ` Notes: ${notes}.`}`}
        </summary>
        {isReading ? <ReadingNote data={data} error={error} /> : null}
        <p>{isReading ? `${whereOf(data)} ` : ""}A suggestion is no record until somebody takes it.</p>
        <Notes data={data} />
      </details>
    </>
  );
}

function whereOf({ reader: { name, leavesMachine } }: CaseSuggestions): string {
  return leavesMachine ? `Read by ${name}: the texts were sent to it.` : `Read by ${name}, on this machine. Nothing is sent anywhere.`;
}

function unhandledOf({ reading }: CaseSuggestions) {
  return reading?.report.languages.filter(({ handled }) => !handled) ?? [];
}

function notesOf(data: CaseSuggestions): number {
  return (data.reading?.notices.length ?? 0) + unhandledOf(data).length;
}

function Notes({ data }: ReaderWordsProps) {
  const { sourceById } = useCase();
  return (
    <>
      {data.reading?.notices.map((notice) => (
        <p key={notice} className="attention">
          {notice}
        </p>
      ))}
      {unhandledOf(data).map(({ source, language }) => {
        const found = sourceById(source);
        return (
          <p key={source}>
            {found === undefined ? "A source" : sourceName(found)} is in {languageName(language)}: its sentences, numbers,
            dates and quotations are read, its meaning is not.
          </p>
        );
      })}
    </>
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
