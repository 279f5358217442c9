import { keptText } from "../../components/use-kept-text.ts";
import { unsentComment } from "./use-comment-draft.ts";

export type ThreadMove = "resolve" | "reopen";

/** Where the reason for it is kept while it is being written. */
export function reasonKey(move: ThreadMove, threadId: string): string {
  return `assay:thread-${move}:${threadId}`;
}

/** Whether a settled thread holds words that were never sent: a reply, or a reason for settling it. Such a one stays in sight. */
export function holdsUnsent(threadId: string): boolean {
  return unsentComment(threadId) !== "" || keptText(reasonKey("resolve", threadId)).trim() !== "";
}
