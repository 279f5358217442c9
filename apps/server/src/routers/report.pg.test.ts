import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAs, openCase, openDesk, approved, refusalOf, save, say } from "../testing/desk.ts";
import type { Desk, TestCase } from "../testing/desk.ts";

let desk: Desk;
let test: TestCase;
beforeAll(async () => {
  desk = await openDesk();
  test = await openCase(desk);
  await approved(desk, test);
  await save(desk.as.second, test, say(test, "verified"));
});
afterAll(() => desk.close());

const scope = { claimIds: "all", sourceIds: "all", settledOnly: false } as const;

describe("an export", () => {
  it.each(["html", "md", "csv", "json"] as const)("as %s carries the words and its own sha256", async (format) => {
    const { caseId } = test;
    const report = await desk.as.viewer.report.export({ caseId, format, title: "Aurora", scope });
    expect(report.body).toContain("214 people aboard");
    expect(report.sha256).toBe(createHash("sha256").update(report.body, "utf8").digest("hex"));
    expect(report.filename).toMatch(new RegExp(`^aurora.*\\.${format}$`));
    expect(report.mediaType).toMatch(/^(text|application)\//);
  });

  it.each(["pdf", "docx", "xlsx"] as const)("as %s carries the file's own bytes", async (format) => {
    const report = await desk.as.viewer.report.export({ caseId: test.caseId, format, title: "Aurora", scope });
    const bytes = Buffer.from(report.body, report.encoding);
    expect(report.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(bytes.toString("latin1", 0, 4)).toBe(format === "pdf" ? "%PDF" : "PK\u0003\u0004");
  }, 60_000);

  it("is byte-identical while the case and the clock stand still", async () => {
    const now = new Date("2026-01-05T10:00:00.000Z");
    const as = callAs({ ...desk.app, now: () => now }, desk.people.viewer);
    const input = { caseId: test.caseId, format: "html", title: "Aurora", scope } as const;
    expect(await as.report.export(input)).toEqual(await as.report.export(input));
  });

  it("names the revision's sha256, offsets and who approved", async () => {
    const { caseId, source, text } = test;
    const { body } = await desk.as.viewer.report.export({ caseId, format: "json", title: "Aurora", scope });
    const start = text.indexOf("214 people aboard");
    for (const part of [source.revision.sha256, `"start": ${start}`, "annotator", "reviewer"])
      expect(body).toContain(part);
  });

  it("needs a title", async () => {
    const input = { caseId: test.caseId, format: "md", title: " ", scope } as const;
    expect(await refusalOf(desk.as.viewer.report.export(input))).toMatchObject({
      code: "INVALID",
      details: { field: "title" },
    });
  });
});
