import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Failure } from "../failure.ts";
import { reanchor } from "./reanchor.ts";

const OLD = "Notice.\r\nThe bridge opens at 10 on Sunday. Cyclists wait at the gate until the light turns green.\r\n";
const NEW = "Notice, corrected.\nThe bridge opens at 11 on Sunday. Cyclists wait at the gate until the light turns green.\n";

let folder: string;
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-reanchor-"));
  file("old.txt", OLD);
  file("new.txt", NEW);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(anchors: unknown[], { loose = false, from = "old.txt" } = {}) {
  const lines = anchors.map((anchor) => (typeof anchor === "string" ? anchor : JSON.stringify(anchor)));
  const path = file("anchors.jsonl", lines.join("\n"));
  const out: Record<string, unknown>[] = [];
  const options = { from: join(folder, from), to: join(folder, "new.txt"), anchors: path, loose };
  reanchor(options, (line) => out.push(JSON.parse(line) as Record<string, unknown>));
  return out;
}

function failure(anchors: unknown[], options = {}): Failure {
  try {
    run(anchors, options);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

describe("assay reanchor", () => {
  it("prints where each anchor is now, in the order given", () => {
    const results = run([
      { id: "time", start: 8, end: 30, exact: "The bridge opens at 10" },
      "",
      { id: 7, start: 42, end: 58, exact: "Cyclists wait at" },
    ]);
    expect(results).toEqual([
      expect.objectContaining({ id: "time", state: "fuzzy", start: 19, end: 41, exact: "The bridge opens at 11" }),
      { id: "7", state: "moved", start: 53, end: 69, exact: "Cyclists wait at", score: expect.any(Number), reasons: expect.any(Array) },
    ]);
    expect(results[0]?.reasons).toContain("words changed: '10' → '11'");
  });

  it("looks for anchors without true offsets when asked to", () => {
    const [found, lost] = run([{ exact: "until the light turns green" }, { id: "x", exact: "nobody swims here" }], { loose: true });
    expect(found).toMatchObject({ id: "1", state: "moved", start: NEW.indexOf("until the light") });
    expect(lost).toMatchObject({ id: "x", state: "orphaned", reasons: expect.arrayContaining(["orphaned in the old text"]) });
  });

  it.each([
    ["{", "line 1: not JSON"],
    ["[1]", "line 1: not a JSON object"],
    [{ id: "a", start: 0, end: 6 }, 'line 1: "exact" is not a text'],
    [{ id: "a", start: 0.5, end: 6, exact: "Notice" }, '"start" is not a whole number'],
    [{ id: "a", exact: "Notice" }, "are lacking; with --loose"],
    [{ id: "a", start: 1, end: 7, exact: "Notice" }, "line 1: the words do not stand at 1–7"],
  ])("refuses %j in one line with its number", (line, words) => {
    const { message, exit } = failure([line]);
    expect(exit).toBe(65);
    expect(message).toContain(words);
    expect(message).not.toContain("\n");
  });

  it("says which file is missing, and which is not text", () => {
    expect(failure([], { from: "absent.txt" })).toMatchObject({ exit: 66, message: expect.stringContaining("absent.txt") });
    file("binary.txt", Buffer.from([0xff, 0xfe, 0x00]));
    expect(failure([], { from: "binary.txt" })).toMatchObject({ exit: 65, message: expect.stringContaining("not UTF-8") });
  });
});
