import { create } from "zustand";
import { newId } from "../../trpc.ts";
import type { DraftFile, SourceDraft } from "./source-draft.ts";
import { hasWork, lightened, newDraft, takesFile } from "./source-draft.ts";

interface Drafts {
  drafts: SourceDraft[];
  /** Id of the tab in front. */
  current: string;
}

/** Characters. The store takes 5 million or so in all; larger files and texts live only as long as the page. */
const KEPT_MAX = 1_000_000;

const useDraftStore = create<{ byCase: Record<string, Drafts> }>(() => ({ byCase: {} }));

/** The sources somebody has begun to add to a case. They survive errors, closing the form and reloading the page. */
export function useSourceDrafts(caseId: string): Drafts {
  return useDraftStore(({ byCase }) => byCase[caseId]) ?? openDrafts(caseId);
}

export function editDraft(caseId: string, id: string, change: (draft: SourceDraft) => SourceDraft): void {
  update(caseId, ({ drafts, current }) => ({
    drafts: drafts.map((draft) => (draft.id === id ? change(draft) : draft)),
    current,
  }));
}

export function chooseDraft(caseId: string, id: string): void {
  update(caseId, ({ drafts }) => ({ drafts, current: id }));
}

/** One tab per file. A tab whose text is still lacking takes the first of them. */
export function addFiles(caseId: string, files: readonly DraftFile[]): void {
  const [first, ...more] = files;
  if (first === undefined) return;
  update(caseId, ({ drafts, current }) => {
    const filled = drafts.map((draft) => (draft.id === current && takesFile(draft) ? { ...draft, file: first } : draft));
    const isTaken = filled.some(({ file }) => file === first);
    const added = (isTaken ? more : files).map((file) => newDraft(newId(), today(), file));
    return { drafts: [...filled.filter(hasWork), ...added], current: isTaken ? current : (added[0]?.id ?? current) };
  });
}

/** A tab for one more. */
export function addDraft(caseId: string): void {
  const added = newDraft(newId(), today());
  update(caseId, ({ drafts }) => ({ drafts: [...drafts.filter(hasWork), added], current: added.id }));
}

export function removeDraft(caseId: string, id: string): void {
  update(caseId, ({ drafts, current }) => {
    const rest = drafts.filter((draft) => draft.id !== id);
    const kept = rest.length === 0 ? [newDraft(newId(), today())] : rest;
    const stays = kept.some((draft) => draft.id === current);
    return { drafts: kept, current: stays ? current : (kept[0]?.id ?? "") };
  });
}

export function discardDrafts(caseId: string): void {
  update(caseId, freshDrafts);
}

function update(caseId: string, change: (drafts: Drafts) => Drafts): void {
  const next = change(useDraftStore.getState().byCase[caseId] ?? openDrafts(caseId));
  useDraftStore.setState(({ byCase }) => ({ byCase: { ...byCase, [caseId]: next } }));
  persistSoon(caseId, next);
}

/** Not on every key press: a pasted book takes a while to write. A page that goes away writes at once. */
const PERSIST_PAUSE_MS = 400;
let pending: { caseId: string; drafts: Drafts } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

function persistSoon(caseId: string, drafts: Drafts): void {
  if (pending !== null && pending.caseId !== caseId) flush();
  pending = { caseId, drafts };
  clearTimeout(timer);
  timer = setTimeout(flush, PERSIST_PAUSE_MS);
}

function flush(): void {
  clearTimeout(timer);
  if (pending !== null) persist(pending.caseId, pending.drafts);
  pending = null;
}

/** Cases of which something lives only as long as the page. */
const unkept = new Set<string>();

if (typeof window !== "undefined") {
  window.addEventListener("pagehide", flush);
  window.addEventListener("beforeunload", (event) => {
    flush();
    if (unkept.size > 0) event.preventDefault();
  });
}

/** Read before the first change: the same object each time, so that a render that reads it is stable. */
const opened = new Map<string, Drafts>();

function openDrafts(caseId: string): Drafts {
  const known = opened.get(caseId);
  if (known !== undefined) return known;
  const drafts = restore(caseId) ?? freshDrafts();
  opened.set(caseId, drafts);
  return drafts;
}

function freshDrafts(): Drafts {
  const draft = newDraft(newId(), today());
  return { drafts: [draft], current: draft.id };
}

const storageKey = (caseId: string) => `assay.source-drafts.${caseId}`;

function persist(caseId: string, { drafts, current }: Drafts): void {
  const work = drafts.filter(hasWork);
  const kept = work.map((draft) => lightened(draft, KEPT_MAX));
  const isWhole = kept.every(({ text, file }, at) => text === work[at]?.text && file?.base64 === work[at]?.file?.base64);
  try {
    // What stood there may be older, and must not come back in the place of what was entered since.
    sessionStorage.removeItem(storageKey(caseId));
    if (kept.length > 0) sessionStorage.setItem(storageKey(caseId), JSON.stringify({ drafts: kept, current }));
    if (isWhole) unkept.delete(caseId);
    else unkept.add(caseId);
  } catch {
    // The store is full or blocked: the drafts live as long as the page, and leaving it asks first.
    if (work.length > 0) unkept.add(caseId);
  }
}

function restore(caseId: string): Drafts | null {
  try {
    const stored = sessionStorage.getItem(storageKey(caseId));
    if (stored === null) return null;
    // Written by this very module in this very tab.
    const { drafts, current } = JSON.parse(stored) as Drafts;
    const [first] = drafts;
    if (first === undefined) return null;
    return { drafts, current: drafts.some((draft) => draft.id === current) ? current : first.id };
  } catch {
    return null;
  }
}

function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
