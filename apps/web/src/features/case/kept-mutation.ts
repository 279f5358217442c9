import { mutationSubjects } from "@assay/domain";
import type { RefusalInfo } from "../../refusal.ts";

/** A change on its way to the desk, as it is kept on this device: all that is needed to send it in another visit. */
export interface KeptMutation {
  /** The mutation id: the same each time it is sent, so that it happens once (E4). */
  id: string;
  /** The order in which changes are sent, over all windows of the person; infinite until it is stored. */
  seq: number;
  personId: string;
  workspaceId: string;
  caseId: string;
  /** As it was called then, for a list that is read anywhere. */
  caseTitle: string;
  procedure: string;
  input: unknown;
  /** "Verify C5 in The Ellery Courier" */
  label: string;
  /** ISO 8601 */
  madeAt: string;
  /** Says nothing of its own, and goes when what it rests on is refused. */
  rides: boolean;
  /** What the desk answered. It waits for the person's choice. */
  refusal: RefusalInfo | null;
  /** What it rested on was given up. It waits for the person's choice. */
  held: boolean;
}

export function needsChoice({ refusal, held }: KeptMutation): boolean {
  return refusal !== null || held;
}

/** What a decision notes of what its maker had read. Pages of earlier versions kept some of them without it. */
const READ: Partial<Record<string, readonly string[]>> = {
  "tag.reaffirm": ["claimVersion", "revisionId"],
  "verdict.override": ["claimVersion", "replaces"],
  "rating.set": ["claimVersion"],
};

export function isOfOlderPage({ procedure, input }: Pick<KeptMutation, "procedure" | "input">): boolean {
  const given = typeof input === "object" && input !== null ? input : {};
  return READ[procedure]?.some((name) => !(name in given)) ?? false;
}

/** A decision about words that are no more, or that nobody knows to have been read: made anew, and never sent on (T5, T6). */
export function isForReading(mutation: Pick<KeptMutation, "procedure" | "input" | "refusal">): boolean {
  const { refusal } = mutation;
  if (refusal === null) return false;
  const { rule } = refusal.details;
  return refusal.code === "STALE_REVIEW" || rule === "T5" || rule === "T6" || isOfOlderPage(mutation);
}

/** Does the later one build on the earlier, so that it cannot go before it? */
export function restsOn(later: KeptMutation, earlier: KeptMutation): boolean {
  if (later.caseId !== earlier.caseId || later.seq <= earlier.seq) return false;
  const subjects = mutationSubjects(earlier.procedure, earlier.input);
  for (const id of mutationSubjects(later.procedure, later.input)) if (subjects.has(id)) return true;
  return false;
}

/** The one that has to be decided on before this can be sent; null where nothing stands in its way. */
export function blockedBy(mutation: KeptMutation, all: readonly KeptMutation[]): KeptMutation | null {
  return all.find((other) => needsChoice(other) && restsOn(mutation, other)) ?? null;
}

export function nextToSend(all: readonly KeptMutation[]): KeptMutation | null {
  return all.find((one) => Number.isFinite(one.seq) && !needsChoice(one) && blockedBy(one, all) === null) ?? null;
}

/** Those that would be sent by themselves, now or when the desk answers again. */
export function unsent(all: readonly KeptMutation[]): KeptMutation[] {
  return all.filter((one) => !needsChoice(one) && blockedBy(one, all) === null);
}
