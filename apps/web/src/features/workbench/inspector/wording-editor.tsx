import type { ClaimView } from "@assay/domain";
import { useEffect, useId, useRef, useState } from "react";
import { isTyping } from "../../../components/keys.ts";
import { useCase } from "../../case/use-case.ts";
import { lapsingWith, whatLapses } from "../model/what-lapses.ts";
import { dropWording, keepWording, readWording } from "../model/wording-draft.ts";

interface WordingEditorProps {
  claim: ClaimView;
  /** `goneTo`: the person is somewhere else already, and is not called back to the text. */
  onSave: (text: string, baseVersion: number, goneTo: Element | null) => void;
  onLeave: (goneTo: Element | null) => void;
}

/** Enter saves, Escape leaves it as it was. What is being written is kept until it is saved, over a reload too. */
export function WordingEditor({ claim, onSave, onLeave }: WordingEditorProps) {
  const { caseId, view } = useCase();
  const hintId = useId();
  const [draft, setDraft] = useState(() => readWording(caseId, claim));
  const area = useRef<HTMLTextAreaElement>(null);
  const busy = useRef(false);
  const startedAs = useRef(draft.text === claim.text);
  useEffect(() => {
    const field = area.current;
    // Refused words come back while the person writes elsewhere: their letters stay there.
    const at = document.activeElement;
    if (isTyping(at) && at?.closest("[role=dialog]") === null) return;
    field?.focus();
    // Words that were being written are gone on with, and never typed over.
    if (startedAs.current) field?.select();
    else field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const lapses = whatLapses(lapsingWith(view, claim.id));
  const changed = draft.text.trim() !== claim.text;
  const blank = draft.text.trim() === "";

  const leave = (goneTo: Element | null) => {
    busy.current = true;
    dropWording(caseId, claim.id);
    onLeave(goneTo);
  };
  const save = (goneTo: Element | null) => {
    if (busy.current || blank) return;
    if (!changed) return leave(goneTo);
    busy.current = true;
    onSave(draft.text.trim(), draft.baseVersion, goneTo);
  };

  return (
    <>
      <textarea
        ref={area}
        className="insp-wording-edit"
        aria-label="Wording of the claim"
        aria-describedby={hintId}
        rows={2}
        value={draft.text}
        onChange={(event) => {
          const next = { ...draft, text: event.target.value };
          setDraft(next);
          keepWording(caseId, claim.id, next);
        }}
        onBlur={({ relatedTarget }) => {
          // Where a change takes back what people decided it is saved on purpose only.
          if (!changed || lapses === "") save(relatedTarget);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter" && !event.shiftKey) save(null);
          else if (event.key === "Escape") leave(null);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <p className={changed && lapses !== "" ? "bench-note attention" : "bench-note"} id={hintId}>
        {blank
          ? "Write the claim first. It says one thing that can be checked."
          : changed && lapses !== ""
            ? lapses
            : "Enter saves, Escape leaves it as it was."}
      </p>
    </>
  );
}
