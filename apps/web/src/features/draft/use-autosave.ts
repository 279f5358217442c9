import { anchorsOf } from "@assay/editor";
import type { DraftElement } from "@assay/editor";
import { useCallback, useEffect, useRef, useState } from "react";
import { useCase } from "../case/use-case.ts";
import { listenToWindows } from "../shell/other-windows.ts";
import type { OtherWindows } from "../shell/other-windows.ts";
import { newId } from "../../trpc.ts";
import { draftPlace, dropDraft, keepDraft } from "./draft-store.ts";
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
  const own = draftPlace(me.id, sourceId);
  const place = useRef(session.place ?? own);
  const windows = useRef<OtherWindows | null>(null);
  const hasWritten = useRef(false);
  const keep = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { editor, edges, base } = session;
    const at = new Date().toISOString();
    const anchors = anchorsOf(editor);
    const value = editor.children as DraftElement[];
    windows.current?.claim(place.current);
    setLasting(await keepDraft({ place: place.current, baseRevisionId: base.id, value, edges, anchors, at }));
    setKeptAt(at);
  }, [session]);
  const touch = useCallback(() => {
    hasWritten.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), PAUSE_MS);
  }, [keep]);
  const drop = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    hasWritten.current = false;
    windows.current?.claim(place.current);
    await dropDraft(place.current);
    setKeptAt(null);
  }, []);
  useEffect(() => {
    const leave = () => {
      if (timer.current !== undefined) void keep();
    };
    // Written in two windows at once, neither text takes the place of the other.
    windows.current = listenToWindows("assay-drafts", (claimed) => {
      if (claimed !== place.current) return;
      place.current = `${own} ${newId()}`;
      if (hasWritten.current) void keep();
    });
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
      leave();
      windows.current?.close();
    };
  }, [keep, own]);
  return { keptAt, lasting, touch, drop };
}
