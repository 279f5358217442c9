import { Prisma } from "@assay/db";
import { DomainError, isDomainError } from "@assay/domain";
import type { ErrorCode } from "@assay/domain";
import type { TRPCError } from "@trpc/server";
import { ZodError } from "zod";

/** What a client reads from `error.data.assay`. The message is a sentence for the person. */
export interface ErrorAnswer {
  code: ErrorCode | "INTERNAL";
  message: string;
  details: Record<string, unknown>;
}

const UNEXPECTED = "Something went wrong on the server, and nothing was saved. Try again.";

/** What went wrong in terms of the table of codes, or null when nobody foresaw it. */
export function domainErrorOf(cause: unknown): DomainError | null {
  if (isDomainError(cause)) return cause;
  if (isUniqueViolation(cause)) {
    return new DomainError(
      "ALREADY_EXISTS",
      "Something is stored under this id already. Reload the page and try again.",
    );
  }
  return null;
}

/** Never passes on the words of an error that nobody foresaw: they may hold a query or another person's data. */
export function answerFor(error: TRPCError): ErrorAnswer {
  const refusal = domainErrorOf(error.cause);
  if (refusal !== null) return { code: refusal.code, message: refusal.message, details: refusal.details };
  if (error.cause instanceof ZodError) return invalidInput(error.cause);
  switch (error.code) {
    case "INTERNAL_SERVER_ERROR":
      return { code: "INTERNAL", message: UNEXPECTED, details: {} };
    case "NOT_FOUND":
      return { code: "NOT_FOUND", message: "The server knows no such procedure.", details: {} };
    case "PAYLOAD_TOO_LARGE":
      return { code: "PAYLOAD_TOO_LARGE", message: "That is more than the server takes at once.", details: {} };
    default:
      return { code: "INVALID", message: "The server could not read this request.", details: {} };
  }
}

/** The first thing wrong decides the sentence; `issues` lists them all, by field. */
function invalidInput(error: ZodError): ErrorAnswer {
  const issues = error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
  const [first] = issues;
  return {
    code: "INVALID",
    message: first?.message ?? "The input is malformed.",
    details: { field: first?.field, issues },
  };
}

function isUniqueViolation(cause: unknown): boolean {
  if (cause instanceof Prisma.PrismaClientKnownRequestError) return cause.code === "P2002";
  return cause instanceof Error && "code" in cause && cause.code === "23505";
}
