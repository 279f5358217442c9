import { useSettled } from "./use-settled.ts";

/** Whoever was about to press a key cannot have read sooner what somebody else has just written. */
export const UNREAD_MS = 1_200;

/** What is shown, once it has been there long enough to have been read; what was there before it until then (E5). */
export function useRead<Value>(shown: Value): Value {
  return useSettled(shown, UNREAD_MS);
}
