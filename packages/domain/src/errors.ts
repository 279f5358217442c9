/**
 * Every refusal that crosses a service's boundary, in one table: the router maps it once, the client reads the code.
 * `trpc` is the name of tRPC's own code; `meaning` is for whoever reads the API.
 */
export const ERROR_CODES = {
  NOT_FOUND: { trpc: "NOT_FOUND", meaning: "It does not exist, or it belongs to another workspace (P1)." },
  FORBIDDEN: { trpc: "FORBIDDEN", meaning: "The role does not allow it." },
  UNAUTHENTICATED: { trpc: "UNAUTHORIZED", meaning: "Nobody is signed in." },
  /** details: `current` and `yours`, both whole, so that neither text is lost (E5). */
  CONFLICT: { trpc: "CONFLICT", meaning: "It changed since the version this update was based on." },
  /** details: `current` and `seen`, the tag's version now and the one the review saw (T5). */
  STALE_REVIEW: { trpc: "CONFLICT", meaning: "The tag moved on since the reviewer saw it." },
  /** details: `field` where one field is to blame. */
  INVALID: { trpc: "BAD_REQUEST", meaning: "The input is malformed." },
  /** details: `rule`, e.g. "S3". */
  REFUSED: { trpc: "PRECONDITION_FAILED", meaning: "A rule says no." },
  /** details: `existing`, what is there already. */
  ALREADY_EXISTS: { trpc: "CONFLICT", meaning: "The same thing is there already." },
  PAYLOAD_TOO_LARGE: { trpc: "PAYLOAD_TOO_LARGE", meaning: "The input is larger than the limit." },
  RATE_LIMITED: { trpc: "TOO_MANY_REQUESTS", meaning: "Too many requests in too short a time." },
} as const satisfies Record<string, { trpc: string; meaning: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** What a service throws when it cannot do what was asked. The message is a sentence for the person who asked. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = "DomainError";
    this.code = code;
    this.details = details;
  }
}

export function isDomainError(error: unknown): error is DomainError {
  return error instanceof DomainError;
}
