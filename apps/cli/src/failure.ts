import { TRPCClientError } from "@trpc/client";

/** Exit codes, after sysexits.h. */
export const EXIT = { ok: 0, some: 1, usage: 64, data: 65, noInput: 66, unavailable: 69, io: 74, permission: 77 } as const;

/** Something the person at the terminal can mend: one line, one exit code, never a stack trace. */
export class Failure extends Error {
  readonly exit: number;
  constructor(message: string, exit: number) {
    super(message);
    this.exit = exit;
  }
}

interface Refusal {
  code: string;
  message: string;
}

/** The server's own words for a refusal, where it gave any. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data = error.data as { assay?: Refusal } | null;
  return data?.assay ?? null;
}

/** Turns whatever went wrong into a Failure. */
export function failureOf(error: unknown, addressOf: () => string): Failure {
  if (error instanceof Failure) return error;
  const refusal = refusalOf(error);
  if (refusal) {
    if (refusal.code === "UNAUTHENTICATED") {
      return new Failure(`Nobody is signed in at ${addressOf()}. Run: assay sign-in YOUR-EMAIL`, EXIT.permission);
    }
    return new Failure(refusal.message, refusal.code === "FORBIDDEN" ? EXIT.permission : EXIT.data);
  }
  if (error instanceof TRPCClientError || (error instanceof TypeError && error.message === "fetch failed")) {
    return new Failure(`No Assay server answers at ${addressOf()}. Start it with: npm start`, EXIT.unavailable);
  }
  return new Failure(error instanceof Error ? error.message : String(error), EXIT.some);
}
