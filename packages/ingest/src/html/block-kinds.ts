import type { BlockKind } from "@assay/domain";

/** What a plain paragraph inside the element is called; `null` for what only begins and ends one. */
const KINDS = new Map<string, BlockKind | null>([
  ...(
    "address article aside body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "header hgroup hr html legend main menu nav ol p search section summary table tbody td tfoot th thead tr ul"
  )
    .split(" ")
    .map((name) => [name, null] as const),
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, "heading"] as const),
  ["li", "list-item"],
  ["blockquote", "quote"],
  ["pre", "code"],
  ["xmp", "code"],
  ["listing", "code"],
]);

/** Undefined for what stands within a line. */
export function blockKind(tagName: string): BlockKind | null | undefined {
  return KINDS.get(tagName);
}
