import type { Queries } from "@assay/db";

/** Links for a new password that are open for a person, wherever they were made, open nothing any more. */
export async function endResets(queries: Queries, userId: string, now: Date): Promise<void> {
  await queries.$queryRaw`SELECT 1 FROM assay_end_password_resets(${userId}, ${now}::timestamptz)`;
}
