import { EXIT, Failure } from "./failure.ts";

/** One line of a file of anchors, as given. */
export interface AnchorLine {
  number: number;
  id: string;
  exact: string;
  start?: number;
  end?: number;
  prefix?: string;
  suffix?: string;
}

/** Reads JSON lines; blank ones count and are passed over. A line without an id is called by its number. */
export function readAnchorLines(content: string, file: string): AnchorLine[] {
  const lines: AnchorLine[] = [];
  content.split(/\r\n|\r|\n/).forEach((source, index) => {
    if (source.trim() === "") return;
    const number = index + 1;
    const fault = (what: string) => new Failure(`${file} line ${number}: ${what}`, EXIT.data);
    let value: unknown;
    try {
      value = JSON.parse(index === 0 ? source.replace(/^\uFEFF/, "") : source);
    } catch {
      throw fault("not JSON");
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw fault("not a JSON object");
    const given = value as Record<string, unknown>;
    const { id, exact } = given;
    if (typeof exact !== "string" || exact.trim() === "") throw fault('"exact" is not a text');
    if (id !== undefined && typeof id !== "string" && typeof id !== "number") throw fault('"id" is not a text');
    const line: AnchorLine = { number, id: String(id ?? number), exact };
    for (const key of ["start", "end"] as const) {
      const offset = given[key];
      if (offset == null) continue;
      if (typeof offset !== "number" || !Number.isInteger(offset)) throw fault(`"${key}" is not a whole number`);
      line[key] = offset;
    }
    for (const key of ["prefix", "suffix"] as const) {
      const words = given[key];
      if (words == null) continue;
      if (typeof words !== "string") throw fault(`"${key}" is not a text`);
      line[key] = words;
    }
    lines.push(line);
  });
  return lines;
}
