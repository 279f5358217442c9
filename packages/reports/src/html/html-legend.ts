import type { Stance, VerdictKind } from "@assay/domain";
import { stanceWord, verdictWord } from "@assay/domain";
import { symbol } from "./html-symbols.ts";
import type { Html } from "./html.ts";
import { html } from "./html.ts";

const STANCE_MEANING: Record<Stance, Html> = {
  verified: html`the source <mark class="verified">says so</mark>`,
  disputed: html`the source <mark class="disputed">says otherwise</mark>`,
  missing: html`the source was read in full and is silent`,
};

const VERDICT_MEANING: Record<VerdictKind, string> = {
  corroborated: "enough independent origins verify it",
  supported: "verified, with no number of origins asked for",
  single_source: "one origin alone verifies it",
  conflicting: "origins verify it and origins dispute it",
  refuted: "disputed, and nobody verifies it",
  not_enough_evidence: "no settled cell speaks to it",
};

/** Every sign of the page with its meaning; glyph, line and hue say the same thing three times. */
export function legendHtml(): Html {
  const stances = (Object.entries(STANCE_MEANING) as [Stance, Html][]).map(
    ([stance, meaning]) =>
      html`<dt><span class="cell ${stance}">${symbol(stance)}</span>${stanceWord(stance)}</dt><dd>${meaning}</dd>`,
  );
  const verdicts = (Object.entries(VERDICT_MEANING) as [VerdictKind, string][]).map(
    ([kind, meaning]) => html`<dt class="verdict ${kind}">${symbol(kind)}${verdictWord(kind)}</dt><dd>${meaning}</dd>`,
  );
  return html`
    <div class="legend">
      <h3>Signs</h3>
      <dl>
        ${stances}
        <dt><span class="cell verified open">${symbol("verified")}</span>dashed</dt>
        <dd>not settled: no approval stands behind it yet</dd>
        <dt><span class="cell empty"></span>dot</dt>
        <dd>nobody has tagged the cell</dd>
        ${verdicts}
        <dt class="verdict"><em>2 open</em></dt>
        <dd>cells that are not settled; they change no verdict</dd>
      </dl>
    </div>`;
}
