import type { IStylesOptions } from "docx";
import { BorderStyle, LineRuleType } from "docx";
import { INK, SOFT } from "./docx-text.ts";

const SERIF = "Georgia";
const SANS = "Arial";
/** In 240ths of a line. Without its rule said, an exact height is understood, and a second line stands on the first. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });
const BAR = { style: BorderStyle.SINGLE, size: 12, color: "B9AE98", space: 8 };

/** Real styles under their usual names, so that an editor restyles the whole report in one place. */
export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: SANS, size: 20, color: INK }, paragraph: { spacing: { after: 100, ...lines(264) } } },
    title: { run: { font: SERIF, size: 48, bold: true }, paragraph: { spacing: { before: 120, after: 160, ...lines(240) } } },
    heading1: {
      run: { font: SERIF, size: 30, bold: true, color: INK },
      paragraph: {
        outlineLevel: 0,
        spacing: { before: 420, after: 140 },
        border: { top: { style: BorderStyle.SINGLE, size: 8, color: INK, space: 6 } },
      },
    },
    heading2: { run: { font: SERIF, size: 25, bold: true, color: INK }, paragraph: { outlineLevel: 1, spacing: { before: 300, after: 70 } } },
    heading3: { run: { font: SERIF, size: 23, bold: true, color: INK }, paragraph: { outlineLevel: 2, spacing: { before: 260, after: 60 } } },
    footnoteText: { run: { font: SANS, size: 16 }, paragraph: { spacing: { after: 40, ...lines(240) } } },
    hyperlink: { run: { color: "2B4A9E", underline: {} } },
  },
  paragraphStyles: [
    { id: "Standfirst", name: "Standfirst", basedOn: "Normal", run: { font: SERIF, size: 26 }, paragraph: { spacing: { after: 180 } } },
    { id: "Prose", name: "Prose", basedOn: "Normal", run: { font: SERIF, size: 22 }, paragraph: { spacing: { after: 140 } } },
    { id: "Copy", name: "Annotated copy", basedOn: "Prose", run: { font: SERIF, size: 22 }, paragraph: { spacing: { after: 160, ...lines(320) } } },
    { id: "Quote", name: "Quote", basedOn: "Prose", run: { font: SERIF, italics: true }, paragraph: { indent: { left: 480, right: 480 } } },
    { id: "Judgement", name: "Judgement", basedOn: "Normal", paragraph: { spacing: { before: 100, after: 40 } } },
    { id: "Evidence", name: "Evidence", basedOn: "Normal", run: { font: SERIF, size: 21 }, paragraph: { indent: { left: 360 }, spacing: { after: 60 } } },
    { id: "Aside", name: "Aside", basedOn: "Normal", run: { color: SOFT, size: 17 }, paragraph: { indent: { left: 360 }, spacing: { after: 60 } } },
    { id: "Caption", name: "caption", basedOn: "Normal", run: { color: SOFT, size: 18 }, paragraph: { spacing: { before: 200, after: 80 } } },
    { id: "SourceName", name: "Source name", basedOn: "Normal", run: { font: SERIF, size: 24, bold: true }, paragraph: { spacing: { before: 160, after: 20 } } },
    { id: "Furniture", name: "Page furniture", basedOn: "Normal", run: { color: SOFT, size: 15 } },
    { id: "Correction", name: "Correction", basedOn: "Normal", paragraph: { border: { left: BAR }, indent: { left: 200 } } },
  ],
};
