import type { ReportDocument } from "@assay/domain";
import { blockText } from "@assay/domain";
import { KIND_WORDS } from "./block-kinds.ts";

/** A document as lines to compare: its prose, and live blocks by their names. */
export function documentWords({ title, blocks }: ReportDocument): string {
  const lines = blocks.map((block) => {
    const words = blockText(block) || `[${KIND_WORDS[block.type]}]`;
    return block.audience === "internal" ? `${words} (internal)` : words;
  });
  return [title, ...lines].join("\n");
}
