import { escapeMarkdown as md } from "../escape-markdown.ts";
import { html } from "../html/html.ts";
import { counted } from "../prose.ts";
import type { SnapshotAgreement } from "../report-snapshot.ts";
import type { LiveBlockFormat } from "./block-context.ts";
import { tableHtml, tableMarkdown } from "./chart-blocks.ts";

const NOTHING = "No cell was tagged by two people, so there is no agreement to measure.";
const HEAD = ["Measure", "Value", "95 % interval", "Remark"];

/** How far people who tagged the same cells agree, with intervals and warnings. */
export const agreementTable: LiveBlockFormat<"agreement"> = {
  html: (_, { snapshot: { agreement } }) => {
    if (agreement === undefined || agreement.cells === 0) return html`<p class="none">${NOTHING}</p>`;
    return html`
      <p>${lead(agreement)}</p>
      <div class="scroll" role="region" aria-label="Agreement" tabindex="0">${tableHtml(HEAD, rows(agreement))}</div>
      ${agreement.warnings.map((warning) => html`<p class="told">${warning}</p>`)}`;
  },
  markdown: (_, { snapshot: { agreement } }) => {
    if (agreement === undefined || agreement.cells === 0) return [NOTHING];
    const warnings = agreement.warnings.map((one) => `> ${md(one)}`);
    return [md(lead(agreement)), tableMarkdown(HEAD, rows(agreement)), ...warnings];
  },
};

function lead({ cells, annotators }: SnapshotAgreement): string {
  const people = counted(annotators, "person", "people");
  return `Measured over ${counted(cells, "cell", "cells")} that two or more of ${people} tagged.`;
}

function rows({ measures }: SnapshotAgreement): string[][] {
  return measures.map(({ name, value, interval, reason }) => [
    name,
    value === null ? "–" : value.toFixed(2),
    interval === null ? "–" : `${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}`,
    reason,
  ]);
}
