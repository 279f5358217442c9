import { canonicalJson, checkReportDocument } from "@assay/domain";
import { newId } from "../../trpc.ts";
import { listenToWindows } from "../shell/other-windows.ts";
import type { OtherWindows } from "../shell/other-windows.ts";
import { dropStored, readStored, storedKeys, writeStored } from "../workbench/model/stored.ts";
import type { KeptDocument } from "./model/document-saver.ts";

/** A report as it was left on this device; one that was written in a second window at once has a place of its own. */
export interface LeftDocument {
  place: string;
  kept: KeptDocument;
  /** Null of one that an earlier version of this page kept. */
  at: string | null;
}

type Stored = KeptDocument & { at?: string };

function isStored(value: unknown): value is Stored {
  if (typeof value !== "object" || value === null || !("document" in value) || !("baseVersion" in value)) return false;
  const isSent = !("sent" in value) || value.sent === null || isSentDocument(value.sent);
  return isSent && typeof value.baseVersion === "number" && checkReportDocument(value.document).ok;
}

function isSentDocument(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("document" in value) || !("mutationId" in value)) return false;
  return typeof value.mutationId === "string" && checkReportDocument(value.document).ok;
}

export const reportPlace = (personId: string, caseId: string): string => `assay:report-document:${personId}:${caseId}`;

/** Every text that is kept of a report, the newest first. */
export function leftDocuments(place: string): LeftDocument[] {
  const places = storedKeys(place).filter((one) => one === place || one.startsWith(`${place}:`));
  const found = places.map((one) => ({ place: one, kept: readStored<Stored | null>(one, null, isStored) }));
  return found
    .flatMap(({ place: one, kept }) => (kept === null ? [] : [{ place: one, kept, at: kept.at ?? null }]))
    .toSorted((a, b) => ((a.at ?? "") < (b.at ?? "") ? 1 : -1));
}

/** Where this window keeps its words. */
export interface Keeper {
  keep: (value: KeptDocument | null) => void;
  /** Until the returned function is called. What is on its way then is still let go of once it is stored. */
  listen: () => () => void;
}

/** Written in two windows at once, neither text takes the place of the other: the one that was there first moves. */
export function openKeeper(first: string, found: LeftDocument | null): Keeper {
  let place = found?.place ?? first;
  let own: Stored | null = found?.kept ?? null;
  let windows: OtherWindows | null = null;
  return {
    keep: (value) => {
      if (value !== null) {
        // Sent once more, it is no newer than it was.
        const isSame = own !== null && canonicalJson(own.document) === canonicalJson(value.document);
        own = { ...value, at: (isSame ? own?.at : undefined) ?? new Date().toISOString() };
        windows?.claim(place);
        writeStored(place, own);
      } else if (own !== null) {
        // What another window wrote there since is its own.
        if (JSON.stringify(readStored(place, null, isStored)) === JSON.stringify(own)) dropStored(place);
        own = null;
      }
    },
    listen: () => {
      windows = listenToWindows("assay-reports", (claimed) => {
        if (claimed !== place) return;
        place = `${first}:${newId()}`;
        if (own !== null) writeStored(place, own);
      });
      return () => {
        windows?.close();
        windows = null;
      };
    },
  };
}
