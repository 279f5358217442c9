import { stanceWord } from "@assay/domain";
import { isOverruled, isTold, leadSignature, openMark, sourceLine } from "../judgement-words.ts";
import type { SnapshotCell, SnapshotClaim, SnapshotSource } from "../snapshot/report-snapshot.ts";
import { symbol } from "./html-symbols.ts";
import { otherTagHtml, rulingHtml, tagHtml } from "./html-tag.ts";
import type { Html } from "./html.ts";
import { dotted, html, typed } from "./html.ts";

export function judgementId(claim: SnapshotClaim, source: SnapshotSource): string {
  return `c${claim.number}-s${source.number}`;
}

/** One source's judgement of one claim: stance, words, who answers for it. The stance leads back to the table. */
export function judgementHtml(claim: SnapshotClaim, cell: SnapshotCell, source: SnapshotSource): Html {
  const id = judgementId(claim, source);
  const { tag } = cell;
  const overruled = isOverruled(cell);
  const others = overruled && tag !== null ? [tag, ...cell.otherTags] : cell.otherTags;
  return html`
    <li class="j${cell.reviewed ? "" : " open"}" id="${id}">
      <div class="says">${saysHtml(cell, id)}</div>
      <div class="words">
        ${tag === null || overruled ? null : tagHtml(tag, source, id)}
        ${cell.adjudications.map(rulingHtml)}
        ${sourceLineHtml(cell, source)}
        ${isTold(cell) ? html`<p class="told">${typed(cell.reason)}</p>` : null}
        ${others.map((other, index) => otherTagHtml(other, source, `${id}-t${index + 2}`))}
      </div>
    </li>\n`;
}

function saysHtml(cell: SnapshotCell, id: string): Html {
  const { stance } = cell;
  const mark = openMark(cell);
  const none = cell.state === "empty" ? null : html`<span class="stance none">no one stance</span>`;
  return html`
    ${
      stance === null
        ? none
        : html`<a class="stance ${stance}" href="#m-${id}">${symbol(stance)}${stanceWord(stance)}</a>`
    }
    ${cell.attributed ? html`<span class="flag">attributed</span>` : null}
    ${mark === "" ? null : html`<span class="flag wait">${mark}</span>`}`;
}

function sourceLineHtml(cell: SnapshotCell, source: SnapshotSource): Html {
  const { tag } = cell;
  const about = sourceLine(source);
  const parts = [
    html`<a href="#s${source.number}">${typed(source.name)}</a>`,
    about === "" ? null : typed(about),
    tag === null || isOverruled(cell) ? null : typed(leadSignature(cell, tag)),
    tag === null || tag.version === 1 ? null : `version ${tag.version}`,
  ];
  return html`<p class="src">${dotted(parts)}</p>`;
}
