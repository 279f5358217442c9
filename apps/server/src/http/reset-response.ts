import { isDomainError } from "@assay/domain";
import { z } from "zod";
import type { App } from "../context.ts";
import { resetPassword } from "../services/reset-password.ts";
import { refusalResponse } from "./refusal-response.ts";

const body = z.strictObject({ token: z.string().min(1).max(200), newPassword: z.string().max(1000) });

const STATUS = { NOT_FOUND: 404, REFUSED: 412 } as Record<string, number>;

/** Sets a password by a link; nobody has to be signed in for it. */
export async function resetResponse(app: App, request: Request): Promise<Response> {
  const parsed = body.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return refusalResponse(400, "INVALID", "Send the link’s token and a new password.");
  try {
    return Response.json(await resetPassword(app, parsed.data));
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return refusalResponse(STATUS[error.code] ?? 400, error.code, error.message);
  }
}
