import type { Database } from "@assay/db";

export interface Readiness {
  ready: boolean;
  /** What was found, for whoever looks. */
  lines: string[];
}

export const STOPPING: Readiness = { ready: false, lines: ["the server is stopping"] };

/** A database that has not answered by then is not one to send people to. */
const PATIENCE_MS = 3_000;

/** Does the database answer, as the role it should, with every migration that this server knows? */
export async function checkReadiness(
  db: Pick<Database, "findMissing">,
  migrations: readonly string[],
  patienceMs = PATIENCE_MS,
): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, patienceMs, null)));
  const missing = await Promise.race([db.findMissing(migrations).catch(() => null), late]);
  clearTimeout(timer);
  if (missing === null) return { ready: false, lines: ["database: no answer"] };
  const lines = ["database: ok", `migrations: ${migrations.length - missing.length} of ${migrations.length} applied`];
  return { ready: missing.length === 0, lines: [...lines, ...missing.map((name) => `missing: ${name}`)] };
}
