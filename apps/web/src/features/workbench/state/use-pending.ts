import { useCallback, useState } from "react";

/**
 * A control's value from the press until the desk has answered, so that it never jumps back and forth: the pressed one
 * while `sent` is under way, then again what the case says, which on a refusal is the old one.
 */
export function usePending<T>(value: T): [T, (next: T, sent: Promise<unknown>) => void] {
  const [pending, setPending] = useState<{ next: T } | null>(null);
  const press = useCallback((next: T, sent: Promise<unknown>) => {
    const mine = { next };
    setPending(mine);
    void sent.finally(() => setPending((now) => (now === mine ? null : now)));
  }, []);
  return [pending === null ? value : pending.next, press];
}
