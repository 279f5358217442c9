import { MigrationError, PostgresLaunchError } from "@assay/db";
import { EnvError, readEnv } from "./env.ts";
import { startServer } from "./start-server.ts";

/** What the person who started the server can mend: said in its own words, without a stack. */
const EXPLAINED = [EnvError, MigrationError, PostgresLaunchError];

const SAME_KEY_MS = 400;
const HINT_MS = 1_500;

try {
  const env = readEnv();
  const server = await startServer(env, (line) => console.log(line));
  console.log(`Assay is ready at ${server.url}`);
  for (const role of ["annotator", "reviewer"]) {
    const account = server.app.demo?.accounts.find((one) => one.role === role);
    if (account) console.log(`Sign in as the ${role} ${account.name}: ${account.email}, password ${account.password}`);
  }
  let askedAt: number | null = null;
  const stop = () => {
    if (askedAt !== null) {
      // npm passes on the Ctrl-C that the terminal has sent here already: that is one, not two.
      if (performance.now() - askedAt < SAME_KEY_MS) return;
      // The database is told by its watchdog, and stops as it would have.
      process.exit(130);
    }
    askedAt = performance.now();
    console.log("Stopping.");
    const hint = setTimeout(() => console.log("Requests are under way. Press Ctrl-C again to stop at once."), HINT_MS);
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        clearTimeout(hint);
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
} catch (error) {
  const isExplained = error instanceof Error && EXPLAINED.some((kind) => error instanceof kind);
  console.error(isExplained ? error.message : error);
  process.exit(1);
}
