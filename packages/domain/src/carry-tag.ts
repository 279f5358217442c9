import type { Evidence, TagContent, TagState } from "./tag.ts";
import type { AnchorState } from "./anchoring/anchor.ts";
import { ANCHOR_STATES } from "./anchoring/anchor.ts";
import type { MappedAnchor } from "./anchoring/map-anchors.ts";
import type { Stance } from "./stance.ts";
import { nextState } from "./transition.ts";

/** A passage before it is carried: where it is now, and as its author wrote it. */
export interface PassageToCarry {
  now: Evidence;
  own: Evidence;
}

/** From which revision to which; numbers are for the words. */
export interface Carriage {
  from: { id: string; number: number };
  to: { number: number };
  /** Letter for letter and not a part of it (S3): only how it is set has changed, as of a draft. */
  sameWholeText?: boolean;
}

export interface CarriedTag {
  evidence: Evidence[];
  /** Null: every passage still says what it said, and so a decision about the tag stands (T6). */
  staleReason: string | null;
}

/**
 * What a newer revision does to a tag (T6): its passages with their places there, and whether what was decided about it
 * still holds. `mapped` are the places of `passages`, in their order. A passage that was not found keeps its words, and
 * its place in the revision in which it last stood (X4).
 */
export function carryTag(
  { stance }: Pick<TagContent, "stance">,
  passages: readonly PassageToCarry[],
  mapped: readonly MappedAnchor[],
  { from, to, sameWholeText = false }: Carriage,
): CarriedTag {
  const evidence = passages.map((passage, index) => carried(passage, mapped[index], from.id));
  // What was read is what stands there: an attestation names the text by its hash, which is the same.
  const isStillRead = stance === "missing" && sameWholeText;
  return { evidence, staleReason: isStillRead ? null : staleReason(stance, evidence, from, to) };
}

function carried({ now, own }: PassageToCarry, mapped: MappedAnchor | undefined, from: string): Evidence {
  const { id, role } = now;
  if (mapped === undefined) throw new Error(`Passage ${id} was not mapped`);
  const { anchor } = mapped;
  if (isLostState(anchor.state)) return { id, role, ...anchor, stoodIn: now.stoodIn ?? from };
  // Told against what the author wrote: changed words stay changed ones, however still they stand from now on.
  const state = anchor.exact !== own.exact ? "fuzzy" : anchor.start === own.start ? "exact" : "moved";
  return { id, role, ...anchor, state };
}

/** Waiting for a person to say where the words are (X4). */
export function isLostState(state: AnchorState): boolean {
  return state === "ambiguous" || state === "orphaned";
}

/** Found where nobody has read it yet: lost, or other words than its author chose. */
export function isUnsettledState(state: AnchorState): boolean {
  return state === "fuzzy" || isLostState(state);
}

/** The passages as a person stands by them where they are now; those that are lost stay so. */
export function asWritten(evidence: readonly Evidence[]): Evidence[] {
  return evidence.map((passage) => (isLostState(passage.state) ? passage : { ...passage, state: "exact" }));
}

type Sent = Pick<Evidence, "id" | "role" | "start" | "end" | "exact"> & { state?: AnchorState | undefined };

/** A passage that somebody sends along as lost while they change something else; null: it is none of those `lost`. */
export function keptLost({ id, role, start, end, exact, state }: Sent, lost: readonly Evidence[]): Evidence | null {
  // Sent as found, it is where a person put it, be that the old place.
  if (state === undefined || !isLostState(state)) return null;
  const isSame = (one: Evidence) =>
    one.id === id && one.start === start && one.end === end && one.exact === exact && isLostState(one.state);
  const same = lost.findLast(isSame);
  return same === undefined ? null : { ...same, role };
}

export function countStates(evidence: Iterable<{ state: AnchorState }>): Record<AnchorState, number> {
  const counts = Object.fromEntries(ANCHOR_STATES.map((state) => [state, 0])) as Record<AnchorState, number>;
  for (const { state } of evidence) counts[state] += 1;
  return counts;
}

/** How many tags a revision turns stale, and how many of those are "missing": they attest that the old text is silent (S3). */
export function countStaled(carried: readonly { tag: { state: TagState; stance: Stance }; staleReason: string | null }[]) {
  const staled = carried.filter((one) => one.staleReason !== null && nextState(one.tag.state, "invalidate") !== null);
  return { staleTags: staled.length, staleMissing: staled.filter(({ tag }) => tag.stance === "missing").length };
}

function staleReason(
  stance: TagContent["stance"],
  evidence: readonly Evidence[],
  from: { number: number },
  to: { number: number },
): string | null {
  const revision = `Revision ${to.number} of the source`;
  if (stance === "missing") {
    return `${revision} came after this tag attested that revision ${from.number} is silent. Read it and attest it.`;
  }
  const { fuzzy, ambiguous, orphaned } = countStates(evidence);
  const said = [
    fuzzy > 0 ? `changed the words of ${passages(fuzzy)}` : "",
    ambiguous > 0 ? `has more than one place for ${passages(ambiguous)}` : "",
    orphaned > 0 ? `no longer has ${passages(orphaned)}` : "",
  ].filter((part) => part !== "");
  const last = said.pop();
  if (last === undefined) return null;
  return `${revision} ${said.length === 0 ? last : `${said.join(", ")} and ${last}`}.`;
}

function passages(count: number): string {
  return count === 1 ? "a passage" : `${count} passages`;
}
