import { escapeMarkdown as md } from "../markdown/escape-markdown.ts";
import { discussionHtml } from "../html/html-discussion.ts";
import { legendHtml } from "../html/html-legend.ts";
import { matrixHtml } from "../html/html-matrix.ts";
import { figuresHtml } from "../html/html-opening.ts";
import { sourcesHtml } from "../html/html-sources.ts";
import { html } from "../html/html.ts";
import { discussionBlocks } from "../markdown/markdown-discussion.ts";
import { markdownMatrix } from "../markdown/markdown-matrix.ts";
import { markdownSource } from "../markdown/markdown-source.ts";
import { figuresOf } from "../report-figures.ts";
import { method, standfirst } from "../report-words.ts";
import type { LiveBlockFormat } from "./block-context.ts";

/** Blocks that show a whole part of the case, the same as in a report without a document. */

export const standfirstBlock: LiveBlockFormat<"standfirst"> = {
  html: (_, { snapshot }) => html`<p class="stand">${standfirst(snapshot)}</p>`,
  markdown: (_, { snapshot }) => [md(standfirst(snapshot))],
};

export const figuresBlock: LiveBlockFormat<"figures"> = {
  html: (_, { snapshot }) => figuresHtml(snapshot),
  markdown: (_, { snapshot }) => [
    figuresOf(snapshot)
      .map(({ big, small }) => `- **${md(big)}** ${md(small)}`)
      .join("\n"),
  ],
};

export const matrixBlock: LiveBlockFormat<"matrix"> = {
  html: (_, { snapshot }) => matrixHtml(snapshot),
  markdown: (_, { snapshot }) => [markdownMatrix(snapshot)],
};

export const sourceList: LiveBlockFormat<"sources"> = {
  html: (_, { snapshot }) => html`${sourcesHtml(snapshot.sources)}`,
  markdown: (_, { snapshot }) => snapshot.sources.map(markdownSource),
};

export const methodNote: LiveBlockFormat<"method"> = {
  html: (_, { snapshot }) => {
    const paragraphs = method(snapshot).map((paragraph) => html`<p>${paragraph}</p>`);
    return html`<div class="pair"><div class="prose">${paragraphs}</div>${legendHtml()}</div>`;
  },
  markdown: (_, { snapshot }) => method(snapshot).map(md),
};

export const discussionBlock: LiveBlockFormat<"discussion"> = {
  html: (_, { snapshot }) => html`${discussionHtml(snapshot.discussion ?? [])}`,
  // Without its own heading: the document has the one it wants.
  markdown: (_, { snapshot }) => discussionBlocks({ ...snapshot, discussion: snapshot.discussion ?? [] }).slice(1),
};
