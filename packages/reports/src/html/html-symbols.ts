import type { Stance, VerdictKind } from "@assay/domain";
import { Html } from "./html.ts";
import { html } from "./html.ts";

const STROKE = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

const SHAPES: Record<string, string> = {
  verified: '<path d="M3 8.7 6.4 12 13 4.2"/>',
  disputed: '<path d="M3 6h10M3 10h10M10.4 3 5.6 13"/>',
  missing: '<circle cx="8" cy="8" r="4.8"/><path d="M3.2 12.8 12.8 3.2"/>',
  corroborated: '<path d="M5.2 3v10M10.8 3v10"/>',
  supported: '<path d="M8 3v10"/>',
  single_source: '<path d="M5.2 3v10"/><path d="M10.8 3v10" stroke-dasharray=".1 3.3"/>',
  conflicting: '<path d="M6.4 8H2M4 5.8 1.8 8 4 10.2M9.6 8H14M12 5.8 14.2 8 12 10.2"/>',
  refuted: '<path d="M4 4l8 8M12 4l-8 8"/>',
  not_enough_evidence: '<circle cx="8" cy="8" r="5" stroke-dasharray=".1 3.93"/>',
};

/** One sprite at the top of the page; every mark on it is a reference of a few bytes. */
export const SYMBOLS: Html = new Html(
  `<svg class="sprite" width="0" height="0" aria-hidden="true"><defs>${Object.entries(SHAPES)
    .map(([name, shape]) => `<symbol id="i-${name}" viewBox="0 0 16 16"><g ${STROKE}>${shape}</g></symbol>`)
    .join("")}</defs></svg>`,
);

/** Always beside its word, or beside one for screen readers: a shape alone says nothing. */
export function symbol(name: Stance | VerdictKind): Html {
  return html`<svg class="i" aria-hidden="true"><use href="#i-${name}"></use></svg>`;
}
