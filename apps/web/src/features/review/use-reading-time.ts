import type { TagView } from "@assay/domain";
import { useEffect, useLayoutEffect, useRef } from "react";
import { dismissNotice, notify } from "../../components/toast.tsx";
import { readingTime } from "./model/reading-time.ts";

/**
 * Whether a press may decide on the version that is shown (T5): a key hit twice, or four times, decides on the tag that
 * was read, and says so of the next one instead of deciding on it too.
 */
export function useReadingTime({ id, version }: Pick<TagView, "id" | "version">, name: string): (pressedAt: number) => boolean {
  const reading = useRef(readingTime(Infinity));
  const text = `${name} has only just come up, and was not approved. Read it, then approve it.`;
  useLayoutEffect(() => {
    reading.current = readingTime(performance.now());
  }, [id, version]);
  // It is about what was shown then; over the next tag it would be read as being about that one.
  useEffect(() => () => dismissNotice(text), [text]);
  return (pressedAt) => {
    if (reading.current.allows(pressedAt)) {
      dismissNotice(text);
      return true;
    }
    notify({ text, tone: "refusal" });
    return false;
  };
}
