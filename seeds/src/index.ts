export {
  buildAttestation,
  buildCaseView,
  buildEvidence,
  buildSha256,
  buildSourceMeta,
  buildTagContent,
  type CaseViewInput,
  type TagInput,
} from "./builders.ts";
export type * from "./demo-case-types.ts";
export { demoCase } from "./demo-case.ts";
export { demoFile, demoFiles, demoFileText, type DemoFile } from "./demo-files.ts";
export { replayStates, type ReplayedTag } from "./replay-states.ts";
export { resolveQuote, type QuoteRange } from "./resolve-quote.ts";
