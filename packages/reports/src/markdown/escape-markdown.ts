/**
 * Words of others that were written in lines and paragraphs, such as a rationale: each line stays one. Nothing in them
 * is markup.
 */
export function markdownLines(words: string): string {
  return words
    .split(/\r\n?|\n/u)
    .map((line) => escapeMarkdown(line.trim()))
    .join("  \n")
    .replace(/^(?: {2}\n)+|(?: {2}\n)+$/gu, "")
    .replace(/(?: {2}\n){2,}/gu, "\n\n");
}

/**
 * Words of others inside Markdown: shown as they are by any renderer, never as markup. `&` and `<` become entities,
 * since some renderers let HTML through behind a backslash; a line break becomes a space.
 */
export function escapeMarkdown(words: string): string {
  return words
    .replace(/\s*[\r\n\u2028\u2029]+\s*/gu, " ")
    .replace(/[\\`*_{}[\]()#!|~$^]/gu, "\\$&")
    // Inside a line these are plain: "thirty-one" stays readable. At its start they would make a list or a heading.
    .replace(/^(\s*)([-+=])/u, "$1\\$2")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/(https?|ftp|mailto|xmpp)(:)/giu, "$1\\$2")
    .replace(/www\./giu, (start) => `${start.slice(0, -1)}\\.`)
    .replaceAll("@", "\\@")
    .replace(/^(\s*\d+)([.)])/u, "$1\\$2");
}
