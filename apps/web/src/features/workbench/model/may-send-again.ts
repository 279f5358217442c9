import type { RefusalInfo } from "../../../refusal.ts";

/**
 * Whether an edit that met a conflict may be made once more on what is stored now, without asking: the person's own tag
 * is ahead, changed in another window of theirs. Never where the claim was reworded or the source has a newer revision:
 * what they said is about words that are not there any more (T6, E5).
 */
export function maySendAgain({ code, details }: Pick<RefusalInfo, "code" | "details">): boolean {
  return code === "CONFLICT" && details.rule === "E5" && details.currentClaim === undefined;
}
