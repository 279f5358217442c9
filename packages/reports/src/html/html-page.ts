import { STYLES } from "./html-styles.ts";
import { SYMBOLS } from "./html-symbols.ts";
import type { Content, Html } from "./html.ts";
import { html } from "./html.ts";

/** Nothing runs and nothing is fetched, even if some markup should ever slip through. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

interface Page {
  title: string;
  generator: string;
  /** Before and behind the sheet that all pages share. */
  faces?: Content;
  styles?: Content;
  masthead: Content;
  main: Content;
  footer: Content;
}

/** One file that stands by itself: no script, no request, readable on paper, on a phone and in the dark. */
export function pageHtml({ title, generator, faces = null, styles = null, masthead, main, footer }: Page): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="${POLICY}">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="${generator}">
        <title>${title}</title>
        <style>${faces}${STYLES}${styles}</style>
      </head>
      <body>
        ${SYMBOLS}
        ${masthead}
        <main>
          ${main}
        </main>
        <footer>${footer}</footer>
      </body>
    </html>\n`.markup;
}

export function sectionHtml(id: string, title: string, content: Content): Html {
  return html`
    <section id="${id}" aria-labelledby="${id}-head">
      <h2 id="${id}-head">${title}</h2>
      ${content}
    </section>\n`;
}
