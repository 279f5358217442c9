import type { Chart } from "../charts/chart.ts";
import { corroborationChart } from "../charts/corroboration-chart.ts";
import { omissionChart } from "../charts/omission-chart.ts";
import { escapeMarkdown as md } from "../markdown/escape-markdown.ts";
import { Html, html } from "../html/html.ts";
import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";
import type { LiveBlockFormat } from "./block-context.ts";

/** How many independent origins bear each claim out. */
export const corroboration: LiveBlockFormat<"corroboration"> = {
  html: (_, { snapshot }) => drawn(snapshot, corroborationChart),
  markdown: (_, { snapshot }) => told(snapshot, corroborationChart),
};

/** What each source leaves out. */
export const omission: LiveBlockFormat<"omission"> = {
  html: (_, { snapshot }) => drawn(snapshot, omissionChart),
  markdown: (_, { snapshot }) => told(snapshot, omissionChart),
};

const NOTHING = "There is nothing to draw yet.";

function isEmpty({ claims, sources }: ReportSnapshot): boolean {
  return claims.length === 0 || sources.length === 0;
}

/** The picture, its words, and its figures as a table that a screen reader or a doubter opens. */
function drawn(snapshot: ReportSnapshot, chartOf: (snapshot: ReportSnapshot) => Chart): Html {
  if (isEmpty(snapshot)) return html`<p class="none">${NOTHING}</p>`;
  const { title, description, svg, table } = chartOf(snapshot);
  return html`
    <figure class="chart">
      <figcaption><b>${title}.</b> ${description}</figcaption>
      ${new Html(svg)}
      <details>
        <summary>Figures of this chart</summary>
        <div class="scroll" role="region" aria-label="${title}" tabindex="0">${tableHtml(table.head, table.rows)}</div>
      </details>
    </figure>`;
}

export function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): Html {
  return html`
    <table class="plain">
      <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(
          ([first = "", ...rest]) =>
            html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
        )}
      </tbody>
    </table>`;
}

function told(snapshot: ReportSnapshot, chartOf: (snapshot: ReportSnapshot) => Chart): string[] {
  if (isEmpty(snapshot)) return [NOTHING];
  const { title, description, table } = chartOf(snapshot);
  return [`**${md(title)}.** ${md(description)}`, tableMarkdown(table.head, table.rows)];
}

export function tableMarkdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head.map(md), head.map(() => "---"), ...rows.map((row) => row.map(md))];
  return lines.map((row) => `| ${row.join(" | ")} |`).join("\n");
}
