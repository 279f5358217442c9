/** What makes a reader of XML slow, deep or open to the outside. */
export interface XmlScan {
  elements: number;
  depth: number;
  /** Whether it declares a document type, and so may declare entities. */
  declares: boolean;
}

/**
 * Counts elements without building any, in one pass. The XML is taken as its bytes: all that stands for structure is
 * ASCII. Once `most` elements or `deepest` levels are passed it goes no further.
 */
export function scanXml(bytes: Uint8Array, most: number, deepest: number): XmlScan {
  const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const scan: XmlScan = { elements: 0, depth: 0, declares: false };
  let level = 0;
  for (let at = xml.indexOf("<"); at !== -1 && scan.elements <= most && scan.depth <= deepest; at = xml.indexOf("<", at)) {
    if (xml.startsWith("<!--", at)) at = after(xml, "-->", at + 4);
    else if (xml.startsWith("<![CDATA[", at)) at = after(xml, "]]>", at + 9);
    else if (xml.startsWith("<?", at)) at = after(xml, "?>", at + 2);
    else if (xml.startsWith("<!", at)) return { ...scan, declares: true };
    else {
      const end = endOfTag(xml, at + 1);
      if (xml.charAt(at + 1) === "/") level -= 1;
      else {
        scan.elements += 1;
        if (xml.charAt(end - 1) !== "/") level += 1;
        scan.depth = Math.max(scan.depth, level);
      }
      at = end;
    }
  }
  return scan;
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at === -1 ? xml.length : at + mark.length;
}

/** A `>` in an attribute's value ends nothing. */
function endOfTag(xml: string, from: number): number {
  let quote = "";
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml.charAt(at);
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return at;
  }
  return xml.length;
}
