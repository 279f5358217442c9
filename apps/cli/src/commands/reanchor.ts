import { readFileSync } from "node:fs";
import { locateAnchor, makeAnchor, mapAnchors, normaliseText } from "@assay/domain";
import type { AnchorToMap, MappedAnchor } from "@assay/domain";
import { EXIT, Failure } from "../failure.ts";
import { readAnchorLines } from "../anchor-lines.ts";
import type { AnchorLine } from "../anchor-lines.ts";

export interface ReanchorOptions {
  from: string;
  to: string;
  anchors: string;
  loose?: boolean;
}

/** Carries anchors from one version of a text to the next, without a server; one JSON line for each anchor. */
export function reanchor(options: ReanchorOptions, out: (line: string) => void): void {
  const oldText = readText(options.from);
  const newText = readText(options.to);
  const lines = readAnchorLines(readUtf8(options.anchors), options.anchors);
  const anchors = lines.map((line) => standing(oldText, line, options));
  mapAnchors(oldText, newText, anchors).forEach((result, index) => {
    const was = anchors[index]?.state;
    const note = was === "orphaned" || was === "ambiguous" ? [`${was} in the old text`] : [];
    out(JSON.stringify(shown({ ...result, reasons: [...note, ...result.reasons] })));
  });
}

function readText(path: string): string {
  const normal = normaliseText(readUtf8(path));
  if (!normal.ok) throw new Failure(`${path}: ${normal.reason}`, EXIT.data);
  return normal.text;
}

function readUtf8(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Failure(`${path}: there is no such file, or it cannot be read`, EXIT.noInput);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(`${path}: not UTF-8 text`, EXIT.data);
  }
}

/** The anchor as it stands in the old text. Loosely, it is looked for there first and may turn out not to be in it. */
function standing(text: string, line: AnchorLine, { anchors: file, from, loose }: ReanchorOptions): AnchorToMap {
  const { id, exact } = line;
  if (loose) {
    const { start = 0, end = start + exact.length, prefix = "", suffix = "" } = line;
    return { id, ...locateAnchor(text, { start, end, exact, prefix, suffix, state: "exact" }) };
  }
  const refuse = (why: string): never => {
    throw new Failure(`${file} line ${line.number}: ${why}`, EXIT.data);
  };
  const { start, end } = line;
  if (start === undefined || end === undefined) return refuse('"start" and "end" are lacking; with --loose the words are looked for');
  if (start < 0 || end <= start || end > text.length || text.slice(start, end) !== exact) {
    return refuse(
      `the words do not stand at ${start}–${end} of ${from} (UTF-16 units, line ends counted as one); ` +
        "with --loose they are looked for",
    );
  }
  try {
    return { id, ...makeAnchor(text, start, end) };
  } catch {
    return refuse(`${start}–${end} splits a character of ${from}`);
  }
}

function shown({ id, anchor, score, reasons, candidates }: MappedAnchor) {
  const { state, start, end, exact } = anchor;
  return { id, state, start, end, exact, score, reasons, ...(candidates ? { candidates } : {}) };
}
