import type { TagView } from "@assay/domain";
import { useId } from "react";
import { UnsavedWords } from "../../../components/unsaved-words.tsx";
import { ConflictDialog } from "../../case/conflict-dialog.tsx";
import { useBenchParts } from "../state/bench-context.tsx";
import { useRationale } from "./use-rationale.ts";

/** Saved by itself when the person pauses or leaves the field; kept on this machine until then. */
export function RationaleField({ tag, editable }: { tag: TagView; editable: boolean }) {
  const id = useId();
  const { nav } = useBenchParts();
  const { text, write, flush, unsaved, clash, keepTheirs, saveMine, close } = useRationale(tag, editable);
  if (!editable) {
    const stored = tag.rationale !== "";
    if (!stored && !unsaved) return null;
    return (
      <div>
        {stored ? <p className="insp-h">Rationale</p> : null}
        {stored ? <p className="insp-text">{tag.rationale}</p> : null}
        {unsaved ? <UnsavedWords label="Your rationale" text={text} /> : null}
      </div>
    );
  }
  return (
    <div>
      <label className="insp-h" htmlFor={id}>
        Rationale
        <span className="bench-meta" aria-live="polite">
          {unsaved ? "saves when you pause" : ""}
        </span>
      </label>
      <textarea
        id={id}
        className="insp-area"
        rows={2}
        placeholder={
          tag.stance === "missing"
            ? "What would have had to be there"
            : `Why these words ${tag.stance === "verified" ? "verify" : "dispute"} the claim`
        }
        value={text}
        onChange={(event) => write(event.target.value)}
        onBlur={flush}
        onKeyDown={(event) => {
          if (event.key === "Escape") nav.leaveField(event.currentTarget);
        }}
      />
      {clash === null ? null : (
        <ConflictDialog
          open
          title="This rationale changed while you were writing"
          description="It was saved from another window. Both texts are kept until you decide."
          theirs={{ heading: "Saved meanwhile", text: clash.theirs }}
          yours={{ heading: "Yours, not saved yet", text: clash.mine }}
          onKeepTheirs={keepTheirs}
          onSaveMine={saveMine}
          onClose={close}
        />
      )}
    </div>
  );
}
