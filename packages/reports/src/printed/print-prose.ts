import type { ProseBlock, ProseInline } from "@assay/domain";
import { safeUrl } from "../html/safe-url.ts";
import type { PrintedBlock, PrintedRun } from "./printed-report.ts";

export function runsOf(inlines: readonly ProseInline[]): PrintedRun[] {
  return inlines
    .flatMap((inline) => {
      const texts = "type" in inline ? inline.children : [inline];
      const url = "type" in inline ? safeUrl(inline.url) : null;
      return texts.map(({ text, bold = false, italic = false }) => ({ text, bold, italic, url }));
    })
    .filter(({ text }) => text !== "");
}

/** Prose in the order it came; items of one kind that follow each other are one list. An empty block is nothing. */
export function printProse(block: ProseBlock, last: PrintedBlock | undefined): PrintedBlock | null {
  const runs = runsOf(block.children);
  if (runs.every(({ text }) => text.trim() === "")) return null;
  const internal = block.audience === "internal";
  if (block.type === "heading") return { is: "heading", level: block.level, runs, internal };
  if (block.type !== "item") return { is: block.type, runs, internal };
  if (last?.is === "list" && last.ordered === block.ordered && last.internal === internal) {
    last.items.push(runs);
    return null;
  }
  return { is: "list", ordered: block.ordered, items: [runs], internal };
}
