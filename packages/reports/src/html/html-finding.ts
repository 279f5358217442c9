import { verdictWord } from "@assay/domain";
import { shortDay } from "../dates.ts";
import type { SnapshotClaim, SnapshotClaimRating, SnapshotSource, SnapshotVerdict } from "../snapshot/report-snapshot.ts";
import { judgementHtml } from "./html-judgement.ts";
import { ratingHtml } from "./html-rating.ts";
import { verdictHtml } from "./html-verdict.ts";
import type { Html } from "./html.ts";
import { dotted, html, typed } from "./html.ts";

/** A claim with its verdict and every source's judgement; the number leads to its row in the table. */
export function findingHtml(
  claim: SnapshotClaim,
  sources: Map<string, SnapshotSource>,
  rating?: SnapshotClaimRating,
): Html {
  const judgements = claim.cells.flatMap((cell) => {
    const source = sources.get(cell.sourceId);
    return source === undefined ? [] : [judgementHtml(claim, cell, source)];
  });
  const about = [
    claim.type,
    claim.claimant.trim() === "" ? null : html`claimed by ${typed(claim.claimant)}`,
    claim.parentLabel === null ? null : `split from ${claim.parentLabel}`,
    claim.version === 1 ? null : `wording ${claim.version}`,
  ];
  return html`
    <article class="find" id="c${claim.number}" aria-labelledby="h${claim.number}">
      <p class="no"><a href="#m${claim.number}" aria-label="${claim.label} in the table">${claim.label}</a></p>
      <div class="main">
        <h3 id="h${claim.number}">${typed(claim.text)}</h3>
        <p class="line">${verdictHtml(claim.verdict)}<span class="kind">${dotted(about)}</span></p>
        ${ratingHtml(rating)}
        ${judgements.length === 0 ? null : html`<ul class="judgements">${judgements}</ul>`}
      </div>
      <aside aria-label="Why ${claim.label} is ${verdictWord(claim.verdict.kind)}">
        <p>${typed(claim.verdict.reason)}</p>
        ${overrideHtml(claim.verdict)}
      </aside>
    </article>\n`;
}

function overrideHtml({ override, derived }: SnapshotVerdict): Html | null {
  if (override === null) return null;
  const set = html`<b>Set by ${typed(override.author)}, ${shortDay(override.at)}.</b>`;
  return html`<p class="override">${set} ${typed(override.reason)} The rule gave “${verdictWord(derived)}”.</p>`;
}
