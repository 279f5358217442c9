import type { VerdictKind } from "@assay/domain";
import { STANCES, VERDICT_KINDS, verdictWord } from "@assay/domain";
import { longDate } from "../dates.ts";
import { counted, figure } from "../prose.ts";
import type { ReportSnapshot } from "../report-snapshot.ts";
import { method, standfirst, VERIFY_STEPS, verdictTally } from "../report-words.ts";
import { findingHtml } from "./html-finding.ts";
import { legendHtml } from "./html-legend.ts";
import { matrixHtml } from "./html-matrix.ts";
import { hashHtml, sourcesHtml } from "./html-sources.ts";
import { STYLES } from "./html-styles.ts";
import { SYMBOLS } from "./html-symbols.ts";
import type { Html } from "./html.ts";
import { html, typed } from "./html.ts";

/** Nothing runs and nothing is fetched, even if some markup should ever slip through. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** One file that stands by itself: no script, no request, readable on paper, on a phone and in the dark. */
export function renderHtml(snapshot: ReportSnapshot): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="generator" content="${snapshot.generator}"><title>${snapshot.title}</title>
<style>${STYLES}</style></head>
<body>${SYMBOLS}
${mastheadHtml(snapshot)}
<main>
${openingHtml(snapshot)}
<section id="findings" aria-labelledby="findings-head"><h2 id="findings-head">Findings</h2>
${findingsHtml(snapshot)}</section>
<section id="glance" aria-labelledby="glance-head"><h2 id="glance-head">Every finding at a glance</h2>
${matrixHtml(snapshot)}</section>
<section id="sources" aria-labelledby="sources-head"><h2 id="sources-head">Sources</h2>
${sourcesHtml(snapshot.sources)}</section>
<section id="method" aria-labelledby="method-head"><h2 id="method-head">How this was worked</h2>
<div class="pair"><div class="prose">${method(snapshot).map((paragraph) => html`<p>${paragraph}</p>`)}</div>${legendHtml()}</div></section>
<section id="verify" aria-labelledby="verify-head"><h2 id="verify-head">Log and verification</h2>
<div class="pair"><div class="prose">${VERIFY_STEPS.map((step) => html`<p>${step}</p>`)}</div>${logHtml(snapshot)}</div></section>
</main>
<footer>${typed(snapshot.case.title)}, frozen at event ${figure(snapshot.log.lastEvent)} of its log. Made with ${typed(
    snapshot.generator,
  )}.</footer>
</body></html>
`.markup;
}

function mastheadHtml(snapshot: ReportSnapshot): Html {
  return html`<header><b>${typed(snapshot.case.workspace)}</b><span>Fact-check report · ${longDate(
    snapshot.generatedAt,
  )}</span><nav aria-label="Parts of this report"><a href="#findings">Findings</a><a href="#glance">At a glance</a><a href="#sources">Sources</a><a href="#verify">Verify</a></nav></header>`;
}

function openingHtml(snapshot: ReportSnapshot): Html {
  const { case: subject, title, notes } = snapshot;
  const kicker = subject.title === title ? null : html`<p class="kick">${typed(subject.title)}</p>`;
  const summary = subject.summary.trim() === "" ? null : html`<p class="summary">${typed(subject.summary)}</p>`;
  const caveats =
    notes.length === 0
      ? null
      : html`<section class="notes" aria-label="What to know before reading"><h2>Before you read</h2><ul>${notes.map(
          (note) => html`<li>${typed(note)}</li>`,
        )}</ul></section>`;
  return html`<div class="opening">${kicker}<h1>${typed(title)}</h1><p class="stand">${standfirst(
    snapshot,
  )}</p>${summary}</div>${figuresHtml(snapshot)}${caveats}`;
}

function figuresHtml({ counts }: ReportSnapshot): Html {
  const lead = leadingVerdict(counts.verdicts);
  const open = counts.cells - counts.states.settled;
  const figures: [big: string, small: string][] = [
    [`${figure(counts.claims)} × ${figure(counts.sources)}`, "claims by sources"],
    [
      `${figure(counts.verdicts[lead])} ${verdictWord(lead)}`,
      verdictTally(counts.verdicts, lead) || "no claim has another verdict",
    ],
    [
      counts.independenceGroups === 1 ? "1 origin" : `${figure(counts.independenceGroups)} origins`,
      counts.independenceGroups < counts.sources ? "sources that share one count once" : "no two sources share one",
    ],
    [
      `${figure(counts.states.settled)} of ${figure(counts.cells)}`,
      open === 0 ? "cells settled, each by a second person" : `cells settled; ${counted(open, "is", "are")} still open`,
    ],
  ];
  return html`<dl class="figures">${figures.map(([big, small]) => html`<div><dt>${small}</dt><dd>${big}</dd></div>`)}</dl>`;
}

/** The most frequent verdict; between equals the one that comes first in the rule. */
function leadingVerdict(verdicts: Record<VerdictKind, number>): VerdictKind {
  return VERDICT_KINDS.reduce((lead, kind) => (verdicts[kind] > verdicts[lead] ? kind : lead), VERDICT_KINDS[0]);
}

function findingsHtml({ claims, sources }: ReportSnapshot): Html {
  if (claims.length === 0) return html`<p class="none">This report covers no claim.</p>`;
  const byId = new Map(sources.map((source) => [source.id, source]));
  return html`${claims.map((claim) => findingHtml(claim, byId))}`;
}

function logHtml({ log, counts }: ReportSnapshot): Html {
  const settled = STANCES.map((stance) => `${figure(counts.stances[stance])} ${stance}`).join(", ");
  return html`<dl class="log"><dt>Log position</dt><dd>event ${figure(log.lastEvent)}</dd><dt>Hash of that event</dt><dd>${hashHtml(
    log.lastHash,
  )}</dd><dt>Settled cells</dt><dd>${settled}; ${figure(counts.attributed)} attributed</dd><dt>Passages</dt><dd>${figure(
    counts.passages,
  )}</dd></dl>`;
}
