import { DomainError, checkSubmitAgain, lackingForSubmit } from "@assay/domain";
import type { TagContext, TagView, VersionDecision } from "@assay/domain";
import { refusalError } from "./refuse.ts";

/** Throws with everything that stands between a tag and submission (S1–S5), each with its sentence. */
export function refuseIncomplete(tag: TagView, revision: TagContext): void {
  const lacking = lackingForSubmit(tag, revision);
  const [first] = lacking;
  if (first === undefined) return;
  throw new DomainError("REFUSED", lacking.map(({ reason }) => reason).join(" "), { rule: first.rule, lacking });
}

/** A version that somebody decided against is not handed in again as it is. */
export function refuseAgain(decided: VersionDecision | null): void {
  const checked = checkSubmitAgain(decided);
  if (!checked.ok) throw refusalError(checked);
}

/** T6 before the fact: a tag that judged other words cannot be submitted as a judgement of the words of today. */
export function refuseOldWording(tag: TagView, claim: { number: number; text: string; judgedText: string }): void {
  if (claim.text === claim.judgedText) return;
  const mend = tag.state === "stale" ? "Reaffirm the tag or edit it." : "Read it again and save the tag, then submit.";
  const message = `Claim C${claim.number} was reworded after this tag judged it. ${mend}`;
  throw new DomainError("REFUSED", message, { rule: "T6" });
}
