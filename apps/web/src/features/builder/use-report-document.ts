import type { ReportDocument, StoredDocumentView } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { newId, trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { useCase } from "../case/use-case.ts";
import { saveDocument } from "./builder-api.ts";
import { openKeeper, reportPlace } from "./kept-documents.ts";
import type { LeftDocument } from "./kept-documents.ts";
import type { SaveState } from "./model/document-saver.ts";
import { DocumentSaver } from "./model/document-saver.ts";

/** The stored document, asked for again whenever the case's log moves on: somebody may have stored another. */
export function useStoredDocument(): StoredDocumentView | undefined {
  const { caseId, view } = useCase();
  const { data, refetch } = useQuery({ ...trpc.document.get.queryOptions({ caseId }), gcTime: 0, staleTime: 0 });
  const seen = useRef(view.lastEvent);
  useEffect(() => {
    if (seen.current === view.lastEvent) return;
    seen.current = view.lastEvent;
    void refetch();
  }, [view.lastEvent, refetch]);
  return data;
}

interface Held {
  document: ReportDocument;
  state: SaveState;
  /** The rest stays as it is at that moment, which a page that was drawn earlier does not know. */
  change: (part: Partial<ReportDocument>) => void;
  /** Of a conflict: take what the desk has, or write one's own over it. */
  takeTheirs: () => void;
  keepMine: () => void;
  retry: () => void;
}

/** `given`: unsaved words were given up for it, which their author may still want back. */
type OnTake = (document: ReportDocument, given: boolean) => void;

/**
 * The document as this person writes it, from what was `left` on this device where there is some. `onTake` is called
 * with what somebody else stored, when nothing here is unsaved, or when this person gives way to it; else the next save
 * tells of the conflict.
 */
export function useReportDocument(stored: StoredDocumentView, left: LeftDocument | null, onTake: OnTake): Held {
  const { caseId, me } = useCase();
  const [document, draw] = useState(left?.kept.document ?? stored.document);
  const latest = useRef(document);
  const setDocument = (next: ReportDocument) => {
    latest.current = next;
    draw(next);
  };
  const [state, setState] = useState<SaveState>({ is: "saved", at: null });
  const [keeper] = useState(() => openKeeper(reportPlace(me.id, caseId), left));
  const [saver] = useState(() => {
    const desk = { baseVersion: stored.version, document: stored.document };
    return new DocumentSaver(desk, left?.kept ?? null, {
      send: (save) => saveDocument({ caseId, ...save }),
      refusalOf,
      keep: keeper.keep,
      newId,
      onState: setState,
      now: () => new Date(),
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
  });
  const take = useRef(onTake);
  take.current = onTake;

  const takeOver = (theirs: StoredDocumentView, given = false) => {
    saver.take(theirs);
    setDocument(theirs.document);
    take.current(theirs.document, given);
  };
  const takeNewer = useRef(takeOver);
  takeNewer.current = takeOver;
  useEffect(() => {
    if (stored.version > saver.version && saver.isClean) takeNewer.current(stored);
  }, [stored, saver]);

  useEffect(() => {
    const retry = () => saver.retry();
    const hidden = () => (window.document.visibilityState === "hidden" ? saver.flush() : undefined);
    window.addEventListener("online", retry);
    window.document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("online", retry);
      window.document.removeEventListener("visibilitychange", hidden);
      saver.stop();
    };
  }, [saver]);
  useEffect(() => keeper.listen(), [keeper]);

  return {
    document,
    state,
    change: (part) => {
      const next = { ...latest.current, ...part };
      setDocument(next);
      saver.change(next);
    },
    takeTheirs: () => (state.is === "conflict" ? takeOver(state.current, true) : undefined),
    keepMine: () => (state.is === "conflict" ? saver.insist(state.current) : undefined),
    retry: () => saver.retry(),
  };
}
