import type { TagView } from "@assay/domain";
import { useCallback, useEffect, useRef, useState } from "react";
import { dropStored, readStored, writeStored } from "../model/stored.ts";
import { useBenchParts } from "../state/bench-context.tsx";
import { cellName } from "../state/tag-writes.ts";

const IDLE_MS = 1500;

interface Draft {
  text: string;
  /** The rationale it was written over: a change of that one meanwhile is a conflict (E5). */
  base: string;
}

interface Clash {
  theirs: string;
  mine: string;
}

export interface Rationale {
  text: string;
  unsaved: boolean;
  write: (text: string) => void;
  flush: () => void;
  clash: Clash | null;
  keepTheirs: () => void;
  saveMine: () => void;
  close: () => void;
}

/** The text of one tag's rationale while it is written. Mount it with the tag's id as its key. */
export function useRationale(tag: TagView, editable: boolean): Rationale {
  const { caseId, tags, latest } = useBenchParts();
  const key = `assay:rationale:${caseId}:${tag.id}`;
  const [draft, setDraft] = useState<Draft>(() =>
    readStored(key, { text: tag.rationale, base: tag.rationale }, isDraft),
  );
  const [clash, setClash] = useState<Clash | null>(null);
  const now = useRef(draft);
  const sending = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const set = useCallback(
    (next: Draft) => {
      now.current = next;
      setDraft(next);
      if (next.text === next.base) dropStored(key);
      else writeStored(key, next);
    },
    [key],
  );

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const { text, base } = now.current;
    if (text === base || text === sending.current) return;
    sending.current = text;
    let theirs: string | null = null;
    const outcome = await tags.edit(tag, `Rationale of ${cellName(latest(), tag)}`, (content) => {
      if (content === null || content.rationale === text) return null;
      theirs = content.rationale === base ? null : content.rationale;
      return theirs === null ? { ...content, rationale: text } : null;
    });
    sending.current = null;
    if (theirs !== null) setClash({ theirs, mine: text });
    else if (outcome.ok) set({ text: now.current.text, base: text });
  }, [tags, latest, tag, set]);

  const saveNow = useRef(save);
  useEffect(() => {
    saveNow.current = save;
  }, [save]);
  // A draft from before a reload, or the field's end: what is written is sent, not lost.
  useEffect(() => {
    if (editable && now.current.text !== now.current.base) void saveNow.current();
    return () => void saveNow.current();
  }, [editable]);

  // Undo, or another window, changed it while nothing is being written here.
  useEffect(() => {
    const { text, base } = now.current;
    if (text === base && base !== tag.rationale && sending.current === null) {
      set({ text: tag.rationale, base: tag.rationale });
    }
  }, [tag.rationale, set]);

  return {
    text: draft.text,
    unsaved: draft.text !== draft.base,
    write: (text) => {
      set({ text, base: now.current.base });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void saveNow.current(), IDLE_MS);
    },
    flush: () => void saveNow.current(),
    clash,
    close: () => setClash(null),
    keepTheirs: () => {
      if (clash !== null) set({ text: clash.theirs, base: clash.theirs });
      setClash(null);
    },
    saveMine: () => {
      if (clash !== null) set({ text: now.current.text, base: clash.theirs });
      setClash(null);
      void saveNow.current();
    },
  };
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    typeof value.text === "string" &&
    "base" in value &&
    typeof value.base === "string"
  );
}
