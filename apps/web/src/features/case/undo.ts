import type { CaseChange } from "@assay/domain";
import { create } from "zustand";
import { dismissNotice, notify } from "../../components/toast.tsx";
import { heldCase } from "./case-query.ts";
import { othersIn, whoMoved } from "./undo-marks.ts";

export interface UndoEntry {
  mutationId: string;
  personId: string;
  caseId: string;
  label: string;
  /** What it changed: as foreseen, then as the desk answered; null until then where nothing can be foreseen. */
  change: CaseChange | null;
  /** Ends when the desk has answered, or refused. */
  answered: Promise<void>;
  undo: (change: CaseChange) => Promise<unknown>;
  /** What of the change the inverse does not take back, as a sentence; empty where there is nothing. */
  stays: (change: CaseChange) => string;
  redo: () => Promise<unknown>;
  /** The toast that offers to undo it, if there is one. */
  notice: string | null;
}

const DEPTH = 100;

interface Stacks {
  /** Oldest first, of every person and case of this page's life. */
  done: readonly UndoEntry[];
  undone: readonly UndoEntry[];
}

const useStacks = create<Stacks>(() => ({ done: [], undone: [] }));

/** While something is done once more, it takes nothing away from what else can be. */
let redoing = false;

/** While an undo or a redo begins: it says itself what stands in its way. */
let carryingOut = false;

export function isCarryingOut(): boolean {
  return carryingOut;
}

/** Called by `useCaseMutation` for changes that bring their inverse. */
export function pushUndo(entry: UndoEntry): void {
  useStacks.setState(({ done, undone }) => ({
    done: [...done, entry].slice(-DEPTH),
    undone: redoing ? undone : undone.filter((one) => !isOf(one, entry)),
  }));
}

/** The desk has answered. */
export function answerUndo(entry: UndoEntry, change: CaseChange): void {
  entry.change = change;
}

/** Refused long after they were made, so that nobody waits for the answer any more. */
export function dropUndosOf(mutationIds: readonly string[]): void {
  if (mutationIds.length === 0) return;
  useStacks.setState(({ done }) => ({ done: done.filter(({ mutationId }) => !mutationIds.includes(mutationId)) }));
}

/** It was refused, so there is nothing to undo. */
export function dropUndo(entry: UndoEntry): void {
  useStacks.setState(({ done }) => ({ done: done.filter((one) => one !== entry) }));
}

export interface Undo {
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  /** What would be undone: "Verify C5 in The Ellery Courier". */
  label: string | null;
  redoLabel: string | null;
}

/** Newest change of this person in this case first. */
export function useUndo(caseId: string, personId: string): Undo {
  const { done, undone } = useStacks();
  const place = { caseId, personId };
  const last = done.findLast((entry) => isOf(entry, place));
  const next = undone.findLast((entry) => isOf(entry, place));
  return {
    canUndo: last !== undefined,
    canRedo: next !== undefined,
    label: last?.label ?? null,
    redoLabel: next?.label ?? null,
    undo: () => {
      if (last !== undefined) undoEntry(last);
      else notify({ text: "Nothing to undo. Undo goes back over your own changes since this page was opened." });
    },
    redo: () => {
      if (next !== undefined) void redoEntry(next);
      else notify({ text: "Nothing to do again: you have undone nothing since your last change." });
    },
  };
}

/** One certain change, for the toast that told of it. */
export function undoEntry(entry: UndoEntry): void {
  if (!useStacks.getState().done.includes(entry)) return;
  dropUndo(entry);
  if (entry.notice !== null) dismissNotice(entry.notice);
  void undoAnswered(entry).then((isDone) => {
    if (isDone) useStacks.setState(({ undone }) => ({ undone: [...undone, entry].slice(-DEPTH) }));
  });
}

/** A change of which nothing can be foreseen is undone once the desk has answered; one that was refused needs no undo. */
async function undoAnswered(entry: UndoEntry): Promise<boolean> {
  if (entry.change === null) await entry.answered;
  const { change } = entry;
  return change !== null && carryOut({ ...entry, change }, "undone", () => entry.undo(change), entry.stays(change));
}

async function redoEntry(entry: UndoEntry): Promise<void> {
  useStacks.setState(({ undone }) => ({ undone: undone.filter((one) => one !== entry) }));
  const { change } = entry;
  if (change === null) return;
  await carryOut({ ...entry, change }, "done again", () => {
    redoing = true;
    try {
      return entry.redo();
    } finally {
      redoing = false;
    }
  });
}

/** Never over somebody else's change: neither one that is seen here already, nor one that only the desk knows of. */
async function carryOut(
  entry: UndoEntry & { change: CaseChange },
  what: "undone" | "done again",
  work: () => Promise<unknown>,
  stays = "",
): Promise<boolean> {
  const not = (why: string) => notify({ text: `Not ${what}: ${entry.label}. ${why}`, tone: "refusal" });
  const view = heldCase(entry.caseId);
  const others = what === "undone" && view !== undefined ? othersIn(view, entry) : null;
  if (others !== null) {
    not(others);
    return false;
  }
  const moved = view === undefined ? null : await whoMoved(view, entry);
  if (moved !== null) {
    not(moved);
    return false;
  }
  const refusal = refusalIn(await begin(work));
  if (refusal === undefined) {
    const done = `${what === "undone" ? "Undone" : "Done again"}: ${entry.label}.`;
    notify({ text: stays === "" ? done : `${done} ${stays}` });
    return true;
  }
  // Every other refusal was said already, where it was met.
  if (refusal?.code === "CONFLICT") {
    const now = heldCase(entry.caseId) ?? view;
    not((now === undefined ? null : await whoMoved(now, entry, true)) ?? "Somebody has changed it since then.");
  }
  return false;
}

function begin(work: () => Promise<unknown>): Promise<unknown> {
  carryingOut = true;
  try {
    return work();
  } finally {
    carryingOut = false;
  }
}

function isOf(entry: UndoEntry, place: { caseId: string; personId: string }): boolean {
  return entry.caseId === place.caseId && entry.personId === place.personId;
}

/** Undefined where it was done. */
function refusalIn(result: unknown): { code: unknown } | null | undefined {
  if (typeof result !== "object" || result === null || !("ok" in result) || result.ok !== false) return undefined;
  const refusal = "refusal" in result ? result.refusal : null;
  return typeof refusal === "object" && refusal !== null && "code" in refusal ? { code: refusal.code } : null;
}
