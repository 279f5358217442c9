import { longDate } from "../dates.ts";
import { escapeMarkdown as md } from "../markdown/escape-markdown.ts";
import type { Html } from "../html/html.ts";
import { html, typed } from "../html/html.ts";
import type { ReportSnapshot, SnapshotCorrection } from "../snapshot/report-snapshot.ts";
import type { LiveBlockFormat } from "./block-context.ts";

const NONE = "Nothing has been corrected.";

/** What was changed after a release, why and when (R3). Before a first release the block has nothing to say. */
export const correctionsList: LiveBlockFormat<"corrections"> = {
  html: (_, { snapshot }) => correctionsHtml(snapshot),
  markdown: (_, { snapshot }) => correctionsMarkdown(snapshot),
};

/** Whether corrections have to be printed that no block of the document prints: no export of a release lacks them. */
export function lacksCorrections({ release, document }: ReportSnapshot): boolean {
  const isShown = document?.blocks.some(({ type }) => type === "corrections") ?? false;
  return !isShown && release !== undefined && release.corrections.length > 0;
}

export function correctionsMarkdown({ release }: ReportSnapshot): string[] {
  if (release === undefined) return [];
  if (release.corrections.length === 0) return [NONE];
  return release.corrections.map(
    (one) => `**${md(longDate(one.at))}** ${md(one.what)} ${md(one.why)} (${md(credit(one))})`,
  );
}

export function correctionsHtml({ release }: ReportSnapshot): Html | null {
  if (release === undefined) return null;
  if (release.corrections.length === 0) return html`<p class="none">${NONE}</p>`;
  return html`
    <ul class="corrections">
      ${release.corrections.map(
        (one) => html`
          <li>
            <p><b>${longDate(one.at)}.</b> ${typed(one.what)}</p>
            <p class="why">${typed(one.why)}</p>
            <p class="src">${typed(credit(one))}</p>
          </li>\n`,
      )}
    </ul>`;
}

function credit({ corrects, madeRelease, by }: SnapshotCorrection): string {
  return `Corrects release ${corrects}, made release ${madeRelease}. By ${by}.`;
}
