import { STANCES, stanceWord } from "@assay/domain";
import { BLOCK_STYLES } from "../blocks/block-styles.ts";
import { correctionsHtml, lacksCorrections } from "../blocks/corrections-list.ts";
import { documentHtml } from "../blocks/document-html.ts";
import { longDate } from "../dates.ts";
import { fontFaceRules } from "../font-face.ts";
import type { FontFace } from "../font-face.ts";
import { capitalised, figure } from "../prose.ts";
import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";
import { method, NO_HASH, verifySteps } from "../report-words.ts";
import { discussionHtml } from "./html-discussion.ts";
import { findingHtml } from "./html-finding.ts";
import { legendHtml } from "./html-legend.ts";
import { matrixHtml } from "./html-matrix.ts";
import { mastheadHtml, openingHtml } from "./html-opening.ts";
import { pageHtml, sectionHtml } from "./html-page.ts";
import { claimRating } from "./html-rating.ts";
import { hashHtml, sourcesHtml } from "./html-sources.ts";
import type { Content } from "./html.ts";
import { Html, html, typed } from "./html.ts";

/** One file that stands by itself: no script, no request, readable on paper, on a phone and in the dark. */
export function renderHtml(snapshot: ReportSnapshot, faces: readonly FontFace[] = []): string {
  const { document } = snapshot;
  const own = document === undefined ? null : documentHtml(snapshot, document);
  const isBlind = snapshot.log.lastHash === "";
  const position = isBlind ? "frozen while cells were blind" : `frozen at event ${figure(snapshot.log.lastEvent)} of its log`;
  return pageHtml({
    title: snapshot.title,
    generator: snapshot.generator,
    faces: new Html(fontFaceRules(faces)),
    styles: own === null ? null : BLOCK_STYLES,
    masthead: mastheadHtml(snapshot, own?.parts),
    main: [
      own === null ? plainBody(snapshot) : own.main,
      sectionHtml("verify", "Log and verification", pair(verifySteps(snapshot), logHtml(snapshot))),
    ],
    footer: html`${typed(snapshot.case.title)}, ${position}. Made with ${typed(snapshot.generator)}.`,
  });
}

/** The order of a report that nobody arranged. */
function plainBody(snapshot: ReportSnapshot): Content {
  const { discussion } = snapshot;
  return [
    openingHtml(snapshot),
    sectionHtml("findings", "Findings", findingsHtml(snapshot)),
    sectionHtml("glance", "Every finding at a glance", matrixHtml(snapshot)),
    sectionHtml("sources", "Sources", sourcesHtml(snapshot.sources)),
    discussion === undefined ? null : sectionHtml("discussion", "Discussion", discussionHtml(discussion)),
    lacksCorrections(snapshot) ? sectionHtml("corrections", "Corrections", correctionsHtml(snapshot)) : null,
    sectionHtml("method", "How this was worked", pair(method(snapshot), legendHtml())),
  ];
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
