import { escapeHtml } from "./escape-html.ts";

/** Markup, as against words. Only the `html` tag makes it, so that nothing reaches the page unescaped by oversight. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Content = Html | string | number | null | readonly Content[];

/** A template's own line breaks and indentation are for its author and are taken out, once; a written `\n` stays. */
const tightened = new WeakMap<TemplateStringsArray, string[]>();

/** Words are escaped, markup and lists of it are kept, null is nothing. */
export function html(parts: TemplateStringsArray, ...values: Content[]): Html {
  const tight = tightened.get(parts) ?? parts.raw.map((part) => part.replace(/\n\s*/g, "").replaceAll("\\n", "\n"));
  tightened.set(parts, tight);
  let markup = tight[0] ?? "";
  values.forEach((value, index) => {
    markup += write(value) + (tight[index + 1] ?? "");
  });
  return new Html(markup);
}

function write(content: Content): string {
  if (content === null) return "";
  if (content instanceof Html) return content.markup;
  if (typeof content === "string") return escapeHtml(content);
  if (typeof content === "number") return String(content);
  return content.map(write).join("");
}

/** A name or a note that somebody typed: its direction of writing, and any override in it, ends where it ends. */
export function typed(words: string): Html {
  return html`<bdi>${words}</bdi>`;
}

/** Joined by a middle dot, empty parts left out. */
export function dotted(parts: readonly Content[]): Content[] {
  const shown = parts.filter((part) => part !== null && part !== "");
  return shown.map((part, index) => (index === 0 ? part : html`<span class="dot"> · </span>${part}`));
}
