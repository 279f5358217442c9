import { northbankPost } from "./dispatches/northbank-post.ts";
import { pellworthStandard } from "./dispatches/pellworth-standard.ts";
import { sundialBriefing } from "./dispatches/sundial-briefing.ts";

export interface DemoFile {
  name: string;
  /** UTF-8, as a browser would upload it. */
  bytes: Uint8Array;
}

/** The dispatches are string modules, not files beside the code, so that a bundled server still carries them. */
const TEXTS: Readonly<Record<string, string>> = {
  "northbank-post.txt": northbankPost,
  "pellworth-standard.txt": pellworthStandard,
  "sundial-briefing.md": sundialBriefing,
};

/** The file's text as it was written, Markdown marks included. Throws for a name that is not in the demo. */
export function demoFileText(name: string): string {
  const text = TEXTS[name];
  if (text === undefined) throw new Error(`No demo file is called ${name}`);
  return text;
}

export function demoFile(name: string): DemoFile {
  return { name, bytes: new TextEncoder().encode(demoFileText(name)) };
}

export function demoFiles(): DemoFile[] {
  return Object.keys(TEXTS).map(demoFile);
}
