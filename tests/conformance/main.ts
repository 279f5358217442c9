/** `npm run conformance -- NAME DIR`: the product against cases that others wrote, read from where they are. */
import { parseArgs } from "node:util";
import { runTextFragments } from "./text-fragments/run.ts";
import type { Outcome } from "./outcome.ts";
import { runClaimReview } from "./claimreview/run.ts";
import { runDocuments } from "./documents/run.ts";
import { runWebAnnotation } from "./webannotation/run.ts";

/** These bring their own files and are judged by another program. */
const WITHOUT_FOLDER = new Set(["documents"]);

const SUITES: Record<string, (folder: string) => Outcome | Promise<Outcome>> = {
  claimreview: runClaimReview,
  documents: runDocuments,
  "text-fragments": runTextFragments,
  webannotation: runWebAnnotation,
};

const { positionals } = parseArgs({ allowPositionals: true });
const [name, given] = positionals;
const folder = given ?? (name !== undefined && WITHOUT_FOLDER.has(name) ? "" : undefined);
const suite = name === undefined ? undefined : SUITES[name];
if (!suite || folder === undefined) {
  console.error(`Usage: npm run conformance -- NAME DIR, where NAME is one of ${Object.keys(SUITES).join(", ")}; documents needs no DIR.`);
  process.exit(64);
}
try {
  const { passed, failures } = await suite(folder);
  for (const failure of failures) console.log(`failed  ${failure}`);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  process.exit(failures.length === 0 && passed > 0 ? 0 : 1);
} catch (error) {
  console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(66);
}
