import { existsSync } from "node:fs";
import { join } from "node:path";
import { PostgresLaunchError, connect, readMigrations, visitPostgres } from "@assay/db";
import { isDomainError } from "@assay/domain";
import { openDataFolder } from "./data-folder.ts";
import { EnvError, readEnv } from "./env.ts";
import type { Env } from "./env.ts";
import { ROOT } from "./root.ts";
import { resetByEmail } from "./services/reset-by-email.ts";

/** What the person at the terminal can mend: said in its own words, without a stack. */
class CommandError extends Error {}

const USAGE = `Which account? Name its e-mail address:
  npm run reset-password -- NAME@DESK.EXAMPLE`;

/** Prints a link for a new password. Works on the database itself, so that nobody has to be able to sign in. */
async function run([address, ...rest]: string[]): Promise<void> {
  if (address === undefined || rest.length > 0 || !address.includes("@")) throw new CommandError(USAGE);
  const env = readEnv();
  const visit = env.databaseUrl === null ? await visitPostgres(join(env.dataDir, "postgres")) : null;
  const db = connect({ url: visit?.url ?? env.databaseUrl ?? "", applicationName: "assay reset" });
  try {
    const migrations = (await readMigrations(join(ROOT, "prisma/migrations"))).map(({ name }) => name);
    if ((await db.findMissing(migrations)).length > 0) {
      throw new CommandError("This database is older than this command. Start the server once, then try again.");
    }
    const { name, email, path, expiresAt } = await resetByEmail(db, address, new Date());
    console.error(`A link for ${name}, ${email}. It sets a new password, once, until ${expiresAt.toLocaleString("en-GB")}.`);
    console.error("It takes the place of any link made for them before. Whoever has it has the account: show it to nobody else.");
    console.log(`${addressOf(env)}${path}`);
  } finally {
    await db.close();
    await visit?.leave();
  }
}

/** Where people reach the server, as far as it is known here. */
function addressOf({ origin, dataDir, databaseUrl, host, port }: Env): string {
  const known = databaseUrl === null && existsSync(dataDir) ? openDataFolder(dataDir).readUrl() : null;
  if (origin === null && known === null) {
    console.error("ASSAY_ORIGIN is not set: put the address at which people reach the server in place of the link's first part.");
  }
  return origin ?? known ?? `http://${host}:${port}`;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const isExplained = [CommandError, EnvError, PostgresLaunchError].some((kind) => error instanceof kind) || isDomainError(error);
  console.error(isExplained ? (error as Error).message : error);
  process.exitCode = 1;
}
