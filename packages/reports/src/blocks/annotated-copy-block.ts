import { STANCE_GLYPH } from "@assay/domain";
import { escapeMarkdown as md } from "../markdown/escape-markdown.ts";
import type { Content, Html } from "../html/html.ts";
import { html, typed } from "../html/html.ts";
import { languageTag } from "../html/safe-url.ts";
import type { AnnotatedCopy, CopyNote, CopyParagraph } from "../printed/annotated-copy.ts";
import { annotatedCopy } from "../printed/annotated-copy.ts";
import type { LiveBlockFormat } from "./block-context.ts";

const NOTHING = "The text of this source is not part of the report.";

/** A source line by line, each judgement a numbered note beside it. */
export const annotatedCopyBlock: LiveBlockFormat<"annotated"> = {
  html: ({ id, sourceId }, { snapshot }) => {
    const copy = annotatedCopy(snapshot, sourceId);
    return copy === null ? html`<p class="none">${NOTHING}</p>` : copyHtml(copy, `k${id.slice(0, 8)}`);
  },
  markdown: ({ sourceId }, { snapshot }) => {
    const copy = annotatedCopy(snapshot, sourceId);
    return copy === null ? [NOTHING] : copyMarkdown(copy);
  },
};

function copyHtml(copy: AnnotatedCopy, key: string): Html {
  const language = languageTag(copy.language);
  const lang = language === null ? null : html` lang="${language}"`;
  const inPlace = new Map<number, CopyNote>(copy.notes.map((note) => [note.number, note]));
  return html`
    <div class="copy">
      <p class="src">${typed(copy.sourceName)}, annotated</p>
      ${copy.paragraphs.map((paragraph) => {
        const notes = paragraph.pieces.flatMap((piece) => piece.notes).flatMap((number) => inPlace.get(number) ?? []);
        const own = notes.filter((note) => inPlace.delete(note.number));
        return html`
          <div class="copied">
            <p class="${paragraph.heading ? "head" : "text"}" dir="auto"${lang}>${piecesHtml(paragraph, key)}</p>
            <ol class="margin">${own.map((note) => noteHtml(note, key))}</ol>
          </div>\n`;
      })}
      ${copy.unplaced.length === 0 ? null : html`<h3>Not in the text</h3>`}
      <ol class="margin wide">${copy.unplaced.map((note) => noteHtml(note, key))}</ol>
    </div>`;
}

function piecesHtml({ pieces }: CopyParagraph, key: string): Content[] {
  return pieces.flatMap(({ text, stance, notes }): Content[] => [
    stance === null ? text : html`<mark class="${stance}">${text}</mark>`,
    notes.length === 0 ? null : html`<sup>${notes.map((number, index) => noteLink(number, index, key))}</sup>`,
  ]);
}

function noteLink(number: number, index: number, key: string): Content {
  return [index === 0 ? null : ",", html`<a href="#${key}-${number}">${number}</a>`];
}

/** Words that bring their own quotation marks get no second ones. */
function inQuotes(words: string): string {
  return /^[\p{Pi}"]/u.test(words.trimStart()) ? words : `“${words}”`;
}

function noteHtml(note: CopyNote, key: string): Html {
  const { number, label, claim, claimNumber, verdict, judgement, who, rationale, others } = note;
  return html`
    <li id="${key}-${number}" value="${number}">
      <b>${number}</b> <a href="#c${claimNumber}">${label}</a> ${typed(claim)} <i>${verdict}</i>; ${judgement}.
      ${rationale === "" ? null : html` ${typed(rationale)}`}
      <span class="src">${typed(who)}</span>
      ${others.map(({ source, word, quotations }) => {
        const quoted = quotations.map((one) => html` <q dir="auto">${inQuotes(one)}</q>`);
        return html`<span class="src">${typed(source)}, ${word}${quoted.length === 0 ? null : [":", quoted]}</span>`;
      })}
    </li>\n`;
}

function copyMarkdown({ paragraphs, notes, unplaced, sourceName }: AnnotatedCopy): string[] {
  const texts = paragraphs.map(({ heading, pieces }) => {
    const words = pieces.map(({ text, stance, notes: numbers }) => {
      const marked = stance === null ? md(text) : `**${md(text.trim())}** `;
      return `${marked}${numbers.map((number) => `\\[${number}\\]`).join("")}`;
    });
    return `${heading ? "### " : ""}${words.join("")}`.trim();
  });
  return [`*${md(sourceName)}, annotated*`, ...texts, ...[...notes, ...unplaced].map(noteMarkdown)];
}

function noteMarkdown({ number, label, claim, stance, verdict, judgement, who, rationale, others }: CopyNote): string {
  const rest = others.map(({ source, word, quotations }) => {
    const quoted = quotations.map((one) => md(inQuotes(one))).join(" ");
    return `${md(source)}, ${word}${quoted === "" ? "" : `: ${quoted}`}`;
  });
  const parts = [`${md(claim)} ${verdict}; ${STANCE_GLYPH[stance]} ${judgement}.`, md(rationale), md(who), ...rest];
  return `\\[${number}\\] ${label}. ${parts.filter((part) => part !== "").join("; ")}`;
}
