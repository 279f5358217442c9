import { basename } from "node:path";
import type { CheckReport } from "./check-report.ts";
import type { Texts } from "./html-passage.ts";

const LONGEST_NAME = 28;

/** The sources by the numbers and short names under which a page shows them. */
export function textsOf({ sources }: CheckReport, text: ReadonlyMap<string, string>): Texts {
  return {
    text,
    number: new Map(sources.map(({ id }, at) => [id, at + 1])),
    name: new Map(sources.map(({ id, file }) => [id, short(basename(file))])),
  };
}

function short(name: string): string {
  const characters = [...name.replace(/\.(?:txt|md|text|html?|docx|pdf)$/i, "")];
  return characters.length <= LONGEST_NAME ? characters.join("") : `${characters.slice(0, LONGEST_NAME - 1).join("")}…`;
}
