/** What a page of another kind needs to look like a report: the tag, the sheet, the signs and the strokes of a picture. */
export { escapeHtml } from "./html/escape-html.ts";
export { Html, dotted, html, typed } from "./html/html.ts";
export type { Content } from "./html/html.ts";
export { pageHtml, sectionHtml } from "./html/html-page.ts";
export { symbol } from "./html/html-symbols.ts";
export { escapeMarkdown } from "./markdown/escape-markdown.ts";
export { capitalised, counted, figure, listed } from "./prose.ts";
export { bar, clip, drawing, words } from "./charts/svg.ts";
