import { useState } from "react";
import type { Edits } from "./edits.ts";
import { edited, isEdited, overtaken, withEdit } from "./edits.ts";

/** A form over something others may change while it is filled in: see edits.ts. */
export function useEdits<Held extends object>(held: Held) {
  const [edits, setEdits] = useState<Edits<Held>>({});
  return {
    shown: edited(held, edits),
    isEdited: isEdited(held, edits),
    overtaken: overtaken(held, edits),
    edit: (patch: Partial<Held>) => setEdits((before) => withEdit(before, held, patch)),
    /** Back to what is held: it has been saved, or is given up. */
    clear: () => setEdits({}),
  };
}
