import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ThreadView } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { buildSnapshot } from "./snapshot/build-snapshot.ts";
import { renderHtml } from "./html/html-report.ts";
import { renderJson } from "./json-report.ts";
import { renderMarkdown } from "./markdown/markdown-report.ts";
import { ferryInput } from "./testing/ferry-case.ts";

const ATTACK = "<script>alert(1)</script> [a](javascript:x)";

const comment = (id: string, text: string, more: object = {}) => ({
  id,
  authorId: "ana",
  text,
  mentions: [],
  version: 1,
  withdrawn: false,
  createdAt: "2026-10-10T08:00:00.000Z",
  updatedAt: "2026-10-10T08:00:00.000Z",
  ...more,
});

const thread = (id: string, more: Partial<ThreadView>): ThreadView => ({
  id,
  subject: "case",
  claimId: null,
  tagId: null,
  passage: null,
  resolved: null,
  version: 1,
  createdBy: "ana",
  createdAt: "2026-10-10T08:00:00.000Z",
  updatedAt: "2026-10-10T08:00:00.000Z",
  comments: [comment(`${id}-1`, `Said in ${id}`)],
  ...more,
});

function snapshot(includeDiscussion: boolean | undefined, claimIds: string[] | "all" = "all") {
  const input = ferryInput();
  const [first, second] = input.view.claims;
  const [source] = input.view.sources;
  if (first === undefined || second === undefined || source === undefined) throw new Error("The ferry case shrank");
  const passage = { sourceId: source.id, revisionId: source.revision.id, start: 0, end: 5, exact: "Ferry" };
  const threads = [
    thread("case", { resolved: { by: "ana", at: "2026-10-10T09:00:00.000Z", reason: "Settled by phone" } }),
    thread("first", { subject: "claim", claimId: first.id, comments: [comment("a", ATTACK, { version: 2 })] }),
    thread("second", { subject: "claim", claimId: second.id }),
    thread("words", { subject: "passage", passage, comments: [comment("b", "", { withdrawn: true })] }),
  ];
  const scope = { ...input.scope, claimIds, includeDiscussion };
  return buildSnapshot({ ...input, view: { ...input.view, threads }, scope });
}

describe("the discussion in a report", () => {
  it("is left out unless it is asked for", () => {
    for (const asked of [undefined, false]) {
      expect(snapshot(asked)).not.toHaveProperty("discussion");
      expect(renderMarkdown(snapshot(asked))).not.toContain("Said in");
      expect(renderHtml(snapshot(asked))).not.toContain("Discussion");
    }
  });

  it("tells who said what about which part, how it was settled, and leaves withdrawn words out", () => {
    const { discussion = [] } = snapshot(true);
    expect(discussion.map(({ id, claimLabel }) => [id, claimLabel])).toEqual([
      ["case", null],
      ["first", "C1"],
      ["second", "C2"],
      ["words", null],
    ]);
    const markdown = renderMarkdown(snapshot(true));
    expect(markdown).toMatch(/## Discussion[\s\S]*Said in case[\s\S]*Settled by phone[\s\S]*\*withdrawn\*/);
    const page = renderHtml(snapshot(true));
    expect(page).toContain('<section id="discussion"');
    expect(page).toContain("Settled by phone");
    expect(page).toContain(", edited");
  });

  it("keeps to the scope of the report", () => {
    const claimId = ferryInput().view.claims[1]?.id ?? "";
    expect(snapshot(true, [claimId]).discussion?.map(({ id }) => id)).toEqual(["case", "second", "words"]);
  });

  it("shows words as words", () => {
    const page = renderHtml(snapshot(true));
    expect(page).toContain("&lt;script&gt;alert(1)");
    expect(page).not.toContain("<script");
    expect(renderMarkdown(snapshot(true))).not.toContain("[a](javascript:x)");
  });

  it("is described by the schema of the JSON export", () => {
    const schema = JSON.parse(readFileSync(new URL("../report.schema.json", import.meta.url), "utf8")) as object;
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
    const value = JSON.parse(renderJson(snapshot(true))) as { discussion: { comments: object[] }[] };
    validate(value);
    expect(validate.errors).toBeNull();
    Object.assign(value.discussion[0]?.comments[0] ?? {}, { secret: "x" });
    expect(validate(value)).toBe(false);
  });
});
