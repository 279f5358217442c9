import type { Stance } from "@assay/domain";
import type { SnapshotEvidence, SnapshotSource } from "../snapshot/report-snapshot.ts";
import { figure } from "../prose.ts";
import type { Html } from "./html.ts";
import { dotted, html } from "./html.ts";
import { languageTag } from "./safe-url.ts";

/** The exact words in their sentence, marked with the stance's colour, line and glyph. */
export function passageHtml(passage: SnapshotEvidence, stance: Stance, source: SnapshotSource, id: string): Html {
  const language = languageTag(source.language);
  const lang = language === null ? null : html` lang="${language}"`;
  const opening = passage.clippedBefore ? html`<span class="cut">… </span>` : null;
  const closing = passage.clippedAfter ? html`<span class="cut"> …</span>` : null;
  const words = html`${passage.before}<mark class="${stance}">${passage.exact}</mark>${passage.after}`;
  const place = [
    passage.block === null ? null : html`<abbr title="paragraph">¶</abbr> ${figure(passage.block)}`,
    `${figure(passage.start)}–${figure(passage.end)}`,
    isExpectedRole(passage, stance) ? null : passage.role,
    passage.anchorState === "exact" ? null : `anchor ${passage.anchorState}`,
    passage.matchesText === false ? html`<strong class="warn">not found at these offsets</strong>` : null,
  ];
  return html`
    <div class="psg">
      <q id="${id}" dir="auto"${lang}>${opening}${words}${closing}</q>
      ${" "}
      <span class="at">${dotted(place)}</span>
    </div>`;
}

/** A role goes without saying where it is the one the stance asks for. */
function isExpectedRole(passage: SnapshotEvidence, stance: Stance): boolean {
  return passage.role === (stance === "disputed" ? "refutes" : "supports");
}
