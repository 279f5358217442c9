import { isBlank } from "@assay/domain";
import { FileText } from "lucide-react";
import { useRef } from "react";
import { Button } from "../../components/button.tsx";
import { Field, Select, TextArea } from "../../components/field.tsx";
import type { DraftFile, SourceDraft } from "./source-draft.ts";
import { isTextFile, isWebPage, withoutFile } from "./source-draft.ts";
import { grouped } from "./source-words.ts";

const ENCODINGS = [
  { value: "detected", label: "Encoding: as detected" },
  { value: "windows-1252", label: "Encoding: Windows-1252" },
] as const;

const PARTS = [
  { value: "article", label: "Read: its article" },
  { value: "whole", label: "Read: the whole page" },
] as const;

const TEXT_GONE = "The text was too large to keep over the reload. Paste it here again.";

/** Characters. A longer text is not shown in a field: laying out one long line holds the browser up for minutes. */
const FIELD_MAX = 400_000;

/** The field that held the focus is gone once its text stands here. */
const takeFocus = (element: HTMLElement | null) => element?.focus();

interface ContentFieldProps {
  draft: SourceDraft;
  onChange: (change: (draft: SourceDraft) => SourceDraft) => void;
  onFiles: (files: readonly File[]) => void;
}

/** The text itself: pasted, or a file that was dropped or chosen. */
export function ContentField({ draft, onChange, onFiles }: ContentFieldProps) {
  const { file, text } = draft;
  const setText = (next: string) => onChange(({ textGone: _, ...held }) => ({ ...held, text: next, allowDuplicate: false }));
  if (file === null && text.length > FIELD_MAX) {
    return (
      <div className="addsource-file" tabIndex={-1} ref={takeFocus}>
        <FileText className="icon" aria-hidden />
        <span className="grow">
          <b>Pasted text</b> <span className="meta">{grouped(text.length)} characters, kept exactly as they are</span>
        </span>
        <Button onClick={() => setText("")}>Take it out</Button>
      </div>
    );
  }
  if (file === null) {
    const blank = text !== "" && isBlank(text);
    const lacking = blank ? "There is nothing here but white space. Paste the text." : draft.textGone ? TEXT_GONE : null;
    return (
      <div>
        <Field
          label="Text"
          error={lacking}
          hint="The words are kept exactly as they are. Nothing is corrected."
        >
          {(ids) => (
            <TextArea
              {...ids}
              className="addsource-text"
              rows={7}
              value={text}
              placeholder="Paste the text here, or drop files anywhere on this form: text, Markdown, web pages, DOCX, PDF."
              spellCheck={false}
              onChange={(event) => setText(event.target.value)}
              onPaste={(event) => {
                const pasted = event.clipboardData.getData("text/plain");
                if (pasted.length <= FIELD_MAX) return;
                event.preventDefault();
                const { value, selectionStart, selectionEnd } = event.currentTarget;
                setText(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
              }}
            />
          )}
        </Field>
        <ChooseFiles onFiles={onFiles} />
      </div>
    );
  }
  return (
    <div className="addsource-file">
      <FileText className="icon" aria-hidden />
      <span className="grow">
        <b>{file.name}</b> <span className="meta">{grouped(Math.max(1, Math.round(file.size / 1024)))} KB</span>
        {file.base64 === null ? (
          <span className="addsource-gone">The file was too large to keep over the reload. Drop it here again.</span>
        ) : null}
      </span>
      <Button onClick={() => onChange(withoutFile)}>Take it out</Button>
      {file.base64 === null ? null : <HowToRead file={file} onChange={onChange} />}
    </div>
  );
}

interface HowToReadProps extends Pick<ContentFieldProps, "onChange"> {
  file: DraftFile;
}

/** What only a person can decide of a file. */
function HowToRead({ file, onChange }: HowToReadProps) {
  const edit = (change: (held: DraftFile) => DraftFile) =>
    onChange((held) => (held.file === null ? held : { ...held, file: change(held.file) }));
  if (!isWebPage(file) && !isTextFile(file)) return null;
  return (
    <div className="addsource-how">
      {isWebPage(file) ? (
        <Select
          aria-label="Part of the page"
          className="addsource-choice"
          value={file.whole === true ? "whole" : "article"}
          options={PARTS}
          onChange={(value) => edit(({ whole: _, ...rest }) => (value === "whole" ? { ...rest, whole: true } : rest))}
        />
      ) : null}
      {isTextFile(file) ? (
        <Select
          aria-label="Encoding"
          className="addsource-choice"
          value={file.encoding ?? "detected"}
          options={ENCODINGS}
          onChange={(value) => edit(({ encoding: _, ...rest }) => (value === "detected" ? rest : { ...rest, encoding: value }))}
        />
      ) : null}
    </div>
  );
}

function ChooseFiles({ onFiles }: Pick<ContentFieldProps, "onFiles">) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="addsource-choose">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".txt,.text,.md,.markdown,.html,.htm,.docx,.pdf,text/plain,text/markdown,text/html,application/pdf"
        aria-label="Files to add"
        onChange={(event) => {
          onFiles(Array.from(event.target.files ?? []));
          event.target.value = "";
        }}
      />
      <Button onClick={() => input.current?.click()}>Choose files</Button>
    </div>
  );
}
