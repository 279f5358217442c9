import { anchorsOf } from "@assay/editor";
import type { DraftElement } from "@assay/editor";
import { useCallback, useEffect, useRef, useState } from "react";
import { useCase } from "../case/use-case.ts";
import { dropDraft, keepDraft } from "./draft-store.ts";
import type { DraftSession } from "./model/draft-session.ts";

/** After the last key; a long draft takes a while to write away. */
const PAUSE_MS = 600;

export interface Autosave {
  /** When the words on the page were last kept; null while nothing was written. */
  keptAt: string | null;
  /** False where the browser keeps nothing for the next visit. */
  lasting: boolean;
  /** Words have changed. */
  touch: () => void;
  /** The words are in a revision, or not wanted any more. */
  drop: () => Promise<void>;
}

/** Keeps what is written on this device, on its own: closing the page or a flat battery takes a few letters at most. */
export function useAutosave(session: DraftSession, sourceId: string): Autosave {
  const { me } = useCase();
  const [keptAt, setKeptAt] = useState(session.keptAt);
  const [lasting, setLasting] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keep = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { editor, edges, base } = session;
    const at = new Date().toISOString();
    const anchors = anchorsOf(editor);
    const value = editor.children as DraftElement[];
    setLasting(await keepDraft(me.id, sourceId, { baseRevisionId: base.id, value, edges, anchors, at }));
    setKeptAt(at);
  }, [session, me.id, sourceId]);
  const touch = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), PAUSE_MS);
  }, [keep]);
  const drop = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    await dropDraft(me.id, sourceId);
    setKeptAt(null);
  }, [me.id, sourceId]);
  useEffect(() => {
    const leave = () => {
      if (timer.current !== undefined) void keep();
    };
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
      leave();
    };
  }, [keep]);
  return { keptAt, lasting, touch, drop };
}
