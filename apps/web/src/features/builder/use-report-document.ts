import type { ReportDocument, StoredDocumentView } from "@assay/domain";
import { checkReportDocument } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { newId, trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { useCase } from "../case/use-case.ts";
import { dropStored, readStored, writeStored } from "../workbench/model/stored.ts";
import { saveDocument } from "./builder-api.ts";
import type { KeptDocument, SaveState } from "./model/document-saver.ts";
import { DocumentSaver } from "./model/document-saver.ts";

function isKept(value: unknown): value is KeptDocument {
  if (typeof value !== "object" || value === null || !("document" in value) || !("baseVersion" in value)) return false;
  return typeof value.baseVersion === "number" && checkReportDocument(value.document).ok;
}

/** Another window of the same person keeps its words in the same place: only one's own are taken away. */
function keeping(key: string, found: KeptDocument | null): (value: KeptDocument | null) => void {
  let own = found;
  return (value) => {
    if (value !== null) writeStored(key, value);
    else if (own !== null && JSON.stringify(readStored(key, null, isKept)) === JSON.stringify(own)) dropStored(key);
    own = value;
  };
}

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
 * The document as this person writes it. `onTake` is called with what somebody else stored, when nothing here is
 * unsaved, or when this person gives way to it; else the next save tells of the conflict.
 */
export function useReportDocument(stored: StoredDocumentView, onTake: OnTake): Held {
  const { caseId, me } = useCase();
  const key = `assay:report-document:${me.id}:${caseId}`;
  const [kept] = useState(() => readStored<KeptDocument | null>(key, null, isKept));
  const [document, draw] = useState(kept?.document ?? stored.document);
  const latest = useRef(document);
  const setDocument = (next: ReportDocument) => {
    latest.current = next;
    draw(next);
  };
  const [state, setState] = useState<SaveState>({ is: "saved", at: null });
  const [saver] = useState(() => {
    const desk = { baseVersion: stored.version, document: stored.document };
    return new DocumentSaver(desk, kept, {
      send: (save) => saveDocument({ caseId, ...save }),
      refusalOf,
      keep: keeping(key, kept),
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
