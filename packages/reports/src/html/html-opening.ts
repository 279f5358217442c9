import type { VerdictKind } from "@assay/domain";
import { VERDICT_KINDS, verdictWord } from "@assay/domain";
import { longDate } from "../dates.ts";
import { counted, figure } from "../prose.ts";
import type { ReportSnapshot, SnapshotCounts } from "../report-snapshot.ts";
import { standfirst, verdictTally } from "../report-words.ts";
import type { Html } from "./html.ts";
import { html, typed } from "./html.ts";

export function mastheadHtml(snapshot: ReportSnapshot): Html {
  return html`
    <header>
      <b>${typed(snapshot.case.workspace)}</b>
      <span>Fact-check report · ${longDate(snapshot.generatedAt)}</span>
      <nav aria-label="Parts of this report">
        <a href="#findings">Findings</a>
        <a href="#glance">At a glance</a>
        <a href="#sources">Sources</a>
        <a href="#verify">Verify</a>
      </nav>
    </header>`;
}

/** Title, standfirst, figures, and what qualifies them. */
export function openingHtml(snapshot: ReportSnapshot): Html {
  const { case: subject, title, notes } = snapshot;
  return html`
    <div class="opening">
      ${subject.title === title ? null : html`<p class="kick">${typed(subject.title)}</p>`}
      <h1>${typed(title)}</h1>
      <p class="stand">${standfirst(snapshot)}</p>
      ${subject.summary.trim() === "" ? null : html`<p class="summary">${typed(subject.summary)}</p>`}
    </div>
    ${figuresHtml(snapshot.counts)}
    ${notes.length === 0 ? null : notesHtml(notes)}`;
}

function notesHtml(notes: readonly string[]): Html {
  return html`
    <section class="notes" aria-labelledby="notes-head">
      <h2 id="notes-head">Before you read</h2>
      <ul>${notes.map((note) => html`<li>${typed(note)}</li>`)}</ul>
    </section>`;
}

function figuresHtml(counts: SnapshotCounts): Html {
  const lead = leadingVerdict(counts.verdicts);
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
    [`${figure(counts.states.settled)} of ${figure(counts.cells)}`, settledWords(counts)],
  ];
  return html`
    <dl class="figures">
      ${figures.map(([big, small]) => html`<div><dt>${small}</dt><dd>${big}</dd></div>`)}
    </dl>`;
}

function settledWords(counts: SnapshotCounts): string {
  const open = counts.cells - counts.states.settled;
  if (open > 0) return `cells settled; ${counted(open, "is", "are")} still open`;
  return counts.selfReviewed === 0 ? "cells settled, each by a second person" : "cells settled";
}

/** What readers ask first is how much is corroborated; failing that, the most frequent verdict. */
function leadingVerdict(verdicts: Record<VerdictKind, number>): VerdictKind {
  if (verdicts.corroborated > 0) return "corroborated";
  return VERDICT_KINDS.reduce((lead, kind) => (verdicts[kind] > verdicts[lead] ? kind : lead), VERDICT_KINDS[0]);
}
