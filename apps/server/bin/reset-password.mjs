/** `npm run reset-password`: prepares what is missing, then prints a link for a new password. */
import { pathToFileURL } from "node:url";
import { PrepareError, checkNode, ensureGenerated, ensureInstalled, ensureResetCommand } from "./prepare.mjs";

// Standard output is for the link alone.
const say = (line) => console.error(line);

try {
  checkNode();
  await ensureInstalled(say);
  await ensureGenerated(say);
  const command = await ensureResetCommand(say);
  await import(pathToFileURL(command).href);
} catch (error) {
  console.error(error instanceof PrepareError ? error.message : error);
  process.exit(1);
}
