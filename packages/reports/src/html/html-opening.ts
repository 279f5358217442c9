import { figuresOf } from "../report-figures.ts";
import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";
import { issueLine, standfirst } from "../report-words.ts";
import type { Html } from "./html.ts";
import { html, typed } from "./html.ts";

const PARTS = [
  { id: "findings", title: "Findings" },
  { id: "glance", title: "At a glance" },
  { id: "sources", title: "Sources" },
];

export function mastheadHtml(snapshot: ReportSnapshot, parts: readonly { id: string; title: string }[] = PARTS): Html {
  return html`
    <header>
      <b>${typed(snapshot.case.workspace)}</b>
      <span>Fact-check report · ${issueLine(snapshot)}</span>
      <nav aria-label="Parts of this report">
        ${parts.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}
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
    ${figuresHtml(snapshot)}
    ${notes.length === 0 ? null : notesHtml(notes)}`;
}

export function notesHtml(notes: readonly string[]): Html {
  return html`
    <section class="notes" aria-labelledby="notes-head">
      <h2 id="notes-head">Before you read</h2>
      <ul>${notes.map((note) => html`<li>${typed(note)}</li>`)}</ul>
    </section>`;
}

export function figuresHtml(snapshot: ReportSnapshot): Html {
  return html`
    <dl class="figures">
      ${figuresOf(snapshot).map(({ big, small }) => html`<div><dt>${small}</dt><dd>${big}</dd></div>`)}
    </dl>`;
}
