/** `npm start`: prepares what is missing, then becomes the server. */
import { pathToFileURL } from "node:url";
import { PrepareError, checkNode, ensureGenerated, ensureInstalled, ensureServer, ensureWeb } from "./prepare.mjs";

const say = (line) => console.log(line);

try {
  checkNode();
  await ensureInstalled(say);
  await ensureGenerated(say);
  const [server] = await Promise.all([ensureServer(say), ensureWeb(say)]);
  say("Starting.");
  // The same process from here on: one thing to stop, and Ctrl-C reaches it directly.
  await import(pathToFileURL(server).href);
} catch (error) {
  console.error(error instanceof PrepareError ? error.message : error);
  process.exit(1);
}
