import { stanceWord, stateWord } from "@assay/domain";
import { shortDate } from "../dates.ts";
import { attestationWords, openMark, shortHash, signature, sourceLine } from "../judgement-words.ts";
import type {
  SnapshotAdjudication,
  SnapshotCell,
  SnapshotClaim,
  SnapshotSource,
  SnapshotTag,
} from "../report-snapshot.ts";
import type { Html } from "./html.ts";
import { dotted, html, typed } from "./html.ts";
import { symbol } from "./html-symbols.ts";
import { passageHtml } from "./html-passage.ts";

export function judgementId(claim: SnapshotClaim, source: SnapshotSource): string {
  return `c${claim.number}-s${source.number}`;
}

/**
 * One source's judgement of one claim: stance, words, who answers for it. The stance leads back to its cell in the
 * table.
 */
export function judgementHtml(claim: SnapshotClaim, cell: SnapshotCell, source: SnapshotSource): Html {
  const id = judgementId(claim, source);
  const mark = openMark(cell);
  const stance =
    cell.stance === null
      ? html`<span class="stance none">${cell.state === "contested" ? "no one stance" : "no stance"}</span>`
      : html`<a class="stance ${cell.stance}" href="#m-${id}">${symbol(cell.stance)}${stanceWord(cell.stance)}</a>`;
  return html`<li class="j${mark === "" ? "" : " open"}" id="${id}"><div class="says">${stance}${
    cell.attributed ? html`<span class="flag">attributed</span>` : null
  }${mark === "" ? null : html`<span class="flag wait">${mark}</span>`}</div><div class="words">${
    cell.tag === null ? null : tagWords(cell.tag, source, id)
  }${cell.adjudications.map(rulingHtml)}<p class="src">${dotted([
    html`<a href="#s${source.number}">${typed(source.name)}</a>`,
    sourceLine(source) === "" ? null : typed(sourceLine(source)),
    cell.tag === null ? null : html`<span class="sig">${typed(signature(cell.tag))}</span>`,
    cell.tag === null ? null : `version ${cell.tag.version}`,
  ])}</p>${isTold(cell) ? html`<p class="told">${typed(cell.reason)}</p>` : null}${cell.otherTags.map((tag, index) =>
    otherTagHtml(tag, source, `${id}-t${index + 2}`),
  )}</div></li>`;
}

/** "Approved." adds nothing to a settled cell's signature; any other reason does. */
function isTold(cell: SnapshotCell): boolean {
  return cell.state === "contested" || cell.state === "stale" || cell.state === "changes_requested";
}

function tagWords(tag: SnapshotTag, source: SnapshotSource, id: string): Html {
  const passages = tag.evidence.map((passage, index) =>
    passageHtml(passage, tag.stance, source, `${id}-e${index + 1}`),
  );
  const attestation =
    tag.attestation === null
      ? null
      : html`<p class="attest">${typed(attestationWords(tag.attestation))} <span class="hash" title="sha256 of the revision that was read, ${
          tag.attestation.revisionSha256
        }">${shortHash(tag.attestation.revisionSha256)}</span></p>`;
  const rationale = tag.rationale.trim() === "" ? null : html`<p class="why">${typed(tag.rationale)}</p>`;
  return html`${passages}${attestation}${rationale}`;
}

function rulingHtml(ruling: SnapshotAdjudication): Html {
  const outcome = ruling.outcome.replaceAll("_", " ");
  const stance = ruling.stance === null ? "" : `, ${stanceWord(ruling.stance)}`;
  return html`<p class="ruling"><b>Adjudicated: ${outcome}${stance}.</b> ${typed(ruling.note)} <span class="by">${typed(
    ruling.adjudicator,
  )}, ${shortDate(ruling.at)}; ${ruling.cause.replaceAll("_", " ")}</span></p>`;
}

/** Losing and rival tags stay visible, set back and without a claim to the cell. */
function otherTagHtml(tag: SnapshotTag, source: SnapshotSource, id: string): Html {
  return html`<div class="other" id="${id}"><p class="also"><span class="stance ${tag.stance}">${symbol(tag.stance)}${stanceWord(
    tag.stance,
  )}</span> ${dotted([`also on this cell, ${stateWord(tag.state)}`, html`<span class="sig">${typed(signature(tag))}</span>`])}</p>${tagWords(
    tag,
    source,
    id,
  )}${tag.stateReason === "" ? null : html`<p class="told">${typed(tag.stateReason)}</p>`}</div>`;
}
