import { verdictWord } from "@assay/domain";
import type { SnapshotVerdict } from "../snapshot/report-snapshot.ts";
import { symbol } from "./html-symbols.ts";
import type { Html } from "./html.ts";
import { html } from "./html.ts";

/** Open cells stand beside the verdict and change nothing in it (V3). */
export function verdictHtml({ kind, pending, empty }: SnapshotVerdict): Html {
  const open = pending + empty;
  const overlay = open === 0 ? null : html` <em>${open} open</em>`;
  return html`<span class="verdict ${kind}">${symbol(kind)}${verdictWord(kind)}${overlay}</span>`;
}
