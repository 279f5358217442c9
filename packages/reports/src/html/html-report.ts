import { STANCES, stanceWord } from "@assay/domain";
import { BLOCK_STYLES } from "../blocks/block-styles.ts";
import { correctionsHtml, lacksCorrections } from "../blocks/corrections-list.ts";
import { documentHtml } from "../blocks/document-html.ts";
import { longDate } from "../dates.ts";
import { fontFaceRules } from "../font-face.ts";
import type { FontFace } from "../font-face.ts";
import { capitalised, figure } from "../prose.ts";
import type { ReportSnapshot } from "../report-snapshot.ts";
import { method, NO_HASH, verifySteps } from "../report-words.ts";
import { discussionHtml } from "./html-discussion.ts";
import { findingHtml } from "./html-finding.ts";
import { legendHtml } from "./html-legend.ts";
import { matrixHtml } from "./html-matrix.ts";
import { mastheadHtml, openingHtml } from "./html-opening.ts";
import { claimRating } from "./html-rating.ts";
import { hashHtml, sourcesHtml } from "./html-sources.ts";
import { STYLES } from "./html-styles.ts";
import { SYMBOLS } from "./html-symbols.ts";
import type { Content } from "./html.ts";
import { Html, html, typed } from "./html.ts";

/** Nothing runs and nothing is fetched, even if some markup should ever slip through. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** One file that stands by itself: no script, no request, readable on paper, on a phone and in the dark. */
export function renderHtml(snapshot: ReportSnapshot, faces: readonly FontFace[] = []): string {
  const { document } = snapshot;
  const own = document === undefined ? null : documentHtml(snapshot, document);
  const isBlind = snapshot.log.lastHash === "";
  const position = isBlind ? "frozen while cells were blind" : `frozen at event ${figure(snapshot.log.lastEvent)} of its log`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${POLICY}">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="${snapshot.generator}">
        <title>${snapshot.title}</title>
        <style>${new Html(fontFaceRules(faces))}${STYLES}${own === null ? null : BLOCK_STYLES}</style>
      </head>
      <body>
        ${SYMBOLS}
        ${mastheadHtml(snapshot, own?.parts)}
        <main>
          ${own === null ? plainBody(snapshot) : own.main}
          ${section("verify", "Log and verification", pair(verifySteps(snapshot), logHtml(snapshot)))}
        </main>
        <footer>${typed(snapshot.case.title)}, ${position}. Made with ${typed(snapshot.generator)}.</footer>
      </body>
    </html>\n`.markup;
}

/** The order of a report that nobody arranged. */
function plainBody(snapshot: ReportSnapshot): Content {
  const { discussion } = snapshot;
  return [
    openingHtml(snapshot),
    section("findings", "Findings", findingsHtml(snapshot)),
    section("glance", "Every finding at a glance", matrixHtml(snapshot)),
    section("sources", "Sources", sourcesHtml(snapshot.sources)),
    discussion === undefined ? null : section("discussion", "Discussion", discussionHtml(discussion)),
    lacksCorrections(snapshot) ? section("corrections", "Corrections", correctionsHtml(snapshot)) : null,
    section("method", "How this was worked", pair(method(snapshot), legendHtml())),
  ];
}

function section(id: string, title: string, content: Content): Html {
  return html`
    <section id="${id}" aria-labelledby="${id}-head">
      <h2 id="${id}-head">${title}</h2>
      ${content}
    </section>\n`;
}

function pair(paragraphs: readonly string[], beside: Html): Html {
  const prose = paragraphs.map((paragraph) => html`<p>${paragraph}</p>`);
  return html`<div class="pair"><div class="prose">${prose}</div>${beside}</div>`;
}

function findingsHtml(snapshot: ReportSnapshot): Content {
  const { claims, sources } = snapshot;
  if (claims.length === 0) return html`<p class="none">This report covers no claim.</p>`;
  const byId = new Map(sources.map((source) => [source.id, source]));
  return claims.map((claim) => findingHtml(claim, byId, claimRating(snapshot, claim.id)));
}

function logHtml({ log, counts, release }: ReportSnapshot): Html {
  const settled = STANCES.map((stance) => `${figure(counts.stances[stance])} ${stanceWord(stance)}`).join(", ");
  const signed = (release?.signatures ?? []).map(
    ({ name, role, at }) => html`<dt>Signed by</dt><dd>${typed(name)}, ${role}, ${longDate(at)}</dd>`,
  );
  return html`
    <dl class="log">
      ${signed}
      <dt>Log position</dt><dd>${log.lastHash === "" ? capitalised(NO_HASH) : `event ${figure(log.lastEvent)}`}</dd>
      ${log.lastHash === "" ? null : html`<dt>Hash of that event</dt><dd>${hashHtml(log.lastHash)}</dd>`}
      <dt>Settled cells</dt><dd>${settled}; ${figure(counts.attributed)} attributed</dd>
      <dt>Passages</dt><dd>${figure(counts.passages)}</dd>
    </dl>`;
}
