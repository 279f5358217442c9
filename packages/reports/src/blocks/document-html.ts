import type { ProseBlock } from "@assay/domain";
import { blockText, isProse } from "@assay/domain";
import { notesHtml } from "../html/html-opening.ts";
import type { Content } from "../html/html.ts";
import { Html, html, typed } from "../html/html.ts";
import type { ReportSnapshot, SnapshotBlock, SnapshotDocument } from "../snapshot/report-snapshot.ts";
import type { BlockContext } from "./block-context.ts";
import { blockContext } from "./block-context.ts";
import { correctionsHtml } from "./corrections-list.ts";
import { liveHtml } from "./live-blocks.ts";
import { inlineHtml, isWritten, proseHtml } from "./prose-blocks.ts";

/** A part of the document: what stands under one heading of the second level, or above the first. */
interface Part {
  heading: ProseBlock | null;
  blocks: SnapshotBlock[];
}

export interface DocumentHtml {
  main: Html;
  /** Parts to go to from the top of the page. */
  parts: { id: string; title: string }[];
}

/** How many parts the top of the page names. */
const NAMED_PARTS = 4;

/**
 * The desk's document as the body of a page. Caveats stand under the opening and corrections at the end even where the
 * document has no block for them: the desk arranges its report, but does not leave these out (T4, R3).
 */
export function documentHtml(snapshot: ReportSnapshot, document: SnapshotDocument): DocumentHtml {
  const context = blockContext(snapshot);
  const { case: subject, title } = snapshot;
  const parts = partsOf(document.blocks);
  const [opening, ...rest] = parts[0]?.heading === null ? parts : [{ heading: null, blocks: [] }, ...parts];
  const leading = opening?.blocks ?? [];
  const cut = leading.findIndex(({ type }) => !["lede", "standfirst", "figures"].includes(type));
  const [first, then] = cut === -1 ? [leading, []] : [leading.slice(0, cut), leading.slice(cut)];
  const sections = rest.map(({ heading, blocks }, index) => {
    const id = `part-${index + 1}`;
    return html`
      <section id="${id}" aria-labelledby="${id}-head">
        ${internalMark(heading)}
        <h2 id="${id}-head" dir="auto">${heading === null ? null : inlineHtml(heading.children)}</h2>
        ${blocksHtml(blocks, context)}
      </section>\n`;
  });
  const hasCorrections = document.blocks.some(({ type }) => type === "corrections");
  const corrections = hasCorrections || !snapshot.release?.corrections.length ? null : correctionsHtml(snapshot);
  const main = html`
    <div class="opening">
      ${subject.title === title ? null : html`<p class="kick">${typed(subject.title)}</p>`}
      <h1>${typed(title)}</h1>
      ${blocksHtml(first, context)}
    </div>
    ${snapshot.notes.length === 0 ? null : notesHtml(snapshot.notes)}
    ${then.length === 0 ? null : html`<div class="lead">${blocksHtml(then, context)}</div>`}
    ${sections}
    ${corrections === null ? null : html`<section><h2>Corrections</h2>${corrections}</section>`}`;
  const named = rest.slice(0, NAMED_PARTS).map(({ heading }, index) => {
    return { id: `part-${index + 1}`, title: heading === null ? "" : blockText(heading) };
  });
  return { main: placed(main), parts: named };
}

function partsOf(blocks: readonly SnapshotBlock[]): Part[] {
  const parts: Part[] = [];
  for (const block of blocks) {
    if (block.type === "heading" && block.level === 2) {
      if (isWritten(block)) parts.push({ heading: block, blocks: [] });
    } else if (parts.length === 0) parts.push({ heading: null, blocks: [block] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

function internalMark(block: { audience: string } | null): Html | null {
  return block?.audience === "internal" ? html`<p class="inside-mark">Internal: not for publication</p>` : null;
}

/** Runs of prose, and live blocks between; what is internal is marked as such, once for a run. */
function blocksHtml(blocks: readonly SnapshotBlock[], context: BlockContext): Content {
  const runs: SnapshotBlock[][] = [];
  for (const block of blocks) {
    const before = runs.at(-1)?.at(-1);
    const joins = before !== undefined && isProse(block) && isProse(before) && before.audience === block.audience;
    if (joins) runs.at(-1)?.push(block);
    else runs.push([block]);
  }
  return runs.map((run) => {
    const [first] = run;
    if (first === undefined) return null;
    const drawn = isProse(first) ? proseRun(run.filter(isProse)) : liveHtml(first, context);
    if (drawn === null || first.audience === "public") return drawn;
    return html`<div class="inside">${internalMark(first)}${drawn}</div>`;
  });
}

function proseRun(blocks: readonly ProseBlock[]): Html | null {
  return blocks.some(isWritten) ? html`<div class="prose own">${proseHtml(blocks)}</div>` : null;
}

/**
 * A claim may stand in a document twice, and a matrix without the findings it leads to: only the first of a name keeps
 * it, and a link that leads nowhere in this page is none. Attributes are written by templates, so that what is matched
 * is never somebody's words: those have their quotation marks escaped.
 */
function placed({ markup }: Html): Html {
  const seen = new Set<string>();
  const named = markup.replace(/ id="([^"]*)"/g, (attribute, id: string) => {
    if (seen.has(id)) return "";
    seen.add(id);
    return attribute;
  });
  const link = /(<a\b[^>]*) href="#([^"]*)"/g;
  return new Html(named.replace(link, (whole, tag: string, id: string) => (isThere(id, seen) ? whole : tag)));
}

/** Verification is not part of the document and stands on every page. */
function isThere(id: string, seen: ReadonlySet<string>): boolean {
  return seen.has(id) || id === "verify";
}
