import { DomainError } from "./errors.ts";

/** An expected "no". `reason` is a sentence shown to the user, `rule` the number it has in the design, e.g. "S3". */
export interface Refusal {
  ok: false;
  reason: string;
  rule: string;
}

export type Outcome<T extends object = Record<never, never>> = ({ ok: true } & T) | Refusal;

export const allowed: { ok: true } = Object.freeze({ ok: true });

export function refuse(rule: string, reason: string): Refusal {
  return { ok: false, reason, rule };
}

/** The bridge from a domain value to a service's error; `details` join the rule's number. */
export function refusedError(refusal: Refusal, details: Record<string, unknown> = {}): DomainError {
  return new DomainError("REFUSED", refusal.reason, { ...details, rule: refusal.rule });
}
