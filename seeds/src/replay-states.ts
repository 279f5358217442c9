import type { Role, Stance, TagAction, TagState } from "@assay/domain";
import { actionOfOutcome, DEFAULT_POLICY, decideTagAction, nextState } from "@assay/domain";
import type { DemoCase, DemoStep, DemoTag } from "./demo-case-types.ts";

export interface ReplayedTag {
  tag: DemoTag;
  state: TagState;
  stance: Stance;
  challengerKey: string | null;
}

/**
 * Plays the script against the domain's rules alone and gives the state each tag ends in. Throws on a step that the
 * rules refuse, naming the cell: a script that only works because a service is lenient is wrong.
 */
export function replayStates(script: DemoCase): ReplayedTag[] {
  const roles = new Map(script.people.map((person) => [person.key, person.role]));
  const played: ReplayedTag[] = [];
  for (const tag of script.tags) {
    const entry: ReplayedTag = { tag, state: "draft", stance: tag.stance, challengerKey: null };
    played.push(entry);
    for (const step of tag.history) {
      if (step.do === "editClaim") invalidate(played, step.claim);
      else act(entry, step, roles);
    }
  }
  return played;
}

function invalidate(played: ReplayedTag[], claim: string): void {
  for (const entry of played) {
    if (entry.tag.claim === claim) entry.state = nextState(entry.state, "invalidate") ?? entry.state;
  }
}

function act(entry: ReplayedTag, step: Exclude<DemoStep, { do: "editClaim" }>, roles: Map<string, Role>): void {
  const action = actionOf(step);
  const by = "by" in step ? step.by : entry.tag.author;
  const role = roles.get(by);
  if (role === undefined) throw new Error(`${where(entry.tag)}: nobody has the key ${by}`);
  const decided = decideTagAction(action, {
    actor: { id: by, role },
    tag: { authorId: entry.tag.author, state: entry.state, version: 1 },
    policy: DEFAULT_POLICY,
    challengerId: entry.challengerKey ?? undefined,
  });
  if (!decided.ok) throw new Error(`${where(entry.tag)}: ${action} by ${by} is refused. ${decided.reason}`);
  entry.state = decided.next;
  if (step.do === "challenge") entry.challengerKey = by;
  if (step.do === "edit" && step.content.stance !== undefined) entry.stance = step.content.stance;
}

function actionOf(step: Exclude<DemoStep, { do: "editClaim" }>): TagAction {
  if (step.do === "review") return step.decision;
  if (step.do === "adjudicate") return actionOfOutcome(step.outcome);
  return step.do;
}

function where(tag: DemoTag): string {
  return `${tag.claim} in ${tag.source}`;
}
