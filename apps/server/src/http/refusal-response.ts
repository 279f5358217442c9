import type { ErrorCode } from "@assay/domain";

/** A refusal before the API is reached, in the shape in which the API answers its own: clients read one form. */
export function refusalResponse(status: number, code: ErrorCode | "INTERNAL", message: string): Response {
  const data = { code, httpStatus: status, assay: { code, message, details: {} } };
  const error = { message, code: -32_600, data };
  // `code` and `message` beside it are what the sign-in client reads.
  return Response.json({ code, message, error }, { status });
}
