import type { RevisionText } from "@assay/domain";
import { anchorsOf, openDraft, readDraft } from "@assay/editor";
import type { DraftEdges, DraftElement, DraftText } from "@assay/editor";
import { createDraftEditor } from "@assay/editor/react";
import type { DraftEditor } from "@assay/editor/react";
import type { KeptDraft } from "../draft-store.ts";
import { placePassages } from "./draft-passages.ts";
import type { DraftPassage } from "./draft-passages.ts";

/** One draft that is being written, from its opening to its closing. */
export interface DraftSession {
  editor: DraftEditor;
  /** What the editor opens with. */
  value: DraftElement[];
  edges: DraftEdges;
  /** The revision that it will follow. */
  base: RevisionText;
  /** Where it is kept on this device; null where nothing is yet. */
  place: string | null;
  /** When it was last kept on this device; null while nothing has been written. */
  keptAt: string | null;
  /** Written on an older revision than the newest: what came between has to be looked at. */
  isBehind: boolean;
  /** On its way to the desk: the newer revision that comes is this very draft. */
  isSaving: boolean;
}

export function openSession(stored: RevisionText, found: KeptDraft | null, passages: readonly DraftPassage[]): DraftSession {
  const editor = createDraftEditor();
  // Saved after the page was left: what is on the device is the newest revision already.
  const isStored = found !== null && found.baseRevisionId !== stored.id && readDraft(found).text === stored.text;
  const kept = isStored ? null : found;
  const fresh = openDraft(stored.text, stored.blocks);
  const { value, edges } = kept ?? fresh;
  const isSame = kept === null || kept.baseRevisionId === stored.id;
  editor.children = value;
  const known = new Map((isSame ? (kept?.anchors ?? []) : []).map((anchor) => [anchor.id, anchor]));
  const unknown = passages.filter(({ id }) => !known.has(id));
  const held = passages.flatMap(({ id }) => known.get(id) ?? []);
  editor.anchors = [...held, ...placePassages(stored.text, readDraft({ value, edges }), unknown)];
  anchorsOf(editor);
  return { editor, value, edges, base: stored, place: kept?.place ?? null, keptAt: kept?.at ?? null, isBehind: !isSame, isSaving: false };
}

/** Tags change while a draft is written: their passages come and go. */
export function takePassages(session: DraftSession, passages: readonly DraftPassage[]): void {
  const { editor, base } = session;
  const known = new Map(editor.anchors.map((anchor) => [anchor.id, anchor]));
  const unknown = passages.filter(({ id }) => !known.has(id));
  if (unknown.length === 0 && passages.length === known.size) return;
  const held = passages.flatMap(({ id }) => known.get(id) ?? []);
  editor.anchors = unknown.length === 0 ? held : [...held, ...placePassages(base.text, readSession(session), unknown)];
  anchorsOf(editor);
}

/** Goes on from a newer revision: the words stay as they were written, the passages are looked for in them. */
export function rebase(session: DraftSession, stored: RevisionText, passages: readonly DraftPassage[]): void {
  session.base = stored;
  session.isBehind = false;
  session.editor.anchors = placePassages(stored.text, readSession(session), passages);
  anchorsOf(session.editor);
}

/** Goes on from what was saved of it meanwhile: every passage is where the editor knows it to be. */
export function followSaved(session: DraftSession, { text, blocks }: DraftText, revisionId: string): void {
  session.base = { ...session.base, id: revisionId, text, blocks };
  session.isBehind = false;
  session.isSaving = false;
}

export function readSession({ editor, edges }: DraftSession): DraftText {
  return readDraft({ value: editor.children as DraftElement[], edges });
}
