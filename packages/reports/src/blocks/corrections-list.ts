import { longDate } from "../dates.ts";
import { escapeMarkdown as md } from "../escape-markdown.ts";
import type { Html } from "../html/html.ts";
import { html, typed } from "../html/html.ts";
import type { ReportSnapshot, SnapshotCorrection } from "../report-snapshot.ts";
import type { LiveBlockFormat } from "./block-context.ts";

const NONE = "Nothing has been corrected.";

/** What was changed after a release, why and when (R3). Before a first release the block has nothing to say. */
export const correctionsList: LiveBlockFormat<"corrections"> = {
  html: (_, { snapshot }) => correctionsHtml(snapshot),
  markdown: (_, { snapshot: { release } }) => {
    if (release === undefined) return [];
    if (release.corrections.length === 0) return [NONE];
    return release.corrections.map(
      (one) => `**${md(longDate(one.at))}** ${md(one.what)} ${md(one.why)} (${md(credit(one))})`,
    );
  },
};

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
