import { isBlank } from "@assay/domain";
import { FileText } from "lucide-react";
import { useRef } from "react";
import { Button } from "../../components/button.tsx";
import { Field, Select, TextArea } from "../../components/field.tsx";
import type { SourceDraft } from "./source-draft.ts";
import { grouped } from "./source-words.ts";

const ENCODINGS = [
  { value: "detected", label: "Encoding: as detected" },
  { value: "windows-1252", label: "Encoding: Windows-1252" },
] as const;

interface ContentFieldProps {
  draft: SourceDraft;
  onChange: (change: (draft: SourceDraft) => SourceDraft) => void;
  onFiles: (files: readonly File[]) => void;
}

/** The text itself: pasted, or a file that was dropped or chosen. */
export function ContentField({ draft, onChange, onFiles }: ContentFieldProps) {
  const { file } = draft;
  if (file === null) {
    const blank = draft.text !== "" && isBlank(draft.text);
    return (
      <div>
        <Field
          label="Text"
          error={blank ? "There is nothing here but white space. Paste the text." : null}
          hint="The words are kept exactly as they are. Nothing is corrected."
        >
          {(ids) => (
            <TextArea
              {...ids}
              className="addsource-text"
              rows={7}
              value={draft.text}
              placeholder="Paste the text here, or drop .txt and .md files anywhere on this form."
              spellCheck={false}
              onChange={(event) => {
                const text = event.target.value;
                onChange((held) => ({ ...held, text, allowDuplicate: false }));
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
      {file.base64 === null ? null : (
        <Select
          aria-label="Encoding"
          className="addsource-encoding"
          value={file.encoding ?? "detected"}
          options={ENCODINGS}
          onChange={(value) =>
            onChange((held) => {
              if (held.file === null) return held;
              const { encoding: _, ...rest } = held.file;
              return { ...held, file: value === "detected" ? rest : { ...rest, encoding: value } };
            })
          }
        />
      )}
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
        accept=".txt,.md,.markdown,text/plain,text/markdown"
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
