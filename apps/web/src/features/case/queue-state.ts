import type { RefusalInfo } from "../../refusal.ts";
import type { KeptMutation } from "./kept-mutation.ts";

/** `kept`: it is safe on this device, and nobody knows yet what the desk will say. */
export type Sent = { ok: true; answer: unknown } | { ok: true; kept: true } | { ok: false; refusal: RefusalInfo };

/** `no-answer`: the next attempt starts by itself. `signed-out`: when somebody has signed in again. */
export type QueuePhase = "idle" | "saving" | "no-answer" | "signed-out";

export interface QueueState {
  personId: string | null;
  /** In the order in which they are sent; those of other windows too. */
  kept: readonly KeptMutation[];
  phase: QueuePhase;
  savedAt: number | null;
  /** False where the browser keeps nothing for the next visit. */
  lasting: boolean;
}

/** What the windows of one browser tell each other. */
export type Told =
  | { type: "changed" }
  | { type: "answered"; id: string; caseId: string; answer: unknown }
  | { type: "refused"; id: string; refusal: RefusalInfo };

export type QueueMessage = { personId: string } & Told;

export type NewMutation = Omit<KeptMutation, "seq" | "personId" | "madeAt" | "refusal" | "held">;
