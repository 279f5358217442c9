import { useCallback, useState } from "react";
import { NO_DRAFT } from "./model/mentions.ts";
import type { CommentDraft } from "./model/mentions.ts";

/**
 * What is typed for one place, kept on this device until it is sent: leaving the page, a refusal or a lost network take
 * nothing away. Mount the component with the key as its key.
 */
export function useCommentDraft(key: string, initial: CommentDraft = NO_DRAFT) {
  const stored = `assay:comment:${key}`;
  const [draft, setDraft] = useState<CommentDraft>(() => read(stored) ?? initial);
  const write = useCallback(
    (next: CommentDraft) => {
      setDraft(next);
      try {
        if (next.text === initial.text) localStorage.removeItem(stored);
        else localStorage.setItem(stored, JSON.stringify(next));
      } catch {
        // A browser that keeps nothing: the words live as long as the page.
      }
    },
    [stored, initial.text],
  );
  const drop = useCallback(() => {
    setDraft(initial);
    try {
      localStorage.removeItem(stored);
    } catch {
      // As above.
    }
  }, [initial, stored]);
  return { draft, write, drop };
}

/** What was typed for a place and not sent; empty where there is nothing. */
export function unsentComment(key: string): string {
  return read(`assay:comment:${key}`)?.text ?? "";
}

function read(key: string): CommentDraft | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof value !== "object" || value === null || !("text" in value) || !("mentions" in value)) return null;
    const { text, mentions } = value;
    if (typeof text !== "string" || !Array.isArray(mentions)) return null;
    return { text, mentions: mentions.filter((one) => typeof one === "string") };
  } catch {
    return null;
  }
}
