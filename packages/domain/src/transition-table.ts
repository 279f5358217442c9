import { decideTagAction } from "./decide-tag-action.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import type { Role } from "./role.ts";
import { ROLES } from "./role.ts";
import type { TagState } from "./tag.ts";
import { TAG_STATES } from "./tag.ts";
import type { TagAction } from "./transition.ts";
import { TAG_ACTIONS } from "./transition.ts";

/** What somebody is to a tag, beside their role: rules T1, T4 and A1 ask for it. */
export const TAG_RELATIONS = ["author", "challenger", "other"] as const;
export type TagRelation = (typeof TAG_RELATIONS)[number];

export interface Transition {
  state: TagState;
  action: TagAction;
  role: Role;
  relation: TagRelation;
  /** In a contested cell: adjudication asks for it (B4). */
  contested: boolean;
  /** T4: does the policy allow reviewing one's own tag. */
  selfReview: boolean;
  outcome: { next: TagState } | { rule: string; reason: string };
}

/**
 * The whole state machine, laid out: every state, action, role, relation to the tag, kind of cell and policy, each
 * either allowed with the state that follows or refused with its rule and its reason. Asked of `decideTagAction`, so
 * that it says what the server does.
 */
export function transitionTable(): Transition[] {
  const yesNo = [false, true];
  return TAG_STATES.flatMap((state) =>
    TAG_ACTIONS.flatMap((action) =>
      ROLES.flatMap((role) =>
        TAG_RELATIONS.flatMap((relation) =>
          yesNo.flatMap((contested) =>
            yesNo.map((selfReview) => {
              const asked = { state, action, role, relation, contested, selfReview };
              return { ...asked, outcome: outcomeOf(asked) };
            }),
          ),
        ),
      ),
    ),
  );
}

function outcomeOf(asked: Omit<Transition, "outcome">): Transition["outcome"] {
  const { state, action, role, relation, contested, selfReview } = asked;
  const decided = decideTagAction(action, {
    actor: { id: relation, role },
    tag: { authorId: "author", state, version: 1 },
    policy: { ...DEFAULT_POLICY, selfReview },
    challengerId: "challenger",
    contested: contested || state === "challenged",
  });
  return decided.ok ? { next: decided.next } : { rule: decided.rule, reason: decided.reason };
}
