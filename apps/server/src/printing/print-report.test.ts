import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_POLICY, UNPUBLISHED } from "@assay/domain";
import type { CaseView } from "@assay/domain";
import { buildSnapshot } from "@assay/reports";
import { afterAll, describe, expect, it } from "vitest";
import { printReport } from "./print-report.ts";

const view: CaseView = {
  id: "case-1",
  workspaceId: "workspace-1",
  workspaceName: "The Harbour Desk",
  title: "Aurora",
  summary: "",
  version: 1,
  createdAt: "2026-01-01T10:00:00.000Z",
  lastEvent: 1,
  lastHash: "ab".repeat(32),
  policy: DEFAULT_POLICY,
  ownPolicy: {},
  people: [],
  sources: [],
  claims: [],
  tags: [],
  reviews: [],
  adjudications: [],
  openings: [],
  assignments: [],
  threads: [],
  ...UNPUBLISHED,
  removedSources: [],
  archivedAt: null,
  overrides: [],
  ...UNPUBLISHED,
};
const snapshot = buildSnapshot({
  view,
  texts: [],
  title: "Aurora",
  scope: { claimIds: "all", sourceIds: "all", settledOnly: false },
  now: "2026-01-05T10:00:00.000Z",
  generator: "Assay test",
});

const folder = mkdtempSync(join(tmpdir(), "assay-print-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let scripts = 0;
function script(code: string): string {
  const file = join(folder, `entry-${(scripts += 1)}.mjs`);
  writeFileSync(file, code);
  return file;
}

describe("a report in a process of its own", { timeout: 60_000 }, () => {
  it.each([
    ["pdf", "%PDF-1.7"],
    ["docx", "PK"],
    ["xlsx", "PK"],
  ] as const)("is made as %s, the same bytes in two processes", async (format, magic) => {
    const [one, other] = await Promise.all([printReport(snapshot, format), printReport(snapshot, format)]);
    expect(new TextDecoder("latin1").decode(one.bytes.subarray(0, magic.length))).toBe(magic);
    expect(one.filename).toBe(`aurora-2026-01-05.${format}`);
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  }, 60_000);

  it("is ended when it takes too long, and says what to do", async () => {
    const endless = printReport(snapshot, "pdf", { milliseconds: 300, entry: script("setInterval(() => {}, 1000);") });
    await expect(endless).rejects.toMatchObject({
      code: "PAYLOAD_TOO_LARGE",
      message: expect.stringMatching(/longer than 0 seconds as PDF\. Choose fewer claims/),
    });
  });

  it("is ended when it takes too much memory, and takes nothing else with it", async () => {
    const heavy = printReport(snapshot, "docx", { megabytes: 8 });
    await expect(heavy).rejects.toMatchObject({
      code: "PAYLOAD_TOO_LARGE",
      message: expect.stringMatching(/more memory as DOCX than one report may have/),
    });
    expect((await printReport(snapshot, "xlsx")).mediaType).toContain("spreadsheetml");
  }, 60_000);

  it.each([
    ["throws", "throw new Error('broken')", /exit 1/],
    ["ends without a word", "process.exit(3)", /exit 3/],
    ["answers with a fault", "process.on('message', () => process.send({ ok: false, problem: 'no glyph' }))", /no glyph/],
  ])("is refused when the printer %s, which is told to whoever keeps the log", async (_, code, told) => {
    const faults: Error[] = [];
    const options = { entry: script(code), onFault: (error: Error) => faults.push(error) };
    await expect(printReport(snapshot, "pdf", options)).rejects.toMatchObject({
      code: "REFUSED",
      message: expect.not.stringMatching(told),
    });
    expect(faults.map(({ message }) => message)).toEqual([expect.stringMatching(told)]);
  });
});
