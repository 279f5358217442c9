import { create } from "zustand";
import { dismissNotice, notify } from "../../components/toast.tsx";

export interface UndoEntry {
  caseId: string;
  label: string;
  run: () => Promise<unknown>;
  /** The toast that offers to undo it, if there is one. */
  notice: string | null;
}

const DEPTH = 100;

const useUndoStack = create<{ entries: readonly UndoEntry[] }>(() => ({ entries: [] }));

/** `run` makes the inverse mutations. Called by `useCaseMutation` for changes that bring their inverse. */
export function pushUndo(entry: UndoEntry): void {
  useUndoStack.setState(({ entries }) => ({ entries: [...entries, entry].slice(-DEPTH) }));
}

export interface Undo {
  undo: () => void;
  canUndo: boolean;
  /** What would be undone: "Verify C5 in The Ellery Courier". */
  label: string | null;
}

/** Newest change of this case first. What was undone is not offered again. */
export function useUndo(caseId: string): Undo {
  const { entries } = useUndoStack();
  const newest = entries.findLast((entry) => entry.caseId === caseId);
  return {
    canUndo: newest !== undefined,
    label: newest?.label ?? null,
    undo: () => undoLast(caseId),
  };
}

export function undoLast(caseId: string): void {
  const { entries } = useUndoStack.getState();
  const newest = entries.findLast((entry) => entry.caseId === caseId);
  if (newest === undefined) {
    notify({ text: "Nothing to undo. Undo goes back over your own changes since this page was opened." });
    return;
  }
  undoEntry(newest);
}

/** One certain change, for the toast that told of it. */
export function undoEntry(entry: UndoEntry): void {
  const { entries } = useUndoStack.getState();
  if (!entries.includes(entry)) return;
  useUndoStack.setState({ entries: entries.filter((each) => each !== entry) });
  if (entry.notice !== null) dismissNotice(entry.notice);
  void entry.run().then((result) => {
    const refusal = refusalIn(result);
    if (refusal === undefined) notify({ text: `Undone: ${entry.label}.` });
    // Every other refusal was said already, where it was met.
    else if (refusal?.code === "CONFLICT") {
      notify({ text: `Not undone: ${entry.label}. Somebody has changed it since then.`, tone: "refusal" });
    }
  });
}

/** Undefined where the inverse was done. */
function refusalIn(result: unknown): { code: unknown } | null | undefined {
  if (typeof result !== "object" || result === null || !("ok" in result) || result.ok !== false) return undefined;
  const refusal = "refusal" in result ? result.refusal : null;
  return typeof refusal === "object" && refusal !== null && "code" in refusal ? { code: refusal.code } : null;
}
