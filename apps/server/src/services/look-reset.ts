import type { App } from "../context.ts";
import { findReset } from "./find-reset.ts";

export interface ResetView {
  /** Whose password it sets. */
  name: string;
  email: string;
  /** Empty where whoever runs the server made it. */
  madeBy: string;
  expiresAt: string;
}

export async function lookReset(app: App, token: string): Promise<ResetView> {
  const { name, email, madeBy, expiresAt } = await findReset(app.db.prisma, token, app.now());
  return { name, email, madeBy, expiresAt: expiresAt.toISOString() };
}
