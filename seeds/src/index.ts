export type * from "./demo-case-types.ts";
export { demoFile, demoFiles, demoFileText, type DemoFile } from "./demo-files.ts";
export { resolveQuote, type QuoteRange } from "./resolve-quote.ts";
