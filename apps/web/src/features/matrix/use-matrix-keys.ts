import { useEffect, useState } from "react";
import type { KeyBinding } from "../../components/keys.ts";
import { useKeys } from "../../components/keys.ts";
import type { Cursor, CursorMove, Extent } from "./model/move-cursor.ts";
import { moveCursor } from "./model/move-cursor.ts";

const MOVES: readonly { key: string; move: CursorMove; label: string; bar?: string }[] = [
  { key: "ArrowUp", move: "up", label: "Claim above", bar: "cell" },
  { key: "ArrowDown", move: "down", label: "Claim below", bar: "cell" },
  { key: "ArrowLeft", move: "left", label: "Source to the left", bar: "cell" },
  { key: "ArrowRight", move: "right", label: "Source to the right", bar: "cell" },
  { key: "k", move: "up", label: "Previous claim" },
  { key: "j", move: "down", label: "Next claim" },
  { key: "Home", move: "rowStart", label: "First source" },
  { key: "End", move: "rowEnd", label: "Last source" },
  { key: "mod+Home", move: "first", label: "First cell" },
  { key: "mod+End", move: "last", label: "Last cell" },
  { key: "PageUp", move: "pageUp", label: "A screen up" },
  { key: "PageDown", move: "pageDown", label: "A screen down" },
];

interface MatrixKeys {
  cursor: Cursor;
  extent: Extent;
  peeking: boolean;
  onMove: (cursor: Cursor) => void;
  onPeek: (peeking: boolean) => void;
  onOpen: () => void;
}

export function useMatrixKeys({ cursor, extent, peeking, onMove, onPeek, onOpen }: MatrixKeys): void {
  const free = useArrowsFree();
  const moves = MOVES.map(
    ({ move, ...rest }): KeyBinding => ({
      ...rest,
      when: free,
      run: () => onMove(moveCursor(cursor, move, extent)),
    }),
  );
  useKeys("Matrix", [
    ...moves,
    { key: " ", label: "Peek at the evidence", bar: "peek at evidence", run: () => onPeek(!peeking) },
    { key: "Enter", label: "Open the cell in the workbench", bar: "open in workbench", run: onOpen },
    { key: "Escape", label: "Close the peek", when: peeking, run: () => onPeek(false) },
  ]);
}

/** Arrows belong to a group of radio buttons or a list while it has the focus. */
function useArrowsFree(): boolean {
  const [free, setFree] = useState(true);
  useEffect(() => {
    const look = () => setFree(document.activeElement?.closest("[role=radiogroup],select,[role=menu]") === null);
    document.addEventListener("focusin", look);
    document.addEventListener("focusout", look);
    return () => {
      document.removeEventListener("focusin", look);
      document.removeEventListener("focusout", look);
    };
  }, []);
  return free;
}
