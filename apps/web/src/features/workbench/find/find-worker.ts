import { findInText } from "@assay/editor";
import type { FindOptions, TextRange } from "@assay/editor";
import type { FromWorker, ToWorker } from "./find-messages.ts";
import type { SourceHits } from "./find-state.ts";

/** Searches away from the page: a pattern that never comes to an end ends with this worker, and nobody waits for it. */
const texts = new Map<string, { text: string; blocks: readonly TextRange[] }>();

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "text") {
    texts.set(data.id, { text: data.text, blocks: data.blocks });
    return;
  }
  tell({ kind: "started", number: data.number });
  tell(search(data.number, data.ids, data.query, data.options));
});

function search(number: number, ids: readonly string[], query: string, options: FindOptions): FromWorker {
  const hits: Record<string, SourceHits> = {};
  for (const id of ids) {
    const held = texts.get(id);
    if (held === undefined) continue;
    const found = findInText(held.text, query, options, held.blocks);
    if (!found.ok) return { kind: "refused", number, reason: found.reason };
    hits[id] = { ranges: found.ranges, isCut: found.isCut };
  }
  return { kind: "found", number, hits };
}

function tell(message: FromWorker): void {
  postMessage(message);
}
