import { readDraft } from "@assay/editor";
import { useEffect, useState } from "react";
import { TextArea } from "../../components/field.tsx";
import { keptDrafts } from "./draft-store.ts";

interface UnsavedWordsProps {
  personId: string;
  sourceId: string;
}

/** What this person wrote on a source while it was a draft, and never saved: it is not hidden because it is none now. */
export function UnsavedWords({ personId, sourceId }: UnsavedWordsProps) {
  const [texts, setTexts] = useState<readonly string[]>([]);
  useEffect(() => {
    let isWanted = true;
    void keptDrafts(personId, sourceId).then((all) => {
      if (isWanted) setTexts(all.map((kept) => readDraft(kept).text));
    });
    return () => {
      isWanted = false;
    };
  }, [personId, sourceId]);
  return texts.map((text) => (
    <label key={text} className="draft-unsaved">
      <span>
        What you wrote while it was a draft was never saved. It is kept on this device: copy it from here, or make the
        source a draft again and go on.
      </span>
      <TextArea readOnly rows={8} value={text} />
    </label>
  ));
}
