import { stretchesOf } from "./stretches-of.ts";

/**
 * The few elements of WordprocessingML that a report's body is made of, written as strings: a library's object for each
 * run of a long report costs seconds and most of a gigabyte. Properties stand in the order that the schema demands.
 * Whatever takes `words` escapes them; whatever takes `inside` takes markup that came from here.
 */
export interface RunLook {
  /** Id of a character style. */
  style?: string;
  font?: string;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  /** Half points. */
  size?: number;
  underline?: { type: "single" | "wave" | "dash"; color: string };
  /** Ground behind the words. */
  fill?: string;
  /** Inside a paragraph that runs from right to left. */
  bidirectional?: boolean;
}

export interface Edge {
  style: "single" | "none";
  size: number;
  color: string;
  space?: number;
}

export interface ParagraphLook {
  /** Id of a paragraph style. */
  style?: string;
  keepNext?: boolean;
  /** Number of the list that it is an item of. */
  list?: number;
  edge?: Partial<Record<"top" | "bottom", Edge>>;
  /** Twentieths of a point: where words after a tab end. */
  rightTab?: number;
  bidirectional?: boolean;
  spaceAfter?: number;
  align?: "start" | "center";
}

const CODES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML 1.0 has no room for controls and lone surrogates; no page shows them either. */
export function xmlWords(words: string): string {
  return words.replace(/\r\n?/gu, "\n").replace(/[\p{Cs}\uFFFE\uFFFF]|(?![\t\n])\p{Cc}/gu, "");
}

export function xmlEscaped(words: string): string {
  return words.replace(/[&<>"]/gu, (one) => CODES[one] ?? one);
}

/** Line breaks inside words stay breaks. */
export function run(words: string, look: RunLook): string {
  if (words === "") return "";
  const plain = runProperties(look);
  const turned = runProperties(look, "<w:rtl/>");
  return xmlWords(words)
    .split("\n")
    .map((line, index) =>
      stretchesOf(line, look.bidirectional === true)
        .map(({ text, fromRight }, at) => {
          const start = index === 0 || at > 0 ? "" : "<w:br/>";
          return `<w:r>${fromRight ? turned : plain}${start}<w:t xml:space="preserve">${xmlEscaped(text)}</w:t></w:r>`;
        })
        .join(""),
    )
    .join("");
}

function runProperties({ style, font, bold, italics, color, size, underline, fill }: RunLook, direction = ""): string {
  const properties =
    (style === undefined ? "" : `<w:rStyle w:val="${style}"/>`) +
    (font === undefined ? "" : `<w:rFonts w:ascii="${font}" w:cs="${font}" w:eastAsia="${font}" w:hAnsi="${font}"/>`) +
    (bold === true ? "<w:b/><w:bCs/>" : "") +
    (italics === true ? "<w:i/><w:iCs/>" : "") +
    (color === undefined ? "" : `<w:color w:val="${color}"/>`) +
    (size === undefined ? "" : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`) +
    (underline === undefined ? "" : `<w:u w:val="${underline.type}" w:color="${underline.color}"/>`) +
    (fill === undefined ? "" : `<w:shd w:fill="${fill}" w:color="auto" w:val="clear"/>`) +
    direction;
  return properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
}

export function paragraph(look: ParagraphLook, inside: string): string {
  const { style, keepNext, list, edge, rightTab, bidirectional, spaceAfter, align } = look;
  const properties =
    (style === undefined ? "" : `<w:pStyle w:val="${style}"/>`) +
    (keepNext === true ? "<w:keepNext/>" : "") +
    (list === undefined ? "" : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`) +
    (edge === undefined ? "" : `<w:pBdr>${edges(edge, ["top", "bottom"])}</w:pBdr>`) +
    (rightTab === undefined ? "" : `<w:tabs><w:tab w:val="right" w:pos="${rightTab}"/></w:tabs>`) +
    (bidirectional === true ? "<w:bidi/>" : "") +
    (spaceAfter === undefined ? "" : `<w:spacing w:after="${spaceAfter}"/>`) +
    (align === undefined ? "" : `<w:jc w:val="${align}"/>`);
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
}

export function edges<Side extends string>(of: Partial<Record<Side, Edge>>, sides: readonly Side[]): string {
  return sides
    .map((side) => {
      const edge = of[side];
      if (edge === undefined) return "";
      const space = edge.space === undefined ? "" : ` w:space="${edge.space}"`;
      return `<w:${side} w:val="${edge.style}" w:color="${edge.color}" w:sz="${edge.size}"${space}/>`;
    })
    .join("");
}

export function insideLink(place: string, inside: string): string {
  return `<w:hyperlink w:history="1" w:anchor="${xmlEscaped(place)}">${inside}</w:hyperlink>`;
}
