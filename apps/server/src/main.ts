import { MigrationError, PostgresLaunchError } from "@assay/db";
import { EnvError, readEnv } from "./env.ts";
import { startServer } from "./start-server.ts";

/** What the person who started the server can mend: said in its own words, without a stack. */
const EXPLAINED = [EnvError, MigrationError, PostgresLaunchError];

try {
  const env = readEnv();
  const server = await startServer(env, (line) => console.log(line));
  console.log(`Assay is ready at ${server.url}`);
  for (const role of ["annotator", "reviewer"]) {
    const account = server.app.demo?.accounts.find((one) => one.role === role);
    if (account) console.log(`Sign in as the ${role} ${account.name}: ${account.email}, password ${account.password}`);
  }
  let asked = false;
  const stop = () => {
    if (asked) return;
    asked = true;
    console.log("Stopping.");
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
} catch (error) {
  const isExplained = error instanceof Error && EXPLAINED.some((kind) => error instanceof kind);
  console.error(isExplained ? error.message : error);
  process.exit(1);
}
