import type { TagView } from "@assay/domain";
import { useCallback, useEffect, useRef, useState } from "react";
import { isRationaleClash, keepRationale, readRationale } from "../model/rationale-draft.ts";
import type { RationaleDraft } from "../model/rationale-draft.ts";
import { useBenchParts } from "../state/bench-context.tsx";
import { cellName } from "../state/tag-writes.ts";

const IDLE_MS = 1500;

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
  const tagId = tag.id;
  const [draft, setDraft] = useState(() => readRationale(caseId, tag));
  const [clash, setClash] = useState<Clash | null>(null);
  const now = useRef(draft);
  /** How many of my texts have no answer yet. */
  const sending = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const set = useCallback(
    (next: RationaleDraft) => {
      now.current = next;
      setDraft(next);
      keepRationale(caseId, tagId, next);
    },
    [caseId, tagId],
  );

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const before = now.current;
    const { text, base, sent } = before;
    if (text === base || (text === sent && sending.current > 0)) return;
    set({ ...before, sent: text });
    sending.current += 1;
    let theirs: string | null = null;
    // Its source was taken out of the case: the words wait here until the tag is back (T7).
    let gone = false;
    const outcome = await tags.edit(tag, `Rationale of ${cellName(latest(), tag)}`, (content) => {
      gone = content === null;
      if (content === null || content.rationale === text) return null;
      theirs = isRationaleClash(content.rationale, before) ? content.rationale : null;
      return theirs === null ? { ...content, rationale: text } : null;
    });
    sending.current -= 1;
    if (theirs !== null) setClash({ theirs, mine: text });
    else if (outcome.ok && !gone) set({ ...now.current, base: text });
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
  // A tab that is closed ends no field: what was typed last would wait here, unsent, until somebody opens this very cell.
  useEffect(() => {
    const leave = () => {
      if (editable) void saveNow.current();
    };
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
    };
  }, [editable]);

  // Undo, or another window, changed it while nothing is being written here.
  useEffect(() => {
    const { text, base } = now.current;
    if (text === base && base !== tag.rationale && sending.current === 0) {
      set({ text: tag.rationale, base: tag.rationale });
    }
  }, [tag.rationale, set]);

  return {
    text: draft.text,
    unsaved: draft.text !== draft.base,
    write: (text) => {
      set({ ...now.current, text, at: Date.now() });
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
