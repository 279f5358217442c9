import { escapeMarkdown as md } from "../markdown/escape-markdown.ts";
import { html } from "../html/html.ts";
import { counted } from "../prose.ts";
import type { SnapshotAgreement } from "../snapshot/report-snapshot.ts";
import type { LiveBlockFormat } from "./block-context.ts";
import { tableHtml, tableMarkdown } from "./chart-blocks.ts";

export const NO_AGREEMENT = "No cell was tagged by two people, so there is no agreement to measure.";
export const AGREEMENT_HEAD = ["Measure", "Value", "95 % interval", "Remark"];

/** How far people who tagged the same cells agree, with intervals and warnings. */
export const agreementTable: LiveBlockFormat<"agreement"> = {
  html: (_, { snapshot: { agreement } }) => {
    if (agreement === undefined || agreement.cells === 0) return html`<p class="none">${NO_AGREEMENT}</p>`;
    return html`
      <p>${agreementLead(agreement)}</p>
      <div class="scroll" role="region" aria-label="Agreement" tabindex="0">${tableHtml(AGREEMENT_HEAD, agreementRows(agreement))}</div>
      ${agreement.warnings.map((warning) => html`<p class="told">${warning}</p>`)}`;
  },
  markdown: (_, { snapshot: { agreement } }) => {
    if (agreement === undefined || agreement.cells === 0) return [NO_AGREEMENT];
    const warnings = agreement.warnings.map((one) => `> ${md(one)}`);
    return [md(agreementLead(agreement)), tableMarkdown(AGREEMENT_HEAD, agreementRows(agreement)), ...warnings];
  },
};

export function agreementLead({ cells, annotators }: SnapshotAgreement): string {
  const people = counted(annotators, "person", "people");
  return `Measured over ${counted(cells, "cell", "cells")} that two or more of ${people} tagged.`;
}

export function agreementRows({ measures }: SnapshotAgreement): string[][] {
  return measures.map(({ name, value, interval, reason }) => [
    name,
    value === null ? "–" : value.toFixed(2),
    interval === null ? "–" : `${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}`,
    reason,
  ]);
}
