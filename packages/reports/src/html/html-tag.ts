import { stanceWord } from "@assay/domain";
import { shortDay } from "../dates.ts";
import { attestationWords, shortHash, signature } from "../judgement-words.ts";
import type { SnapshotAdjudication, SnapshotSource, SnapshotTag } from "../snapshot/report-snapshot.ts";
import { passageHtml } from "./html-passage.ts";
import { symbol } from "./html-symbols.ts";
import type { Html } from "./html.ts";
import { html, typed } from "./html.ts";

/** What a tag rests on: its passages, or the attestation, then the rationale. `id` begins the ids of the passages. */
export function tagHtml(tag: SnapshotTag, source: SnapshotSource, id: string): Html {
  return html`
    ${tag.evidence.map((passage, index) => passageHtml(passage, tag.stance, source, `${id}-e${index + 1}`))}
    ${tag.attestation === null ? null : attestationHtml(tag.attestation)}
    ${tag.rationale.trim() === "" ? null : html`<p class="why">${typed(tag.rationale)}</p>`}`;
}

function attestationHtml(attestation: NonNullable<SnapshotTag["attestation"]>): Html {
  const { revisionSha256 } = attestation;
  const title = `sha256 of what was read: ${revisionSha256}`;
  const hash = html`<span class="hash" title="${title}">${shortHash(revisionSha256)}</span>`;
  return html`<p class="attest">${typed(attestationWords(attestation))} ${hash}</p>`;
}

export function rulingHtml(ruling: SnapshotAdjudication): Html {
  const outcome = ruling.outcome.replaceAll("_", " ");
  const stance = ruling.stance === null ? "" : `, ${stanceWord(ruling.stance)}`;
  const by = html`${typed(ruling.adjudicator)}, ${shortDay(ruling.at)}; ${ruling.cause.replaceAll("_", " ")}`;
  const head = html`<b>Adjudicated: ${outcome}${stance}.</b>`;
  return html`<p class="ruling">${head} ${typed(ruling.note)} <span class="by">${by}</span></p>`;
}

/** Losing and rival tags stay visible (A4), set back and without a claim to the cell. */
export function otherTagHtml(tag: SnapshotTag, source: SnapshotSource, id: string): Html {
  const stance = html`<span class="stance ${tag.stance}">${symbol(tag.stance)}${stanceWord(tag.stance)}</span>`;
  return html`
    <div class="other" id="${id}">
      <p class="also">${stance} also on this cell: ${typed(signature(tag))}</p>
      ${tagHtml(tag, source, id)}
      ${tag.stateReason === "" ? null : html`<p class="told">${typed(tag.stateReason)}</p>`}
    </div>`;
}
