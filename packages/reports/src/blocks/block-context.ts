import type { Html } from "../html/html.ts";
import type { ReportSnapshot, SnapshotBlock, SnapshotClaim, SnapshotSource } from "../snapshot/report-snapshot.ts";

/** What every block is drawn from: the snapshot, and look-ups made once for the whole document. */
export interface BlockContext {
  snapshot: ReportSnapshot;
  claims: ReadonlyMap<string, SnapshotClaim>;
  sources: ReadonlyMap<string, SnapshotSource>;
}

export function blockContext(snapshot: ReportSnapshot): BlockContext {
  return {
    snapshot,
    claims: new Map(snapshot.claims.map((claim) => [claim.id, claim])),
    sources: new Map(snapshot.sources.map((source) => [source.id, source])),
  };
}

type BlockOf<Type extends SnapshotBlock["type"]> = Extract<SnapshotBlock, { type: Type }>;

/** One kind of live block on a page and in Markdown, whose answer is a list of paragraphs, tables and headings. */
export interface LiveBlockFormat<Type extends SnapshotBlock["type"]> {
  html: (block: BlockOf<Type>, context: BlockContext) => Html | null;
  markdown: (block: BlockOf<Type>, context: BlockContext) => string[];
}
