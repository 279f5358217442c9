import type { fromMarkdown } from "mdast-util-from-markdown";

export type MarkdownBlock = ReturnType<typeof fromMarkdown>["children"][number];

/**
 * The words a reader of the rendered page would see: marks and link targets fall away, a picture leaves its alternative
 * text. HTML is kept as the characters it is written with; it is text here and is never rendered.
 */
export function visibleWords(node: MarkdownBlock): string {
  return words(node).replace(/\r\n?/g, "\n").trim();
}

function words(node: MarkdownBlock): string {
  switch (node.type) {
    case "text":
      // A soft break is a space on the rendered page. A character reference may bring in a carriage return (X2).
      return node.value.replace(/[ \t]*[\r\n]+[ \t]*/g, " ");
    case "inlineCode":
    case "code":
    case "html":
      return node.value;
    case "break":
      return "\n";
    case "image":
    case "imageReference":
      return node.alt ?? "";
    case "footnoteReference":
      return `[${node.label ?? node.identifier}]`;
    case "tableRow":
      return node.children.map(words).join(" | ");
    default:
      return "children" in node ? node.children.map(words).join("") : "";
  }
}
