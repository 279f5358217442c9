import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A DOCX whose body is `body`; `more` gives further parts by their names, or other contents of the usual ones. */
export function makeDocx(body: string, more: Record<string, string> = {}): Uint8Array {
  const kinds = ["styles", "numbering", "footnotes", "comments"].filter((kind) => `word/${kind}.xml` in more);
  const parts: Record<string, string> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${R}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${R}">${kinds
      .map((kind) => `<Relationship Id="${kind}" Type="${OFFICE}/${kind}" Target="${kind}.xml"/>`)
      .join("")}</Relationships>`,
    "word/document.xml": part("document", `<w:body>${body}</w:body>`),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

/** The XML of a part whose root is `w:name`. */
export function part(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${W}">${content}</w:${name}>`;
}

export function paragraph(words: string, style = ""): string {
  return `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${run(words)}</w:p>`;
}

export function run(words: string, inside = ""): string {
  return `<w:r>${inside}<w:t xml:space="preserve">${words}</w:t></w:r>`;
}
