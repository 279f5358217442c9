import type { Stance } from "@assay/domain";
import { STANCE_GLYPH, STANCES, stanceWord, verdictWord } from "@assay/domain";
import { escapeMarkdown as md } from "../markdown/escape-markdown.ts";
import { findingHtml } from "../html/html-finding.ts";
import { claimRating } from "../html/html-rating.ts";
import { symbol } from "../html/html-symbols.ts";
import { verdictHtml } from "../html/html-verdict.ts";
import type { Html } from "../html/html.ts";
import { html, typed } from "../html/html.ts";
import { markdownClaim } from "../markdown/markdown-claim.ts";
import type { SnapshotClaim } from "../snapshot/report-snapshot.ts";
import type { BlockContext, LiveBlockFormat } from "./block-context.ts";

/** One claim with its verdict: in full with every source's judgement, or in brief. */
export const claimCard: LiveBlockFormat<"claim"> = {
  html: ({ claimId, detail }, context) => {
    const claim = context.claims.get(claimId);
    return claim === undefined ? null : claimHtml(claim, detail, context);
  },
  markdown: ({ claimId, detail }, context) => {
    const claim = context.claims.get(claimId);
    return claim === undefined ? [] : claimMarkdown(claim, detail, context);
  },
};

/** Every claim of the report, in the order of its numbers. */
export const findings: LiveBlockFormat<"findings"> = {
  html: ({ detail }, context) => {
    const { claims } = context.snapshot;
    if (claims.length === 0) return html`<p class="none">This report covers no claim.</p>`;
    return html`${claims.map((claim) => claimHtml(claim, detail, context))}`;
  },
  markdown: ({ detail }, context) => {
    const { claims } = context.snapshot;
    if (claims.length === 0) return ["This report covers no claim."];
    return claims.flatMap((claim) => claimMarkdown(claim, detail, context));
  },
};

type Detail = "full" | "brief";

function claimHtml(claim: SnapshotClaim, detail: Detail, context: BlockContext): Html {
  if (detail === "full") {
    return findingHtml(claim, new Map(context.sources), claimRating(context.snapshot, claim.id));
  }
  const rating = ratingOf(claim, context);
  return html`
    <article class="brief" id="c${claim.number}">
      <p class="no">${claim.label}</p>
      <h3>${typed(claim.text)}</h3>
      <p class="line">
        ${rating === null ? null : html`<b>Rating: ${typed(rating)}</b>`}
        ${verdictHtml(claim.verdict)}
        ${said(claim, context).map(([stance, names]) => {
          const list = names.flatMap((name, index) => (index === 0 ? [typed(name)] : [", ", typed(name)]));
          const word = html`<span class="stance ${stance}">${symbol(stance)}${stanceWord(stance)}</span>`;
          return html`<span class="by">${word} ${list}</span>`;
        })}
      </p>
    </article>\n`;
}

function claimMarkdown(claim: SnapshotClaim, detail: Detail, context: BlockContext): string[] {
  if (detail === "full") {
    return markdownClaim(claim, new Map(context.sources), claimRating(context.snapshot, claim.id));
  }
  const rating = ratingOf(claim, context);
  const parts = said(claim, context).map(
    ([stance, names]) => `${STANCE_GLYPH[stance]} ${stanceWord(stance)}: ${names.map(md).join(", ")}`,
  );
  const line = [rating === null ? "" : `Rating: ${md(rating)}`, verdictWord(claim.verdict.kind), ...parts];
  return [`**${claim.label}. ${md(claim.text)}** ${line.filter((part) => part !== "").join("; ")}.`];
}

/** Settled judgements only: a brief has no room to say what is still open about the others. */
function said(claim: SnapshotClaim, { sources }: BlockContext): [stance: Stance, names: string[]][] {
  return STANCES.map((stance): [Stance, string[]] => [
    stance,
    claim.cells.flatMap((cell) => {
      const source = sources.get(cell.sourceId);
      return cell.reviewed && cell.stance === stance && source !== undefined ? [source.name] : [];
    }),
  ]).filter(([, names]) => names.length > 0);
}

function ratingOf(claim: SnapshotClaim, { snapshot }: BlockContext): string | null {
  return snapshot.ratings?.claims.find(({ claimId }) => claimId === claim.id)?.label ?? null;
}
