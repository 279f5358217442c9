import { stanceWord } from "@assay/domain";
import { escapeMarkdown as md } from "../markdown/escape-markdown.ts";
import { passageHtml } from "../html/html-passage.ts";
import { symbol } from "../html/html-symbols.ts";
import { dotted, html, typed } from "../html/html.ts";
import { openMark, signature, sourceLine } from "../judgement-words.ts";
import { markdownPassage } from "../markdown/markdown-passage.ts";
import type { SnapshotCell, SnapshotClaim, SnapshotEvidence, SnapshotSource, SnapshotTag } from "../snapshot/report-snapshot.ts";
import type { BlockContext, LiveBlockFormat } from "./block-context.ts";

interface Quoted {
  claim: SnapshotClaim;
  source: SnapshotSource;
  cell: SnapshotCell;
  tag: SnapshotTag;
  passage: SnapshotEvidence;
}

interface Place {
  claimId: string;
  sourceId: string;
  evidenceId: string;
}

/** One passage in its sentence, with what it is evidence of and who answers for it. */
export const evidenceQuotation: LiveBlockFormat<"evidence"> = {
  html: (block, context) => {
    const quoted = quotedIn(block, context);
    if (quoted === null) return null;
    const { claim, source, cell, tag, passage } = quoted;
    const mark = openMark(cell);
    const about = sourceLine(source);
    const line = [
      html`<a href="#s${source.number}">${typed(source.name)}</a>`,
      about === "" ? null : typed(about),
      typed(signature(tag)),
      mark === "" ? null : html`<span class="warn">${mark}</span>`,
    ];
    return html`
      <figure class="quoted${cell.reviewed ? "" : " open"}">
        ${passageHtml(passage, tag.stance, source, `q-${passage.id}`)}
        <figcaption>
          <span class="stance ${tag.stance}">${symbol(tag.stance)}${stanceWord(tag.stance)}</span>
          <a href="#c${claim.number}">${claim.label}</a> ${typed(claim.text)}
          <span class="src">${dotted(line)}</span>
        </figcaption>
      </figure>`;
  },
  markdown: (block, context) => {
    const quoted = quotedIn(block, context);
    if (quoted === null) return [];
    const { claim, source, cell, tag, passage } = quoted;
    const parts = [source.name, sourceLine(source), signature(tag), openMark(cell)].filter((part) => part !== "");
    return [
      markdownPassage(passage),
      `**${stanceWord(tag.stance)}** ${claim.label}. ${md(claim.text)} (${parts.map(md).join("; ")})`,
    ];
  },
};

function quotedIn({ claimId, sourceId, evidenceId }: Place, { claims, sources }: BlockContext): Quoted | null {
  const claim = claims.get(claimId);
  const source = sources.get(sourceId);
  const cell = claim?.cells.find((one) => one.sourceId === sourceId);
  if (claim === undefined || source === undefined || cell === undefined) return null;
  for (const tag of [...(cell.tag === null ? [] : [cell.tag]), ...cell.otherTags]) {
    const passage = tag.evidence.find(({ id }) => id === evidenceId);
    if (passage !== undefined) return { claim, source, cell, tag, passage };
  }
  return null;
}
