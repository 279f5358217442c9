import type { ClaimView } from "@assay/domain";
import { useEffect, useRef, useState } from "react";
import { useCase } from "../../case/use-case.ts";
import { dropStored, readStored, writeStored } from "../model/stored.ts";

interface Draft {
  text: string;
  baseVersion: number;
}

interface WordingEditorProps {
  claim: ClaimView;
  onSave: (text: string, baseVersion: number) => Promise<boolean>;
  onLeave: () => void;
}

/** Enter saves, Escape leaves it as it was. What is being written is kept until it is saved, over a reload too. */
export function WordingEditor({ claim, onSave, onLeave }: WordingEditorProps) {
  const { caseId, view } = useCase();
  const key = `assay:wording:${caseId}:${claim.id}`;
  const [draft, setDraft] = useState<Draft>(() =>
    readStored(key, { text: claim.text, baseVersion: claim.version }, isDraft),
  );
  const area = useRef<HTMLTextAreaElement>(null);
  const busy = useRef(false);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);

  const judged = view.tags.filter(
    (tag) => tag.claimId === claim.id && (tag.state === "approved" || tag.state === "submitted"),
  ).length;
  const changed = draft.text.trim() !== claim.text;
  const blank = draft.text.trim() === "";

  const leave = () => {
    busy.current = true;
    dropStored(key);
    onLeave();
  };
  const save = () => {
    if (busy.current || blank) return;
    if (!changed) return leave();
    busy.current = true;
    void onSave(draft.text.trim(), draft.baseVersion).then((saved) => (saved ? dropStored(key) : undefined));
  };

  return (
    <>
      <textarea
        ref={area}
        className="insp-wording-edit"
        aria-label="Wording of the claim"
        aria-describedby={`${key}-hint`}
        rows={2}
        value={draft.text}
        onChange={(event) => {
          const next = { ...draft, text: event.target.value };
          setDraft(next);
          writeStored(key, next);
        }}
        onBlur={() => {
          // Where a change makes reviewed tags stale it is saved on purpose only.
          if (!changed || judged === 0) save();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter" && !event.shiftKey) save();
          else if (event.key === "Escape") leave();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <p className={changed && judged > 0 ? "bench-note attention" : "bench-note"} id={`${key}-hint`}>
        {blank
          ? "Write the claim first. It says one thing that can be checked."
          : changed && judged > 0
            ? `New words make ${judged} submitted or approved ${judged === 1 ? "tag" : "tags"} stale.`
            : "Enter saves, Escape leaves it as it was."}
      </p>
    </>
  );
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    typeof value.text === "string" &&
    "baseVersion" in value &&
    typeof value.baseVersion === "number"
  );
}
