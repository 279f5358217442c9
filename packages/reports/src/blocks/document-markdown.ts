import type { ProseBlock } from "@assay/domain";
import { isProse } from "@assay/domain";
import type { ReportSnapshot, SnapshotDocument } from "../snapshot/report-snapshot.ts";
import { blockContext } from "./block-context.ts";
import { liveMarkdown } from "./live-blocks.ts";
import { proseMarkdown } from "./prose-blocks.ts";

/** The desk's document as paragraphs, tables and headings of Markdown. */
export function documentMarkdown(snapshot: ReportSnapshot, { blocks }: SnapshotDocument): string[] {
  const context = blockContext(snapshot);
  const parts: string[] = [];
  let run: ProseBlock[] = [];
  const flush = () => {
    parts.push(...proseMarkdown(run));
    run = [];
  };
  let audience = "public";
  for (const block of blocks) {
    if (block.audience !== audience || !isProse(block)) flush();
    if (block.audience !== audience) {
      audience = block.audience;
      parts.push(audience === "internal" ? "*Internal: not for publication*" : "*End of the internal part*");
    }
    if (isProse(block)) run.push(block);
    else parts.push(...liveMarkdown(block, context));
  }
  flush();
  return parts;
}
