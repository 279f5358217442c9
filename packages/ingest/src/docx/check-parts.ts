import { refuse } from "@assay/domain";
import type { Refusal } from "@assay/domain";
import { count } from "../notes.ts";
import { scanXml } from "./scan-xml.ts";
import type { Parts } from "./unpack-parts.ts";

/** Some 80,000 pieces of text with formatting. The library takes six seconds and 700 MB for 400,000 elements. */
const MOST_ELEMENTS = 500_000;
/** Word itself stays below thirty; the library calls itself once for each level. */
const DEEPEST = 150;

const MEND = "Open it in Word or LibreOffice, save it again, and add that; or paste the text.";

/** What stands against reading the parts, before a library that takes them for harmless sees them; null for nothing. */
export function checkParts(parts: Parts): Refusal | null {
  let elements = 0;
  for (const [name, bytes] of parts) {
    if (bytes[0] === 0xff || bytes[0] === 0xfe) return refuse("format", `Its part ${name} is in UTF-16, which is not read. ${MEND}`);
    const scan = scanXml(bytes, MOST_ELEMENTS, DEEPEST);
    if (scan.declares) {
      return refuse("format", `This DOCX declares entities of its own, which no word processor does. It was not read. ${MEND}`);
    }
    if (scan.depth > DEEPEST) {
      return refuse("format", `This DOCX nests its text more than ${DEEPEST} levels deep, which no word processor does. It was not read. ${MEND}`);
    }
    elements += scan.elements;
    if (elements > MOST_ELEMENTS) {
      return refuse(
        "size",
        `This DOCX has more than ${count(MOST_ELEMENTS)} pieces of text and formatting. Cut it down to the part that is being ` +
          "checked, or save it as plain text.",
      );
    }
  }
  return null;
}
