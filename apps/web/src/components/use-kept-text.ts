import { useCallback, useState } from "react";

/**
 * What is being written in a dialog, kept in this tab until it is saved: Escape, a press beside the dialog or a reload
 * takes nothing away. `drop` when it has been saved.
 */
export function useKeptText(key: string, initial = ""): [text: string, write: (text: string) => void, drop: () => void] {
  const [text, setText] = useState(() => read(key) ?? initial);
  const write = useCallback(
    (next: string) => {
      setText(next);
      try {
        if (next === initial) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, next);
      } catch {
        // A browser that keeps nothing: the words live as long as the dialog.
      }
    },
    [key, initial],
  );
  const drop = useCallback(() => {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // As above.
    }
  }, [key]);
  return [text, write, drop];
}

/** What is kept under this key; empty where there is nothing. */
export function keptText(key: string): string {
  return read(key) ?? "";
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
