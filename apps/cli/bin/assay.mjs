#!/usr/bin/env node
/** The `assay` command: builds itself once after a change, then runs. */
import { pathToFileURL } from "node:url";
import { PrepareError, checkNode, ensureCli } from "../../server/bin/prepare.mjs";

try {
  checkNode();
  const cli = await ensureCli(() => {});
  await import(pathToFileURL(cli).href);
} catch (error) {
  console.error(`assay: ${error instanceof PrepareError ? error.message : (error?.message ?? error)}`);
  process.exit(70);
}
