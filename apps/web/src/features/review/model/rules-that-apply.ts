import type { PersonView, Policy, TagView } from "@assay/domain";
import { can, decideTagAction } from "@assay/domain";

/** The rules between this reader and this tag, each as a sentence. */
export function rulesThatApply(tag: TagView, me: PersonView, policy: Policy): string[] {
  const rules: string[] = [];
  const isAuthor = tag.authorId === me.id;
  const outcome = decideTagAction("approve", { actor: me, tag, policy });
  if (isAuthor && policy.selfReview) {
    rules.push("You wrote this tag. This desk lets people review their own tags; the report says so.");
  } else if (!isAuthor) {
    rules.push("You are not the author of this tag.");
  }
  if (tag.state === "challenged" && !isAuthor && can(me.role, "adjudicate")) {
    rules.push("It is challenged. You may adjudicate it, unless the challenge or a tag of this cell is yours.");
  } else if (outcome.ok) {
    rules.push(`Your decision binds to version ${tag.version}. If the tag moves on first, both versions are shown.`);
  } else {
    rules.push(outcome.reason);
  }
  if (tag.state === "approved") {
    rules.push("A change of the claim, the tag or the source makes the approval stale.");
  }
  return rules;
}
