import { verdictWord } from "@assay/domain";
import { shortDate } from "../dates.ts";
import type { SnapshotClaim, SnapshotSource, SnapshotVerdict } from "../report-snapshot.ts";
import type { Html } from "./html.ts";
import { dotted, html, typed } from "./html.ts";
import { judgementHtml } from "./html-judgement.ts";
import { symbol } from "./html-symbols.ts";

/** A claim with its verdict and every source's judgement; the number leads to its row in the table. */
export function findingHtml(claim: SnapshotClaim, sources: Map<string, SnapshotSource>): Html {
  const judgements = claim.cells.flatMap((cell) => {
    const source = sources.get(cell.sourceId);
    return source === undefined ? [] : [judgementHtml(claim, cell, source)];
  });
  return html`<article class="find" id="c${claim.number}" aria-labelledby="h${claim.number}">
<p class="no"><a href="#m${claim.number}" aria-label="${claim.label} in the table">${claim.label}</a></p>
<div class="main"><h3 id="h${claim.number}">${typed(claim.text)}</h3><p class="line">${verdictHtml(claim.verdict)}<span class="kind">${dotted(
    [
      claim.type,
      claim.claimant.trim() === "" ? null : html`claimed by ${typed(claim.claimant)}`,
      claim.parentLabel === null ? null : `split from ${claim.parentLabel}`,
      `version ${claim.version}`,
    ],
  )}</span></p>
<ul class="judgements">${judgements}</ul></div>
<aside aria-label="Why ${claim.label} is ${verdictWord(claim.verdict.kind)}"><p>${typed(claim.verdict.reason)}</p>${overrideHtml(
    claim.verdict,
  )}</aside></article>
`;
}

export function verdictHtml(verdict: SnapshotVerdict): Html {
  const open = verdict.pending + verdict.empty;
  return html`<span class="verdict ${verdict.kind}">${symbol(verdict.kind)}${verdictWord(verdict.kind)}${
    open === 0 ? null : html` <em>${open} open</em>`
  }</span>`;
}

function overrideHtml({ override, derived }: SnapshotVerdict): Html | null {
  if (override === null) return null;
  return html`<p class="override"><b>Set by ${typed(override.author)}, ${shortDate(override.at)}.</b> ${typed(
    override.reason,
  )} The rule gave “${verdictWord(derived)}”.</p>`;
}
