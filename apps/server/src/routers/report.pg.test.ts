import { createHash } from "node:crypto";
import pg from "pg";
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

  it("is of one moment: a document that is stored while the case is read is not printed with an earlier place of the log", async () => {
    const { caseId } = await openCase(desk);
    const owner = new pg.Client({ connectionString: desk.url });
    await owner.connect();
    await owner.query("BEGIN");
    await owner.query("LOCK TABLE report_documents IN ACCESS EXCLUSIVE MODE");
    const input = { caseId, format: "json", title: "Aurora", scope, audience: "public" } as const;
    const sent = desk.as.viewer.report.export(input);
    const isWaiting = "SELECT FROM pg_locks WHERE NOT granted AND relation = 'report_documents'::regclass" +
      " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    while ((await owner.query(isWaiting)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const values = [caseId, desk.workspaceId, "Stored meanwhile", desk.people.lead.id];
    await owner.query("INSERT INTO report_documents VALUES ($1, 1, $2, $3, '[]', $4)", values);
    await owner.query("COMMIT");
    await owner.end();
    expect(await sent).toMatchObject({ filename: expect.stringMatching(/^aurora/) });
    expect((await desk.as.viewer.report.export(input)).filename).toMatch(/^stored-meanwhile/);
  });

  it("needs a title", async () => {
    const input = { caseId: test.caseId, format: "md", title: " ", scope } as const;
    expect(await refusalOf(desk.as.viewer.report.export(input))).toMatchObject({
      code: "INVALID",
      details: { field: "title" },
    });
  });
});
