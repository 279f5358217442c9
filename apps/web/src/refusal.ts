import type { ErrorCode } from "@assay/domain";
import { TRPCClientError } from "@trpc/client";

/** `NETWORK`: no answer, so nobody knows whether it happened. `UNKNOWN`: an answer that is no refusal of ours. */
export type RefusalCode = ErrorCode | "INTERNAL" | "NETWORK" | "UNKNOWN";

export interface RefusalInfo {
  code: RefusalCode;
  /** A sentence for the person in front of the screen. */
  message: string;
  details: Record<string, unknown>;
}

const NO_ANSWER: RefusalInfo = {
  code: "NETWORK",
  message: "The desk does not answer. What you wrote is kept here.",
  details: {},
};

/** What went wrong, as the server said it. */
export function refusalOf(error: unknown): RefusalInfo {
  if (!(error instanceof TRPCClientError)) {
    return { code: "UNKNOWN", message: error instanceof Error ? error.message : String(error), details: {} };
  }
  const data: unknown = error.data;
  if (typeof data === "object" && data !== null && "assay" in data && isRefusal(data.assay)) return data.assay;
  if (data === null || data === undefined) return NO_ANSWER;
  const status = typeof data === "object" && "httpStatus" in data ? Number(data.httpStatus) : 0;
  // A proxy or a server that is starting or stopping: to the user the same as no answer.
  if (status === 502 || status === 503 || status === 504) return NO_ANSWER;
  return { code: "UNKNOWN", message: "The desk could not do that. Try again.", details: {} };
}

function isRefusal(value: unknown): value is RefusalInfo {
  return typeof value === "object" && value !== null && "code" in value && "message" in value && "details" in value;
}
