import { blindnessOf, cellKey, seeChange as seeCaseChange, seenEvents, unsealed } from "@assay/domain";
import type { Blindness, LiveMessage, OpeningView, Policy, PresenceView, Role, Seal } from "@assay/domain";

/** Whose eyes a message is for. */
export interface Viewer {
  userId: string;
  role: Role;
}

/** What decides, beside the message itself, who may see what: the case's policy, and the cells that have opened (B2). */
export interface Sight {
  policy: Policy;
  /** Empty where no cell can be blind. */
  openings: OpeningView[];
}

const NO_SEAL: Seal = {};

/**
 * A message of the stream as one viewer may see it (B1); null when nothing of it is left. The very same object when
 * nothing is hidden: then its bytes are shared by all for whom that holds. Everything that leaves the stream passes
 * here, what was missed and what is new alike. `seal` is what was stored with the message's mutation.
 */
export function seeChange(message: LiveMessage, viewer: Viewer, sight: Sight, seal = NO_SEAL): LiveMessage | null {
  if (message.type === "presence") return seePresence(message, viewer, sight);
  if (message.type !== "change") return message;
  // Other rules: what was there to see may be hidden now, or the other way round.
  if (message.events.some(({ kind }) => kind === "policy.changed")) return { type: "reload" };
  if (seal.sealedBefore === undefined && sight.policy.requiredTags < 2) return message;
  const events = seenEvents(message.events, seal, viewer.userId);
  if (events.length === 0) return null;
  const change = unsealed({ ...message.change, ...seal }, viewer.userId);
  return { type: "change", events, change: seeCaseChange(change, blindnessIn(sight), viewer.userId) };
}

/** Words that somebody selects in a source with a blind cell may be their evidence: only the place is told. */
function seePresence(message: { type: "presence"; people: PresenceView[] }, viewer: Viewer, sight: Sight): LiveMessage {
  const blindness = blindnessIn(sight);
  if (blindness.requiredTags < 2) return message;
  const isOpen = ({ claimId, sourceId }: PresenceView) =>
    claimId !== null && sourceId !== null && blindness.opened.has(cellKey({ claimId, sourceId }));
  const people = message.people.map((one) =>
    one.selection === null || one.userId === viewer.userId || isOpen(one) ? one : { ...one, selection: null },
  );
  return people.every((one, index) => one === message.people[index]) ? message : { ...message, people };
}

const known = new WeakMap<Sight, Blindness>();

/** One for all the viewers and messages of a reading. */
function blindnessIn(sight: Sight): Blindness {
  const blindness = known.get(sight) ?? blindnessOf(sight.policy, sight.openings);
  known.set(sight, blindness);
  return blindness;
}
